#include "tests/exercises/08_patterns/two_back.hpp"

#include <limits>

namespace attention
{

Matrix W_Q_two_back()
{
    const double infinity = std::numeric_limits<double>::infinity();
    return {{-infinity, -infinity}, {infinity, -infinity}};
}

}  // namespace attention
