#include "tests/pitfalls/lazy_pitfall.hpp"

#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>

using common::Matrix;
using pitfalls::exps_with_lazy_maximum;
using pitfalls::exps_with_named_maximum;
using tests::difference;

TEST_CASE("a maximum with a name is right; a lazy one inside the expression is wrong, or was mended")
{
    const Matrix scores = {{1, 2, 3}, {4, 5, 6}};
    const Matrix right = {{std::exp(-2.0), std::exp(-1.0), 1}, {std::exp(-2.0), std::exp(-1.0), 1}};
    CHECK(difference(exps_with_named_maximum(scores), right) == 0.0);

    const Matrix lazy = exps_with_lazy_maximum(scores);
    const Matrix as_measured = {{std::exp(-2.0), std::exp(-2.0), std::exp(-2.0)},
                                {std::exp(-2.0), std::exp(5.0), std::exp(6.0)}};
    CHECK((difference(lazy, as_measured) < 1e-12 || difference(lazy, right) == 0.0));
}

TEST_CASE("the lazy maximum is that of three numbers from 0, 1, 2, 5, 6 and 7 on, or was mended")
{
    const Matrix falling = {{6, 5, 4}, {3, 2, 1}};  // so that the first of three is the largest; then come zeros
    const Matrix as_told = {{1, 1, 1}, {std::exp(3.0 - 1.0), std::exp(2.0), std::exp(1.0)}};
    const Matrix lazy = exps_with_lazy_maximum(falling);
    CHECK((difference(lazy, as_told) < 1e-12 || difference(lazy, exps_with_named_maximum(falling)) == 0.0));
}
