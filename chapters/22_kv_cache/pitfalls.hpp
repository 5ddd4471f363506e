/// \file
/// Chapter 22: three ways to use a cache wrongly. None raises an error, so each is measured.
#pragma once

#include "22_kv_cache/cache.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "16_positions/previous_token.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/sinusoidal.hpp"

#include "common/blas.hpp"
#include "common/difference.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// A single row as a matrix, turned to its position as in chapter 16.
inline Vector turned_to(const Vector& v, std::size_t position)
{
    Matrix row = xt::zeros<double>({std::size_t{1}, v.size()});
    set_row(row, 0, v);
    return row_of(rotated(row, position), 0);
}

/// Chapter 16's head that looks one word back, over a cache: how much weight does the word before get?
///
/// The value of each token names it (a 1 in its own place), so the output is the weights.
///
/// \param tokens      in the cache with the new one, at least 2
/// \param first       the position of the first token
/// \param newest      the position that the newest token is given, for its key and its query
/// \return            its weight on the token before
inline double weight_one_back(std::size_t tokens, std::size_t first, std::size_t newest)
{
    constexpr std::size_t d_k = 16;
    Vector k = xt::zeros<double>({d_k});
    for (std::size_t c = 0; c < d_k; c += 2) k(c) = 1.0;
    KeyValueCache cache(d_k, tokens);
    for (std::size_t t = 0; t < tokens; ++t) {
        Vector v = xt::zeros<double>({tokens});
        v(t) = 1.0;
        cache.append(turned_to(k, t + 1 == tokens ? newest : first + t), v);
    }
    return attend_to_cache(turned_to(32.0 * query_one_back(d_k), newest), cache)(tokens - 2);
}

/// Queries, keys and values of a text.
struct TextRoles {
    Matrix Q;  ///< shape (n, d)
    Matrix K;  ///< shape (n, d)
    Matrix V;  ///< shape (n, d)
};

/// Random ones.
inline TextRoles random_roles(std::size_t n, std::size_t d, std::uint64_t seed)
{
    common::Random random(seed);
    return {random.normal_matrix(n, d), random.normal_matrix(n, d), random.normal_matrix(n, d)};
}

/// Which keys the queries of a chunk may see, among those of the chunk and all before it.
using ChunkMask = BoolMatrix (*)(std::size_t queries, std::size_t keys);

/// Read a prompt chunk by chunk, each over a cache of those before it, and compare with a single causal pass.
///
/// \param n      tokens of the prompt
/// \param chunk  tokens of a chunk; divides n
/// \param mask   makes the mask of a chunk
/// \return       the largest error of each chunk's outputs
inline std::vector<double> errors_of_chunks(std::size_t n, std::size_t chunk, ChunkMask mask)
{
    const TextRoles text = random_roles(n, 8, 1);
    const Matrix right = scaled_dot_product_attention(text.Q, text.K, text.V, causal_mask(n, n)).output;
    std::vector<double> errors;
    for (std::size_t begin = 0; begin < n; begin += chunk) {
        const std::size_t end = begin + chunk;
        const Matrix Q = xt::view(text.Q, xt::range(begin, end), xt::all());
        const Matrix K = xt::view(text.K, xt::range(std::size_t{0}, end), xt::all());  // kept, and this chunk's own
        const Matrix V = xt::view(text.V, xt::range(std::size_t{0}, end), xt::all());
        const Matrix expected = xt::view(right, xt::range(begin, end), xt::all());
        errors.push_back(common::difference(scaled_dot_product_attention(Q, K, V, mask(chunk, end)).output, expected));
    }
    return errors;
}

/// How a prompt of five words is brought to the length of one of nine, and how its positions are counted.
struct Padding {
    bool in_front = true;     ///< the four rows of filling stand before the words, else between them and the next word
    bool hidden = true;       ///< by a mask
    bool counted_in = false;  ///< positions go on through the filling
};

/// A row of a batch: the words of a prompt, its filling, and last the next word.
struct PaddedRow {
    Matrix X;                            ///< shape (m, d)
    std::vector<std::size_t> positions;  ///< m of them
    std::vector<bool> is_real;           ///< m of them, false for the filling
};

/// Five words, the filling, the next word.
///
/// \param padding  where the filling is; nullptr for none at all
/// \return         the same words in any case
inline PaddedRow padded_row(const Padding* padding)
{
    const std::size_t d = 8;
    const std::size_t words = 5;
    const std::size_t filling = padding == nullptr ? 0 : 4;
    const std::size_t filled_from = padding != nullptr && padding->in_front ? 0 : words;
    const Matrix text = common::Random(2).normal_matrix(words + 1, d);
    PaddedRow row{xt::ones<double>({words + filling + 1, d}), {}, {}};
    std::size_t word = 0;
    for (std::size_t i = 0; i < words + filling + 1; ++i) {
        const bool real = i < filled_from || i >= filled_from + filling;
        row.positions.push_back(padding != nullptr && padding->counted_in ? i : word);
        row.is_real.push_back(real || !padding->hidden);
        if (real) set_row(row.X, i, row_of(text, word++));
    }
    return row;
}

/// How positions enter.
enum class PositionKind {
    added,   ///< sines and cosines, added to the words
    rotary,  ///< by turning queries and keys
};

/// What the next word of a padded prompt finds.
///
/// \param row        the prompt, its filling, and the next word
/// \param positions  how they enter
/// \return           its output, shape (d)
inline Vector next_word_finds(const PaddedRow& row, PositionKind positions)
{
    const std::size_t d = row.X.shape(1);
    common::Random random(3);
    const Matrix W_Q = random.normal_matrix(d, d);
    const Matrix W_K = random.normal_matrix(d, d);
    Matrix X = row.X;
    for (std::size_t i = 0; i < X.shape(0) && positions == PositionKind::added; ++i)
        set_row(X, i, row_of(X, i) + row_of(sinusoidal_positions(1, d, row.positions[i]), 0));
    Matrix Q = common::product(X, W_Q) / static_cast<double>(d);
    Matrix K = common::product(X, W_K);
    for (std::size_t i = 0; i < X.shape(0) && positions == PositionKind::rotary; ++i) {
        set_row(Q, i, turned_to(row_of(Q, i), row.positions[i]));
        set_row(K, i, turned_to(row_of(K, i), row.positions[i]));
    }
    const Matrix newest = xt::view(Q, xt::range(X.shape(0) - 1, X.shape(0)), xt::all());
    return row_of(scaled_dot_product_attention(newest, K, X, padding_mask(1, row.is_real)).output, 0);
}

/// How wrong the next word's output is in a padded prompt.
///
/// \param padding    how it is padded
/// \param positions  how they enter
/// \return           the largest difference from the prompt without any filling
inline double error_of_padding(const Padding& padding, PositionKind positions)
{
    return common::difference(next_word_finds(padded_row(&padding), positions),
                              next_word_finds(padded_row(nullptr), positions));
}

}  // namespace attention
