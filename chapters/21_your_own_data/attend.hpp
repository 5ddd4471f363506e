/// \file
/// Chapter 21: attention over arrays, with all that may be asked for.
#pragma once

#include "20_long_context/fast_attention.hpp"
#include "20_long_context/heads.hpp"
#include "20_long_context/plain_attention.hpp"
#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/npy_array.hpp"

#include "common/tile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
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
    std::optional<double> room = {};  ///< bytes of memory that there are; results that need more are refused
};

/// Results that are too large for the memory. The message is one sentence.
struct NotEnoughMemory : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What comes of it.
struct Attended {
    NpyArray output;   ///< rank and type of Q, its last axis d_v
    NpyArray weights;  ///< where asked for: rank and type of Q, its last axis m
    Notes notes;       ///< what is worth knowing about the arrays
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

/// c tanh(score / c) for each score: small ones stay nearly as they are, and none gets above c. In double, where c may be so
/// large that it caps nothing, or nearly 0.
template <typename Real>
void bend(double c, Real* scores, std::size_t count)
{
    for (std::size_t j = 0; j < count; ++j) scores[j] = static_cast<Real>(c * std::tanh(double{scores[j]} / c));
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
    options.scale = 1.0;  // Q has been scaled, so that both forms do it before the product
    options.causal = wish.causal;
    options.threads = wish.threads;
    options.progress = wish.progress;
    if (wish.score == ScoreKind::dot && !wish.softcap && !mask) return options;
    options.change = [=, &wish, &mask](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
        if (wish.score != ScoreKind::dot) compare(wish, Q.row(i), K.rows_from(first, count), scores);
        if (wish.softcap) bend(*wish.softcap, scores, count);
        if (mask) mask->apply(batch, head, i, first, scores, count);
    };
    return options;
}

/// What the scores are multiplied by, as a number of this type; where they are no dot products, `compare` does that.
///
/// \throws WrongData  where the type cannot hold it
template <typename Real>
Real factor_of_queries(const AttendWish& wish, std::size_t d_k)
{
    const double cap = wish.softcap.value_or(1.0);
    if (!std::isfinite(wish.scale.value_or(1.0)) || !std::isfinite(cap) || cap <= 0.0)
        throw WrongData("the scale must be a finite number, and the cap one above 0");
    const auto factor = static_cast<Real>(std::clamp<double>(  // beyond its range, a cast may do anything
        wish.scale.value_or(0.0), std::numeric_limits<Real>::lowest(), std::numeric_limits<Real>::max()));
    if (wish.scale && std::abs(double{factor} - *wish.scale) > 1e-6 * std::abs(*wish.scale)) {
        throw WrongData(fmt::format("--scale {:.3g} is too {} for float32, the type of Q; save Q as float64",
                                    *wish.scale, std::abs(*wish.scale) > 1.0 ? "large" : "small"));
    }
    if (wish.score != ScoreKind::dot) return Real{1};
    return scale_of(LongOptions<Real>{.scale = wish.scale}, d_k);
}

/// The shape of what comes of queries, with another last axis.
inline std::vector<std::size_t> shape_like(const NpyArray& Q, std::size_t last)
{
    std::vector<std::size_t> shape = Q.shape;
    shape.back() = last;
    return shape;
}

/// The bytes of an array of this shape; no overflow, since it is no integer.
inline double bytes_for(const std::vector<std::size_t>& shape, NumberType type)
{
    auto bytes = static_cast<double>(bytes_of(type));
    for (const std::size_t size : shape) bytes *= static_cast<double>(size);
    return bytes;
}

/// \throws NotEnoughMemory  where the results would be larger than the memory
template <typename Real>
void require_room(const NpyArray& q, const Problem<Real>& problem, const AttendWish& wish)
{
    constexpr double all_there_can_be = 281474976710656.0;  // 2^48, what a processor can address
    const double most = std::fmin(all_there_can_be, 0.9 * wish.room.value_or(all_there_can_be));
    const double output = bytes_for(shape_like(q, problem.V.columns), q.type);
    const double weights = wish.weights ? bytes_for(shape_like(q, problem.K.rows), q.type) : 0.0;
    const std::string free = wish.room ? fmt::format(", and {:.1f} GB of memory are free", *wish.room / 1e9) : "";
    if (output > most) throw NotEnoughMemory(fmt::format("the output would take {:.1f} GB{}", output / 1e9, free));
    if (output + weights > most) {
        throw NotEnoughMemory(fmt::format(
            "the weights would take {:.1f} GB{}; without --weights and --svg they are never whole, and it works",
            weights / 1e9, free));
    }
}

/// An array like Q, with another last axis, for what comes of it.
inline NpyArray like(const NpyArray& Q, std::size_t last)
{
    NpyArray result{Q.type, shape_like(Q, last), {}};
    result.bytes.resize(static_cast<std::size_t>(bytes_for(result.shape, result.type)));
    return result;
}

/// Where the heads of such an array lie.
template <typename Real>
Heads<Real> heads_like(const Heads<const Real>& Q, NpyArray& array)
{
    return {reinterpret_cast<Real*>(array.bytes.data()), Q.batch, Q.heads, Q.rows, array.shape.back()};
}

/// Queries, keys and values that fit together. There may be no heads, as there may be no sequences; then everything else must
/// fit as it would with one.
template <typename Real>
Problem<Real> problem_of(Heads<const Real> Q, Heads<const Real> K, Heads<const Real> V)
{
    const bool no_heads = Q.heads + K.heads + V.heads == 0;
    for (Heads<const Real>* heads : {&Q, &K, &V}) heads->heads += no_heads ? 1 : 0;
    return {Q, K, V};
}

/// Attend in numbers of one type.
template <typename Real>
Attended attend_as(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                   const AttendWish& wish)
{
    Attended result;
    require_heads(q, "Q");
    const Real factor = factor_of_queries<Real>(wish, q.shape.back());
    const HeadArray<Real> Q = head_array<Real>(q, "Q", result.notes, factor);
    const HeadArray<Real> K = head_array<Real>(k, "K", result.notes);
    const HeadArray<Real> V = head_array<Real>(v, "V", result.notes);
    const Problem<Real> problem = problem_of(Q.heads(), K.heads(), V.heads());
    std::optional<BroadcastMask> broadcast;
    if (mask) {
        broadcast.emplace(*mask, std::vector{Q.shape[0], Q.shape[1], problem.Q.rows, problem.K.rows},
                          std::numeric_limits<Real>::max(), result.notes);
    }

    require_room(q, problem, wish);
    result.output = like(q, problem.V.columns);
    const Heads<Real> O = heads_like(problem.Q, result.output);
    std::optional<Heads<Real>> weights;
    if (wish.weights) {
        result.weights = like(q, problem.K.rows);
        weights = heads_like(problem.Q, result.weights);
    }
    const bool nothing_to_write = result.output.bytes.empty() && result.weights.bytes.empty();
    if (nothing_to_write || problem.K.rows == 0) return result;  // without keys, the output is 0, and it is
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
