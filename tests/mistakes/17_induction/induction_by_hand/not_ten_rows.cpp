#include "tests/exercises/17_induction/induction_by_hand.hpp"

#include <cstddef>

namespace attention
{

Projections induction_by_hand()
{
    const Matrix half = xt::eye<double>(5);
    return {30.0 * half, half, half};
}

}  // namespace attention
