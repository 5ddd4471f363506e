/// \file
/// Chapter 21: attention over arrays, with everything you may ask for.
#pragma once

#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/heads.hpp"
#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/broadcast_mask.hpp"
#include "21_your_own_data/plain_attention.hpp"
#include "21_your_own_data/score_kinds.hpp"

#include "common/npy_array.hpp"
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

/// What is asked for beside Q, K and V.
struct AttendWish {
    ScoreKind score = ScoreKind::dot;      ///< how well a key fits a query
    std::optional<double> scale = {};      ///< what scores are multiplied by; 1 / sqrt(d_k) for dot, 1 for the others
    std::optional<Alignment> causal = {};  ///< hide later keys
    std::optional<double> softcap = {};    ///< c tanh(score / c): no score above c (Gemma 2)
    bool weights = false;                  ///< the weights too, by the plain form
    int threads = 0;                       ///< 0: one for each processor
    std::function<void(double part)> progress = {};  ///< called with the part that is done, 0 to 1
    std::optional<double> room = {};  ///< bytes of memory that there are; results that need more are refused
};

/// Results that are too large for the memory. The message is one sentence.
struct NotEnoughMemory : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What comes of it.
struct Attended {
    NpyArray output;                  ///< rank and type of Q, its last axis d_v
    std::optional<NpyArray> weights;  ///< where asked for: rank and type of Q, its last axis m
    Notes notes;                      ///< what is worth knowing about the arrays
};

/// What the queries are multiplied by; where scores are not dot products, `compare` scales them instead.
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

/// Queries, keys and values that fit together. There may be no heads, as there may be no sequences; then everything else must
/// fit as it would with one.
template <typename Real>
Problem<Real> problem_of(Heads<const Real> Q, Heads<const Real> K, Heads<const Real> V)
{
    const bool no_heads = Q.heads + K.heads + V.heads == 0;
    for (Heads<const Real>* heads : {&Q, &K, &V}) heads->heads += no_heads ? 1 : 0;
    return {Q, K, V};
}

/// Arrays and a mask that have been looked at: nobody who is handed them need look again.
template <typename Real>
class ArrayProblem
{
public:
    /// \param q, k, v  as files have them; they and the mask must outlive this
    /// \param mask     nothing, or what hides keys or is added to scores
    /// \param wish     for the scale
    /// \throws std::invalid_argument  unless they are what they are called, and fit together
    ArrayProblem(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                 const AttendWish& wish)
        : Q_(queries(q, wish, notes_)), K_(head_array<Real>(k, "K", notes_)), V_(head_array<Real>(v, "V", notes_)),
          problem_(problem_of(Q_.heads, K_.heads, V_.heads))
    {
        const std::vector<std::size_t> scores = {Q_.heads.batch, Q_.heads.heads, problem_.Q.rows, problem_.K.rows};
        if (mask) mask_.emplace(*mask, scores, std::numeric_limits<Real>::max(), notes_);
    }

    ArrayProblem(const ArrayProblem&) = delete;  // the problem points into the arrays
    ArrayProblem& operator=(const ArrayProblem&) = delete;
    ArrayProblem(ArrayProblem&&) = delete;
    ArrayProblem& operator=(ArrayProblem&&) = delete;
    ~ArrayProblem() = default;

    /// The queries, scaled already, with keys and values.
    const Problem<Real>& heads() const { return problem_; }

    /// The mask, where there is one.
    const std::optional<BroadcastMask>& mask() const { return mask_; }

    /// What is worth knowing about the arrays.
    const Notes& notes() const { return notes_; }

private:
    static HeadArray<Real> queries(const NpyArray& q, const AttendWish& wish, Notes& notes)
    {
        require_heads(q, "Q");
        const Real factor = factor_of_queries<Real>(wish, q.shape.back());
        return scaled(head_array<Real>(q, "Q", notes), factor);  // before the product, so that no score overflows
    }

