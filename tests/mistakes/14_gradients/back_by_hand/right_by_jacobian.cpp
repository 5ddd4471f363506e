#include "tests/exercises/14_gradients/back_by_hand.hpp"

namespace attention
{

Vector back_by_hand()
{
    const Vector A = {0.5, 0.25, 0.25};
    const Vector dA = {4, 0, 8};
    Vector dS = {0, 0, 0};
    for (std::size_t j = 0; j < 3; ++j) {
        for (std::size_t l = 0; l < 3; ++l) dS(l) += dA(j) * A(j) * ((j == l ? 1.0 : 0.0) - A(l));
    }
    return dS;
}

}  // namespace attention
