/// \file
/// Chapter 17: a score of the second layer, taken apart: the part that induction needs, and the rest.
#pragma once

#include "17_induction/composition.hpp"
#include "17_induction/forward.hpp"

#include "01_similarity/similarity.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// The parts of a score. A query is a sum of three, its token, its place and what layer 1 has written there, and so is a
/// key: a score is a sum of nine.
struct ScoreParts {
    double composed =
        0;            ///< the one that induction needs: the token that asks, and what layer 1 has carried to the key
    double rest = 0;  ///< the other eight

    /// The score itself, after the division by the root of d_head.
    double all() const { return composed + rest; }
};

/// Take a score of the second layer apart.
///
/// \param model      of two layers of one head
/// \param trace      what it computed; the first sequence is looked at
/// \param query      the place that asks
/// \param key        the place that is looked at
/// \throws std::invalid_argument  unless the model has two layers of one head
template <typename Real>
ScoreParts score_parts(const Parameters<Real>& model, const Trace<Real>& trace, std::size_t query, std::size_t key)
{
    common::require(model.shape.layers == 2 && model.shape.heads == 1,
                    "score_parts: {} layers of {} heads; two layers of one are needed", model.shape.layers,
                    model.shape.heads);
    const HeadMatrices head = head_of(model, {1, 0});
    const Matrix before = xt::cast<double>(trace.layers[0].X);  // tokens alone
    const Matrix after = xt::cast<double>(trace.layers[1].X);   // and what layer 1 has written
    const Matrix Q = xt::cast<double>(trace.layers[1].Q);
    const Matrix K = xt::cast<double>(trace.layers[1].K);
    const Vector asks = row_of(before, query);
    const Vector carried = row_of(after, key) - row_of(before, key);
    const double scale = 1 / std::sqrt(static_cast<double>(model.shape.d_head));
    const double all = scale * dot(row_of(Q, query), row_of(K, key));
    const double composed = scale * dot(project(asks, head.W_Q), project(carried, head.W_K));
    return {composed, all - composed};
}

}  // namespace attention
