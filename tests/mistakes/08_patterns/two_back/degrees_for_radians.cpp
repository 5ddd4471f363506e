#include "tests/exercises/08_patterns/two_back.hpp"

#include <cmath>

namespace attention
{

Matrix W_Q_two_back()
{
    const double turn = -120.0;
    return {{10 * std::cos(turn), 10 * std::sin(turn)}, {-10 * std::sin(turn), 10 * std::cos(turn)}};
}

}  // namespace attention
