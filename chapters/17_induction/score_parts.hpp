/// \file
/// Chapter 17: a score of the second layer, taken apart: the word, its place, and what the first layer has carried there.
#pragma once

#include "17_induction/composition.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/sequences.hpp"

#include "01_similarity/similarity.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// The parts of a score, which add up to it. A key is a sum, so a score is one, too.
struct ScoreParts {
    double word = 0;     ///< from the token that stands there
    double place = 0;    ///< from the place
    double carried = 0;  ///< from what the first layer has written there

    /// The score itself, after the division by the root of d_head.
    double all() const { return word + place + carried; }
};

/// Take a score of the second layer apart.
///
/// \param model      of two layers of one head, positions in queries and keys
/// \param trace      what it computed
/// \param sequences  what it read; the first of them is looked at
/// \param query      the place that asks
/// \param key        the place that is looked at
/// \throws std::invalid_argument  for a model of another kind
template <typename Real>
ScoreParts score_parts(const Parameters<Real>& model, const Trace<Real>& trace, const Sequences& sequences,
                       std::size_t query, std::size_t key)
{
    common::require(
        model.shape.layers == 2 && model.shape.heads == 1 && model.shape.positions == Positions::in_queries_and_keys,
        "score_parts: {} layers of {} heads; two layers of one are needed, with positions in queries and keys",
        model.shape.layers, model.shape.heads);
    const HeadMatrices head = head_of(model, {1, 0});
    const Matrix embedding = xt::cast<double>(model.embedding);
    const Matrix positions = xt::cast<double>(model.positions);
    const Matrix Q = xt::cast<double>(trace.layers[1].Q);
    const Matrix X = xt::cast<double>(trace.layers[1].X);
    const Vector q = row_of(Q, query);
    const Vector word = row_of(embedding, static_cast<std::size_t>(sequences.token(0, key)));
    const Vector carried = row_of(X, key) - word;
    const double scale = 1 / std::sqrt(static_cast<double>(model.shape.d_head));
    return {scale * dot(q, project(word, head.W_K)), scale * dot(q, project(row_of(positions, key), head.W_K)),
            scale * dot(q, project(carried, head.W_K))};
}

}  // namespace attention
