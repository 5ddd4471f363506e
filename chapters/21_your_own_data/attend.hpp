/// \file
/// Chapter 21: attention over arrays, with all that may be asked for.
#pragma once

#include "20_long_context/fast_attention.hpp"
#include "20_long_context/heads.hpp"
#include "20_long_context/plain_attention.hpp"
#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/npy.hpp"

#include "common/tile.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace attention
{

/// How well a key fits a query.
enum class ScoreKind {
    dot,       ///< q . k
    laplace,   ///< minus the distance along the axes
    gaussian,  ///< minus half the squared distance
    cosine,    ///< the cosine of their angle; 0 where one of them is zero
};

/// What is asked for beside Q, K and V.
struct AttendWish {
    ScoreKind score = ScoreKind::dot;      ///< how well a key fits a query
    std::optional<double> scale = {};      ///< what scores are multiplied by; 1 / sqrt(d_k) for dot, 1 for the others
    std::optional<Alignment> causal = {};  ///< hide later keys
    std::optional<double> softcap = {};    ///< c tanh(score / c): no score above c (Gemma 2)
    bool weights = false;                  ///< the weights too, by the plain form
    int threads = 0;                       ///< 0: one for each processor
    std::function<void(double part)> progress = {};  ///< called for each head with the part that is done, 0 to 1
};

/// What comes of it.
struct Attended {
    NpyArray output;   ///< rank and type of Q, its last axis d_v
    NpyArray weights;  ///< where asked for: rank and type of Q, its last axis m
};

/// The score of one pair, for the kinds that are no product of matrices.
template <typename Real>
double pair_score(ScoreKind score, const Real* q, const Real* k, std::size_t d)
{
    double sum = 0.0;
    double q_length = 0.0;
    double k_length = 0.0;
    for (std::size_t c = 0; c < d; ++c) {
        const double a = q[c];
        const double b = k[c];
        if (score == ScoreKind::laplace) sum -= std::abs(a - b);
        if (score == ScoreKind::gaussian) sum -= (a - b) * (a - b) / 2;
        if (score != ScoreKind::cosine) continue;
        sum += a * b;
        q_length += a * a;
        k_length += b * b;
    }
    if (score != ScoreKind::cosine) return sum;
    const double lengths = std::sqrt(q_length) * std::sqrt(k_length);
    return lengths == 0.0 ? 0.0 : sum / lengths;
}

/// Put scores of another kind in the place of a query's dot products. Those were made for nothing, but they cost next to
/// nothing beside these.
///
/// \param wish    the kind, and the scale
/// \param q       the query, d numbers
/// \param K       the keys of these scores, shape (count, d)
/// \param scores  one for each of the keys; changed
template <typename Real>
void compare(const AttendWish& wish, const Real* q, common::Tile<const Real> K, Real* scores)
{
    const auto factor = static_cast<Real>(wish.scale.value_or(1.0));
    for (std::size_t j = 0; j < K.rows; ++j)
        scores[j] = factor * static_cast<Real>(pair_score(wish.score, q, K.row(j), K.columns));
}

/// c tanh(score / c) for each score: small ones stay nearly as they are, and none gets above c.
template <typename Real>
void bend(Real c, Real* scores, std::size_t count)
{
    for (std::size_t j = 0; j < count; ++j) scores[j] = c * std::tanh(scores[j] / c);
}

/// A wish in the words of chapter 20, for one head.
///
/// \param wish   what is asked for; must outlive the options
/// \param Q      queries, shape (n, d_k)
/// \param K      keys, shape (m, d_k)
/// \param mask   of all heads; must outlive the options
/// \param batch  the sequence, for the mask
/// \param head   the head of Q, for the mask
template <typename Real>
LongOptions<Real> options_for(const AttendWish& wish, common::Tile<const Real> Q, common::Tile<const Real> K,
                              const std::optional<BroadcastMask>& mask, std::size_t batch, std::size_t head)
{
    LongOptions<Real> options;
    options.scale = wish.scale;
    options.causal = wish.causal;
    options.threads = wish.threads;
    options.progress = wish.progress;
    if (wish.score == ScoreKind::dot && !wish.softcap && !mask) return options;
    options.change = [=, &wish, &mask](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
        if (wish.score != ScoreKind::dot) compare(wish, Q.row(i), K.rows_from(first, count), scores);
        if (wish.softcap) bend(static_cast<Real>(*wish.softcap), scores, count);
        if (mask) mask->apply(batch, head, i, first, scores, count);
    };
    return options;
}

/// An array like Q, with another last axis, for what comes of it.
inline NpyArray like(const NpyArray& Q, std::size_t last)
{
    NpyArray result{Q.type, Q.shape, {}};
    result.shape.back() = last;
    std::size_t items = 1;
    for (const std::size_t size : result.shape) items *= size;
    result.bytes.resize(items * bytes_of(Q.type));
    return result;
}

/// Where the heads of such an array lie.
template <typename Real>
Heads<Real> heads_like(const Heads<const Real>& Q, NpyArray& array)
{
    return {reinterpret_cast<Real*>(array.bytes.data()), Q.batch, Q.heads, Q.rows, array.shape.back()};
}

/// Attend in numbers of one type.
template <typename Real>
Attended attend_as(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                   const AttendWish& wish)
{
    const HeadArray<Real> Q = head_array<Real>(q, "Q");
    const HeadArray<Real> K = head_array<Real>(k, "K");
    const HeadArray<Real> V = head_array<Real>(v, "V");
    const Problem<Real> problem(Q.heads(), K.heads(), V.heads());
    std::optional<BroadcastMask> broadcast;
    if (mask) broadcast.emplace(*mask, std::vector{problem.Q.batch, problem.Q.heads, problem.Q.rows, problem.K.rows});

    Attended result{like(q, problem.V.columns), {}};
    const Heads<Real> O = heads_like(problem.Q, result.output);
    std::optional<Heads<Real>> weights;
    if (wish.weights) {
        result.weights = like(q, problem.K.rows);
        weights = heads_like(problem.Q, result.weights);
    }
    attend_heads(problem, O, [&](auto Q_h, auto K_h, auto V_h, auto O_h, std::size_t batch, std::size_t head) {
        const LongOptions<Real> options = options_for(wish, Q_h, K_h, broadcast, batch, head);
        if (weights) plain_attention(Q_h, K_h, V_h, O_h, weights->of(batch, head), options);
        if (!weights) fast_attention(Q_h, K_h, V_h, O_h, options);
    });
    return result;
}

/// Attention over arrays as they come from files.
///
/// \param q     queries, (n, d_k), (heads, n, d_k) or (batch, heads, n, d_k), float32 or float64
/// \param k     keys, (m, d_k) likewise; their heads may be fewer, if they divide those of Q
/// \param v     values, (m, d_v) likewise, as many heads as K
/// \param mask  bool, true = may attend, or numbers to be added to the scores; any shape that broadcasts to (batch, heads, n, m)
/// \param wish  the rest
/// \return      the output, in the rank and type of Q, and the weights where they are asked for
/// \throws std::invalid_argument  where they do not fit together, or are not what they should be
inline Attended attend(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                       const AttendWish& wish)
{
    return q.type == NumberType::float32 ? attend_as<float>(q, k, v, mask, wish)
                                         : attend_as<double>(q, k, v, mask, wish);
}

}  // namespace attention
