#include "tests/exercises/10_other_scores/blind_to.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {true, true, false, true, false},
            {false, false, true, true, true}};
}

}  // namespace attention
