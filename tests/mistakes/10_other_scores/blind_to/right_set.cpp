#include "tests/exercises/10_other_scores/blind_to.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    BoolMatrix stays = xt::zeros<bool>({4, 5});
    stays(0, 0) = stays(0, 3) = true;
    stays(1, 1) = true;
    stays(2, 1) = stays(2, 3) = true;
    stays(3, 2) = stays(3, 3) = stays(3, 4) = true;
    return stays;
}

}  // namespace attention
