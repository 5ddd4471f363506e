#include "tests/exercises/16_positions/turned_by_hand.hpp"

namespace attention
{

Vector turned_by_hand()
{
    Vector q = {1, 2, 3, 1};
    const auto quarter = [&](std::size_t c) {
        const double x = q(c);
        q(c) = -q(c + 1);
        q(c + 1) = x;
    };
    quarter(0);
    quarter(0);
    quarter(2);
    const Vector k = {2, 1, 1, 0};
    return {q(0), q(1), q(2), q(3), q(0) * k(0) + q(1) * k(1) + q(2) * k(2) + q(3) * k(3)};
}

}  // namespace attention
