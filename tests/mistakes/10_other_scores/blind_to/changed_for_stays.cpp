#include "tests/exercises/10_other_scores/blind_to.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    return {{false, true, true, false, true},
            {true, false, true, true, true},
            {true, false, true, false, true},
            {true, true, false, false, false}};
}

}  // namespace attention
