#include "tests/exercises/10_other_scores/blind_to.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    return {{true, false, false, false, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}

}  // namespace attention
