#include "tests/exercises/04_soft_lookup/ask_apart.hpp"

#include <cmath>

namespace attention
{

Vector ask_apart()
{
    const double norm = std::sqrt(20.0);
    return {2.0 * 2.0 / norm, 2.0 * -4.0 / norm};
}

}  // namespace attention
