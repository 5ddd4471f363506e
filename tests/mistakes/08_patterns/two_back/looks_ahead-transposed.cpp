#include "tests/exercises/08_patterns/two_back.hpp"

#include <cmath>
#include <numbers>

namespace attention
{

Matrix W_Q_two_back()
{
    const double turn = -120.0 * std::numbers::pi / 180.0;
    const Matrix columns = {{std::cos(turn), -std::sin(turn)}, {std::sin(turn), std::cos(turn)}};  // for W x
    return 10.0 * columns;
}

}  // namespace attention