    Notes notes_;
    HeadArray<Real> Q_, K_, V_;
    Problem<Real> problem_;
    std::optional<BroadcastMask> mask_;
};

/// A wish in the words of chapter 20, for one head.
///
/// \param wish   what is asked for; must outlive the options
/// \param Q      queries, scaled already, shape (n, d_k)
/// \param K      keys, shape (m, d_k)
/// \param mask   of all heads; must outlive the options
/// \param batch  the sequence, for the mask
/// \param head   the head of Q, for the mask
template <typename Real>
LongOptions<Real> options_for(const AttendWish& wish, common::Tile<const Real> Q, common::Tile<const Real> K,
                              const std::optional<BroadcastMask>& mask, std::size_t batch, std::size_t head)
{
    LongOptions<Real> options;
    options.scale = 1.0;
    options.causal = wish.causal;
    options.threads = wish.threads;
    options.progress = wish.progress;
    if (wish.score == ScoreKind::dot && !wish.softcap && !mask) return options;
    options.change = [=, &wish, &mask](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
        compare(wish.score, wish.scale.value_or(1.0), Q.row(i), K.rows_from(first, count), scores);
        if (wish.softcap) bend(*wish.softcap, scores, count);
        if (mask) mask->apply(batch, head, i, first, scores, count);
    };
    return options;
}

/// The shape of what comes of queries, with another last axis.
inline std::vector<std::size_t> shape_like(const NpyArray& Q, std::size_t last)
{
    std::vector<std::size_t> shape = Q.shape;
    shape.back() = last;
    return shape;
}

/// The bytes of an array of this shape; as a double, which does not overflow.
inline double bytes_for(const std::vector<std::size_t>& shape, NumberType type)
{
    auto bytes = static_cast<double>(common::bytes_of(type));
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

/// An array of zeros like Q, with another last axis.
inline NpyArray zeros_like(const NpyArray& Q, std::size_t last)
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

/// Attend in numbers of one type.
template <typename Real>
Attended attend_as(const NpyArray& q, const NpyArray& k, const NpyArray& v, const std::optional<NpyArray>& mask,
                   const AttendWish& wish)
{
    const ArrayProblem<Real> given(q, k, v, mask, wish);
    const Problem<Real>& heads = given.heads();
    require_room(q, heads, wish);

    Attended result{zeros_like(q, heads.V.columns), {}, given.notes()};
    const Heads<Real> output = heads_like(heads.Q, result.output);
    std::optional<Heads<Real>> weights;
    if (wish.weights) weights = heads_like(heads.Q, result.weights.emplace(zeros_like(q, heads.K.rows)));
    const bool nothing_to_write = result.output.size() == 0 && (!weights || result.weights->size() == 0);
    if (nothing_to_write || heads.K.rows == 0) return result;  // without keys, the output is 0, and it is

    const auto options_of = [&](std::size_t batch, std::size_t head) {
        const std::size_t group = heads.Q.heads / heads.K.heads;  // heads of Q that share one of K
        return options_for(wish, heads.Q.of(batch, head), heads.K.of(batch, head / group), given.mask(), batch, head);
    };
    if (!weights) {
        fast_attention<Real>(heads, output, options_of);
        return result;
    }
    attend_heads(heads, output, [&](auto Q, auto K, auto V, auto O, std::size_t batch, std::size_t head) {
        plain_attention<Real>(Q, K, V, O, weights->of(batch, head), options_of(batch, head));
    });
    return result;
}

/// Attention over arrays as they come from files.
///
/// \param q     queries, (n, d_k), (heads, n, d_k) or (batch, heads, n, d_k), float32 or float64
/// \param k     keys, (m, d_k) likewise; there may be fewer heads, if their number divides that of Q
/// \param v     values, (m, d_v) likewise, with as many heads as K
/// \param mask  bool, true = may attend, or numbers to add to the scores; any shape that broadcasts to (batch, heads, n, m)
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
