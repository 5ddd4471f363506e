/// \file
/// Chapter 24: what all ways to attend have in common: a text comes in token by token, and each token asks.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace attention
{

/// A way to attend to a text as it comes in. Keys, values and queries have d numbers each.
template <typename Real>
class Way
{
public:
    virtual ~Way() = default;

    /// Take in a token.
    /// \param k  its key, shape (d)
    /// \param v  its value, shape (d)
    virtual void append(const Real* k, const Real* v) = 0;

    /// Ask it.
    /// \param q       the query, shape (d)
    /// \param output  where the answer goes, shape (d)
    virtual void answer(const Real* q, Real* output) = 0;

    /// How many numbers it keeps from one token to the next.
    virtual std::size_t numbers() const = 0;
};

/// How large the shortcuts are.
struct Sizes {
    std::size_t d = 64;          ///< coordinates of queries, keys and values
    std::size_t window = 128;    ///< keys that a window shows, the token's own included
    std::size_t top = 16;        ///< weights that top-k keeps
    std::size_t block = 32;      ///< keys in a block
    std::size_t chosen = 4;      ///< full blocks that a query looks into, beside the one that is being filled
    std::size_t features = 256;  ///< random features
};

/// A new one that has seen nothing yet.
template <typename Real>
using MakeWay = std::function<std::unique_ptr<Way<Real>>(const Sizes&)>;

// The ways, all by plain loops over the same two products, so that their times can be compared.

/// Attention to every key so far, scores divided by sqrt(d), and so in the next three.
template <typename Real>
std::unique_ptr<Way<Real>> softmax_way(const Sizes& sizes);

/// Attention to the newest keys.
template <typename Real>
std::unique_ptr<Way<Real>> window_way(const Sizes& sizes);

/// Attention to the keys with the largest scores.
template <typename Real>
std::unique_ptr<Way<Real>> top_k_way(const Sizes& sizes);

/// Attention to the blocks whose mean keys have the largest scores, and to the block that is being filled.
template <typename Real>
std::unique_ptr<Way<Real>> blocks_way(const Sizes& sizes);

/// A running state of elu + 1 features.
template <typename Real>
std::unique_ptr<Way<Real>> linear_way(const Sizes& sizes);

/// The plain sum of k^T v; keys and queries are brought to length 1, and so in the next one.
template <typename Real>
std::unique_ptr<Way<Real>> sum_way(const Sizes& sizes);

/// The delta rule: of each pair, the sum gets what it is missing.
template <typename Real>
std::unique_ptr<Way<Real>> delta_way(const Sizes& sizes);

/// A running state of random features.
template <typename Real>
std::unique_ptr<Way<Real>> features_way(const Sizes& sizes);

/// All tokens of a text, one after the other: each is appended, then it asks.
///
/// \param way  that has seen nothing yet
/// \param n    tokens
/// \param d    coordinates of each query, key and value
/// \param Q    queries, shape (n, d), and so are the next two
/// \param K    keys
/// \param V    values
/// \param O    where the answers go
template <typename Real>
void attend_in_order(Way<Real>& way, std::size_t n, std::size_t d, const Real* Q, const Real* K, const Real* V, Real* O)
{
    for (std::size_t t = 0; t < n; ++t) {
        way.append(K + t * d, V + t * d);
        way.answer(Q + t * d, O + t * d);
    }
}

}  // namespace attention
