/// \file
/// Chapter 14: one number is nudged, and everything runs forward again.
#pragma once

#include "14_gradients/finite_differences.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/two_by_two.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The matrices whose numbers can be nudged.
enum class In { scores, queries, keys, values };

/// A number that is nudged.
struct Nudged {
    In matrix = In::scores;  ///< where it stands
    std::size_t i = 0;       ///< its row
    std::size_t j = 0;       ///< its column
};

/// How much the loss of a case grows when one number is raised.
///
/// \param c       queries, keys, values, and how the loss changes with the output
/// \param nudged  the number
/// \param by      how much is added to it
inline double growth_with(RandomCase c, const Nudged& nudged, double by)
{
    if (nudged.matrix == In::scores) return growth_with_score(c, nudged.i, nudged.j, by);
    const auto loss = [&c] { return easy_loss(scaled_dot_product_attention(c.Q, c.K, c.V).output, c.dO); };
    const double before = loss();
    Matrix& M = nudged.matrix == In::queries ? c.Q : nudged.matrix == In::keys ? c.K : c.V;
    M(nudged.i, nudged.j) += by;
    return loss() - before;
}

/// The slope of the loss by trying: a tiny step up and one down.
///
/// \param c       queries, keys, values, and how the loss changes with the output
/// \param nudged  the number that the loss changes with
inline double slope_by_trying(const RandomCase& c, const Nudged& nudged)
{
    return central_differences([&](const Matrix& by) { return growth_with(c, nudged, by(0, 0)); }, Matrix{{0.0}})(0, 0);
}

/// What a way back says about a number that is nudged.
///
/// \param back    all matrices on the way back
/// \param matrix  where the number stands
/// \return        dS, dQ, dK or dV
inline const Matrix& gradient_in(const WayBack& back, In matrix)
{
    switch (matrix) {
    case In::queries: return back.d.dQ;
    case In::keys: return back.d.dK;
    case In::values: return back.d.dV;
    default: return back.dS;
    }
}

}  // namespace attention
