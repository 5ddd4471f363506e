#include "tests/exercises/17_induction/induction_by_hand.hpp"

#include <cstddef>

namespace attention
{

Projections induction_by_hand()
{
    Projections W = {xt::ones<double>({10, 5}), xt::ones<double>({10, 4}), xt::ones<double>({10, 5})};
    return W;
}

}  // namespace attention
