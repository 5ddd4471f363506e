#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand()
{
    const Matrix K = {{2, 0, 4, 0}, {0, -2, 4, 0}};
    const Vector v = {3, 1};
    const double output = 0.5 * v(0) + 0.5 * v(1);
    const double dO = 2.0 * (output - 3.0);
    Vector result = xt::zeros<double>({6});
    for (std::size_t c = 0; c < 4; ++c) {
        const double dq = 0.5 * dO * (0.25 * (v(0) - v(1)) * K(0, c) + 0.25 * (v(1) - v(0)) * K(1, c));
        result(c) = -3.0 * dq / 3.0;
        result(4) += 3.0 * result(c) * K(0, c) / 2.0;
        result(5) += 3.0 * result(c) * K(1, c) / 2.0;
    }
    return result;
}

}  // namespace attention
