/// \file
/// Chapter 24: how many pairs a memory holds: chapter 15's recall, with more and more pairs.
#pragma once

#include "24_cheaper/linear/fast_weights.hpp"
#include "24_cheaper/linear/linear_attention.hpp"
#include "24_cheaper/linear/unit_rows.hpp"

#include "02_softmax/softmax.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace attention
{

/// Answers to all keys of a dictionary, each asked once: keys K of length 1 and values V in, shape (m, d_v) out.
using Remember = std::function<Matrix(const Matrix& K, const Matrix& V)>;

/// A way to remember, and its name.
struct Memory {
    std::string name;  ///< for a table
    Remember answers;  ///< what it does
};

/// Softmax over the keys, with sharpness beta.
inline Matrix softmax_answers(const Matrix& K, const Matrix& V, double beta)
{
    const Matrix scores = beta * common::product_transposed(K, K);  // (m, m)
    return common::product(softmax_rows(scores), V);                // (m, d_v)
}

/// Linear attention with elu + 1, keys and queries made longer first.
inline Matrix elu_answers(const Matrix& K, const Matrix& V, double length)
{
    const Matrix phi = elu_plus_one(length * K);  // (m, d)
    return linear_attention(phi, phi, V);
}

/// The delta rule, each pair shown once.
inline Matrix delta_answers(const Matrix& K, const Matrix& V)
{
    FastWeights memory(K.shape(1), V.shape(1));
    for (std::size_t j = 0; j < K.shape(0); ++j) memory.correct(row_of(K, j), row_of(V, j));
    return common::product(K, memory.S);
}

/// The plain sum of k^T v, all pairs at once: K (K^T V).
inline Matrix sum_answers(const Matrix& K, const Matrix& V)
{
    const Matrix across = xt::transpose(K);  // (d, m)
    return common::product(K, common::product(across, V));
}

/// The contenders. Keys of length 8 under 1 / sqrt(64) are keys of length 1 under beta = 8; elu + 1 is there twice, because
/// the length of the keys decides how alike their features are.
inline std::vector<Memory> memories()
{
    return {{"softmax, beta = 8", [](const Matrix& K, const Matrix& V) { return softmax_answers(K, V, 8.0); }},
            {"elu + 1, length 8", [](const Matrix& K, const Matrix& V) { return elu_answers(K, V, 8.0); }},
            {"elu + 1, length 64", [](const Matrix& K, const Matrix& V) { return elu_answers(K, V, 64.0); }},
            {"plain sum", sum_answers},
            {"delta rule", delta_answers}};
}

/// What one of them recalls.
struct Recall {
    std::string name;            ///< of the memory
    std::vector<double> shares;  ///< recalled rightly, from 0 to 1, for each number of pairs
};

/// What all of them recall.
struct RecallByPairs {
    std::vector<std::size_t> pairs;  ///< how many were to be remembered
    std::vector<Recall> rows;        ///< in the order of `memories`
};

/// Let all memories learn dictionaries of random pairs, and ask each for every key.
///
/// A recalled answer is one that is nearer to the right value than to any other of the dictionary.
///
/// \param pairs  how many pairs, for each column
/// \param d      coordinates of keys and values
/// \param draws  how many dictionaries are drawn for each column
inline RecallByPairs recall_by_pairs(const std::vector<std::size_t>& pairs = {16, 32, 64, 128, 256}, std::size_t d = 64,
                                     std::size_t draws = 20)
{
    RecallByPairs found{.pairs = pairs, .rows = {}};
    const std::vector<Memory> all = memories();
    for (const Memory& memory : all) found.rows.push_back({memory.name, std::vector<double>(pairs.size(), 0.0)});
    common::Random random(24);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        for (std::size_t draw = 0; draw < draws; ++draw) {
            const Matrix K = unit_rows(pairs[p], d, random);
            const Matrix V = unit_rows(pairs[p], d, random);
            for (std::size_t r = 0; r < all.size(); ++r)
                found.rows[r].shares[p] += share_recalled(all[r].answers(K, V), V) / static_cast<double>(draws);
        }
    }
    return found;
}

}  // namespace attention
