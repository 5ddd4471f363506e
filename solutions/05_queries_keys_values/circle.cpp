#include "tests/exercises/05_queries_keys_values/circle/task.hpp"

namespace attention
{

Pairing circle()
{
    // The keys point east, north, west and south. Each query points where the next word's key does, and is long, so that
    // the softmax is sharp: the right key scores 4, its neighbours 0, the opposite one -4. That gives 0.96.
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const Matrix W_Q = {{0, 4}, {-4, 0}, {0, -4}, {4, 0}};
    return {W_Q, W_K};
}

}  // namespace attention
