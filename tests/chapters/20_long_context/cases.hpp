/// \file
/// Queries, keys and values to try long attention on, and what must come of them, by the plainest loops there are.
#pragma once

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/measured/exactness.hpp"

#include "02_softmax/softmax.hpp"
#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/near.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>

namespace tests::long_context
{

using attention::BoolMatrix;
using attention::Matrix;
using attention::Vector;

template <typename Real>
using Array = xt::xtensor<Real, 2>;

template <typename Real>
Array<Real> random_array(common::Random& random, std::size_t rows, std::size_t columns, double size = 1.0)
{
    Array<Real> array = xt::zeros<Real>({rows, columns});
    for (Real& x : array) x = static_cast<Real>(size * random.normal());
    return array;
}

/// The queries, keys and values of one case.
template <typename Real>
struct Case {
    Case(common::Random& random, std::size_t n, std::size_t m, std::size_t d_k, std::size_t d_v, double size = 1.0)
        : Q(random_array<Real>(random, n, d_k, size)), K(random_array<Real>(random, m, d_k)),
          V(random_array<Real>(random, m, d_v))
    {
    }

    Array<Real> Q;
    Array<Real> K;
    Array<Real> V;
};

/// Every query with every key, by a plain loop, in double whatever the numbers are.
template <typename Real>
Matrix products(const Case<Real>& given)
{
    const Matrix Q = xt::cast<double>(given.Q);
    const Matrix K = xt::cast<double>(given.K);
    Matrix QK = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j)
            QK(i, j) = std::inner_product(Q.data() + i * Q.shape(1), Q.data() + (i + 1) * Q.shape(1),
                                          K.data() + j * K.shape(1), 0.0);
    }
    return QK;
}

/// Chapter 12 by plain loops, from the products of queries with keys.
template <typename Real>
Matrix by_loops(const Matrix& QK, const Array<Real>& V, const BoolMatrix& mask, double scale)
{
    const std::size_t m = V.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix O = xt::zeros<double>({QK.shape(0), d_v});
    for (std::size_t i = 0; i < QK.shape(0); ++i) {
        Vector scores = xt::zeros<double>({m});
        for (std::size_t j = 0; j < m; ++j) scores(j) = mask(i, j) ? scale * QK(i, j) : -infinity;
        const Vector weights = attention::softmax(scores);
        for (std::size_t j = 0; j < m; ++j) {
            if (!mask(i, j)) continue;
            const Real* value = V.data() + j * d_v;
            for (std::size_t c = 0; c < d_v; ++c) O.data()[i * d_v + c] += weights(j) * value[c];
        }
    }
    return O;
}

/// As the chapter asks: in units of what the outputs are, not of the values.
template <typename Real>
double relative_error(const Array<Real>& O, const Matrix& expected)
{
    return attention::error_of<Real>(common::tile_of(O), expected);
}

/// Stricter than what the chapter allows over 100,000 keys.
template <typename Real>
constexpr double allowed = sizeof(Real) == 4 ? 2e-5 : 1e-13;

/// Nothing hidden, and the two causal masks.
inline constexpr std::array<std::optional<attention::Alignment>, 3> every_mask = {
    std::nullopt, attention::Alignment::top_left, attention::Alignment::bottom_right};

inline const char* name_of(std::optional<attention::Alignment> causal)
{
    return !causal ? "no mask" : *causal == attention::Alignment::top_left ? "top left" : "bottom right";
}

inline BoolMatrix everything(std::size_t n, std::size_t m) { return xt::ones<bool>({n, m}); }

inline BoolMatrix mask_of(std::size_t n, std::size_t m, std::optional<attention::Alignment> causal)
{
    return causal ? attention::causal_mask(n, m, *causal) : everything(n, m);
}

/// The usual scale.
inline double scale_for(std::size_t d_k) { return 1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(d_k))); }

/// What hides the keys that a mask hides.
///
/// \param mask  true = may attend, shape (n, m); must outlive the result
template <typename Real>
attention::ChangeScores<Real> hide(const BoolMatrix& mask)
{
    return [&mask](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
        for (std::size_t j = 0; j < count; ++j) {
            if (!mask(i, first + j)) scores[j] = -std::numeric_limits<Real>::infinity();
        }
    };
}

}  // namespace tests::long_context
