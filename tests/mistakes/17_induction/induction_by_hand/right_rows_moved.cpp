#include "tests/exercises/17_induction/induction_by_hand.hpp"

#include <cstddef>

namespace attention
{

Projections induction_by_hand()
{
    const Matrix lower = 1.0 * xt::eye<double>({10, 5}, -5);
    const Matrix upper = 1.0 * xt::eye<double>({10, 5}, 0);
    return {8.0 * upper, 8.0 * lower, upper};
}

}  // namespace attention
