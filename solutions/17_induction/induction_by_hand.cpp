#include "tests/exercises/17_induction/induction_by_hand/task.hpp"

#include <cstddef>

namespace attention
{

Projections induction_by_hand()
{
    // A place asks with its own token, is found by the token before it, and hands over its own token.
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 30.0;
        W.W_K(5 + token, token) = 1.0;
        W.W_V(token, token) = 1.0;
    }
    return W;
}

}  // namespace attention
