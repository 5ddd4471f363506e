/// \file
/// Chapter 22: keys and values that are kept, and one query that asks them.
#pragma once

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// The keys and values of all tokens so far, for one head. It only ever grows: no kept row is changed by a new one.
///
/// A layer with several heads keeps one of these for each head of keys and values. If several heads of queries share their
/// keys and values, they ask the same one.
class KeyValueCache
{
public:
    /// Nothing is kept yet.
    /// \param d_k  coordinates of a key
    /// \param d_v  coordinates of a value
    KeyValueCache(std::size_t d_k, std::size_t d_v) : d_k_(d_k), d_v_(d_v) {}

    /// Keep what one more token contributes.
    ///
    /// \param k  its key, shape (d_k); with rotary positions, already turned
    /// \param v  its value, shape (d_v)
    /// \throws std::invalid_argument  unless both have the sizes that the cache was made for
    void append(const Vector& k, const Vector& v)
    {
        common::require(k.size() == d_k_ && v.size() == d_v_,
                        "append: a key of {} and a value of {} coordinates were given; this cache keeps {} and {}",
                        k.size(), v.size(), d_k_, d_v_);
        k_.push_back(k);
        v_.push_back(v);
    }

    /// How many tokens are kept.
    std::size_t tokens() const { return k_.size(); }

    /// The key of a token, shape (d_k).
    const Vector& key(std::size_t token) const { return k_[token]; }

    /// The value of a token, shape (d_v).
    const Vector& value(std::size_t token) const { return v_[token]; }

    /// Coordinates of a key.
    std::size_t d_k() const { return d_k_; }

    /// Coordinates of a value.
    std::size_t d_v() const { return d_v_; }

    /// All keys, a copy, shape (tokens, d_k).
    Matrix keys() const { return as_rows(k_, d_k_); }

    /// All values, a copy, shape (tokens, d_v).
    Matrix values() const { return as_rows(v_, d_v_); }

private:
    static Matrix as_rows(const std::vector<Vector>& rows, std::size_t columns)
    {
        Matrix M = xt::zeros<double>({rows.size(), columns});
        for (std::size_t i = 0; i < rows.size(); ++i) set_row(M, i, rows[i]);
        return M;
    }

    std::size_t d_k_;
    std::size_t d_v_;
    std::vector<Vector> k_;
    std::vector<Vector> v_;
};

/// One query asks everything that is kept: the last row of causal attention (chapter 12).
///
/// No mask is needed, because nothing in the cache is later than the newest token. Append that token's own key and value
/// first: it may see itself.
///
/// \param q      the newest token's query, shape (d_k); with rotary positions, turned to that token's position
/// \param cache  the keys and values of all tokens so far
/// \return       its output, shape (d_v); 0 where nothing is kept
/// \throws std::invalid_argument  unless the query is as long as the keys
inline Vector attend_to_cache(const Vector& q, const KeyValueCache& cache)
{
    const double divisor = std::sqrt(std::fmax(1.0, static_cast<double>(cache.d_k())));
    Vector scores = xt::zeros<double>({cache.tokens()});
    for (std::size_t j = 0; j < cache.tokens(); ++j) scores(j) = dot(q, cache.key(j)) / divisor;
    const Vector weights = softmax(scores);  // (tokens)
    Vector output = xt::zeros<double>({cache.d_v()});
    for (std::size_t j = 0; j < cache.tokens(); ++j) output += weights(j) * cache.value(j);
    return output;
}

}  // namespace attention
