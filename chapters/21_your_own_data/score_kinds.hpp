/// \file
/// Chapter 21: the scores of chapter 10 for any type of number, and the soft cap.
#pragma once

#include "common/tile.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How well a key fits a query.
enum class ScoreKind {
    dot,       ///< q . k
    laplace,   ///< minus the distance along the axes
    gaussian,  ///< minus half the squared distance
    cosine,    ///< the cosine of their angle; 0 where one of them is zero
};

/// Minus the distance of q and k along the axes, d numbers each.
template <typename Real>
double laplace_score(const Real* q, const Real* k, std::size_t d)
{
    double distance = 0.0;
    for (std::size_t c = 0; c < d; ++c) distance += std::abs(double{q[c]} - double{k[c]});
    return -distance;
}

/// Minus half the squared distance of q and k, d numbers each.
template <typename Real>
double gaussian_score(const Real* q, const Real* k, std::size_t d)
{
    double squares = 0.0;
    for (std::size_t c = 0; c < d; ++c) squares += (double{q[c]} - double{k[c]}) * (double{q[c]} - double{k[c]});
    return -squares / 2;
}

/// The cosine of the angle between q and k, d numbers each; 0 where one of them is zero.
template <typename Real>
double cosine_score(const Real* q, const Real* k, std::size_t d)
{
    double product = 0.0;
    double q_squared = 0.0;
    double k_squared = 0.0;
    for (std::size_t c = 0; c < d; ++c) {
        product += double{q[c]} * double{k[c]};
        q_squared += double{q[c]} * double{q[c]};
        k_squared += double{k[c]} * double{k[c]};
    }
    const double lengths = std::sqrt(q_squared) * std::sqrt(k_squared);
    return lengths == 0.0 ? 0.0 : product / lengths;
}

/// Replace a query's dot products by scores of another kind. The products were made for nothing, but they cost next to nothing
/// beside these.
///
/// \param kind    laplace, gaussian or cosine; dot leaves the products as they are
/// \param scale   what the new scores are multiplied by
/// \param q       the query, d numbers
/// \param K       the keys of these scores, shape (count, d)
/// \param scores  one for each of the keys; changed
template <typename Real>
void compare(ScoreKind kind, double scale, const Real* q, common::Tile<const Real> K, Real* scores)
{
    if (kind == ScoreKind::dot) return;
    const auto score = kind == ScoreKind::laplace    ? laplace_score<Real>
                       : kind == ScoreKind::gaussian ? gaussian_score<Real>
                                                     : cosine_score<Real>;
    const auto factor = static_cast<Real>(scale);
    for (std::size_t j = 0; j < K.rows; ++j) scores[j] = factor * static_cast<Real>(score(q, K.row(j), K.columns));
}

/// c tanh(score / c) for each score: small ones stay nearly as they are, and none gets above c. In double, because c may be so
/// large that it caps nothing, or nearly 0.
template <typename Real>
void bend(double c, Real* scores, std::size_t count)
{
    for (std::size_t j = 0; j < count; ++j) scores[j] = static_cast<Real>(c * std::tanh(double{scores[j]} / c));
}

}  // namespace attention
