#include "tests/exercises/10_other_scores/blind_to/task.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    // Dot: q (k + t) is q k plus q t, and q t is the same for all keys. But (q + t) (k + t) also has t k, which differs
    // from key to key.
    // Distances: q - k stays the same only if both move together. Turning keeps straight distances, but not walks along
    // the axes.
    // Cosine: only directions count. Stretching changes none, turning changes all by the same angle, and adding a vector
    // changes each by its own.
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}

}  // namespace attention
