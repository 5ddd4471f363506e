/// \file
/// Chapter 21: attention over arrays, with all that may be asked for.
#pragma once

#include "20_long_context/fast_attention.hpp"
#include "20_long_context/heads.hpp"
#include "20_long_context/plain_attention.hpp"
#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/npy.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
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

/// One head, in the form that its options ask for: chapter 20 with scores changed as the wish has it.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param O        where the output goes, shape (n, d_v)
/// \param weights  where the weights go, shape (n, m); without data, no weights are made
/// \param wish     what is asked for
/// \param mask     may be null
/// \param batch    the sequence, for the mask
/// \param head     the head of Q, for the mask
template <typename Real>
void attend_head(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                 common::Tile<Real> O, common::Tile<Real> weights, const AttendWish& wish, const BroadcastMask* mask,
                 std::size_t batch, std::size_t head)
{
    LongOptions<Real> options;
    options.scale = wish.scale;
    options.causal = wish.causal;
    options.threads = wish.threads;
    options.progress = wish.progress;
    if (wish.score != ScoreKind::dot || wish.softcap || mask != nullptr) {
        options.change = [=, &wish](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
            const auto factor = static_cast<Real>(wish.scale.value_or(1.0));
            for (std::size_t j = 0; j < count && wish.score != ScoreKind::dot; ++j) {
                scores[j] = factor * static_cast<Real>(pair_score(wish.score, Q.row(i), K.row(first + j), Q.columns));
            }
            const auto cap = static_cast<Real>(wish.softcap.value_or(0.0));
            for (std::size_t j = 0; j < count && wish.softcap; ++j) scores[j] = cap * std::tanh(scores[j] / cap);
            if (mask != nullptr) mask->apply(batch, head, i, first, scores, count);
        };
    }
    // Scores of another kind are made above; there is no product of Q and K to be paid for.
    const std::size_t d = wish.score == ScoreKind::dot ? Q.columns : 0;
    const common::Tile<const Real> q = Q.columns_from(0, d);
    const common::Tile<const Real> k = K.columns_from(0, d);
    if (weights.data != nullptr) plain_attention(q, k, V, O, weights, options);
    if (weights.data == nullptr) fast_attention(q, k, V, O, options);
}

/// \throws WrongData  unless Q, K and V fit together
template <typename Real>
void require_fit(const Heads<const Real>& Q, const Heads<const Real>& K, const Heads<const Real>& V)
{
    if (Q.columns != K.columns) {
        throw WrongData(
            fmt::format("Q has d_k = {} but K has {}; queries and keys need the same", Q.columns, K.columns));
    }
    if (K.rows != V.rows)
        throw WrongData(fmt::format("there are {} keys but {} values; each key needs one", K.rows, V.rows));
    if (Q.batch != K.batch || Q.batch != V.batch) {
        throw WrongData(
            fmt::format("Q has {} sequences, K has {} and V has {}; all need the same", Q.batch, K.batch, V.batch));
    }
    if (K.heads != V.heads || K.heads == 0 || Q.heads % K.heads != 0) {
        throw WrongData(
            fmt::format("Q has {} heads, K has {} and V has {}; K and V need the same number, and it must divide "
                        "that of Q",
                        Q.heads, K.heads, V.heads));
    }
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

/// Attend in numbers of one type.
template <typename Real>
Attended attend_as(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                   const AttendWish& wish)
{
    const HeadArray<Real> Q = head_array<Real>(q, "Q");
    const HeadArray<Real> K = head_array<Real>(k, "K");
    const HeadArray<Real> V = head_array<Real>(v, "V");
    require_fit(Q.view(), K.view(), V.view());
    std::optional<BroadcastMask> broadcast;
    if (mask) broadcast.emplace(*mask, std::vector{Q.heads.batch, Q.heads.heads, Q.heads.rows, K.heads.rows});

    Attended result{like(q, V.heads.columns), {}};
    if (wish.weights) result.weights = like(q, K.heads.rows);
    const Heads<Real> O{reinterpret_cast<Real*>(result.output.bytes.data()), Q.heads.batch, Q.heads.heads, Q.heads.rows,
                        V.heads.columns};
    const Heads<Real> weights{reinterpret_cast<Real*>(result.weights.bytes.data()), O.batch, O.heads, O.rows,
                              K.heads.rows};
    attend_heads<Real>(Q.view(), K.view(), V.view(), O,
                       [&](auto q_, auto k_, auto v_, auto o_, std::size_t b, std::size_t h) {
                           attend_head<Real>(q_, k_, v_, o_, wish.weights ? weights.of(b, h) : common::Tile<Real>{},
                                             wish, broadcast ? &*broadcast : nullptr, b, h);
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
/// \throws WrongData  where they do not fit together
inline Attended attend(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                       const AttendWish& wish)
{
    return q.type == NumberType::float32 ? attend_as<float>(q, k, v, mask, wish)
                                         : attend_as<double>(q, k, v, mask, wish);
}

}  // namespace attention
