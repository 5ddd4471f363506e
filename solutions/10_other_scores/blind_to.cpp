#include "tests/exercises/10_other_scores/blind_to/task.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    // Dot: q (k + t) differs from q k by q t, the same for all keys. But (q + t) (k + t) has t k besides, and
    // that differs from key to key.
    // Distances: q - k is left alone when both move, and only then. Turning keeps lengths, but not the walks along
    // the axes.
    // Cosine: directions alone. A stretch changes none, a turn changes all by the same angle, and a step bends them.
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}

}  // namespace attention
