/// \file
/// Chapter 24: what each way saves and what it loses, in one table.
#pragma once

#include "24_cheaper/linear/unit_rows.hpp"
#include "24_cheaper/measured/way.hpp"

#include "20_long_context/measured/best_seconds.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/median.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace attention
{

/// Operations of a way over n tokens, causal: two for each multiply-add of its products. (Softmax, exponentials and the
/// search for the largest are left out, as in chapter 11's rule of thumb.)
using CountOperations = double (*)(double n, const Sizes& sizes);

/// The sum of min(t, w) for t from 1 to n: how many keys are seen under a window, by all tokens together.
inline double keys_in_windows(double n, double w) { return n <= w ? n * (n + 1) / 2 : w * (w + 1) / 2 + (n - w) * w; }

/// @{
/// By formula; d is the size of queries, keys and values.
inline double softmax_operations(double n, const Sizes& s)
{
    return 4 * static_cast<double>(s.d) * n * (n + 1) / 2;  // two products for each pair
}
inline double window_operations(double n, const Sizes& s)
{
    return 4 * static_cast<double>(s.d) * keys_in_windows(n, static_cast<double>(s.window));
}
inline double top_k_operations(double n, const Sizes& s)
{
    const double scores = n * (n + 1) / 2;  // all of them are needed
    return 2 * static_cast<double>(s.d) * (scores + keys_in_windows(n, static_cast<double>(s.top)));
}
inline double linear_operations(double n, const Sizes& s)
{
    const auto d = static_cast<double>(s.d);
    return n * (2 * d * d + 2 * d * d + 2 * d);  // into the state, out of it, and the normaliser
}
inline double delta_operations(double n, const Sizes& s)
{
    const auto d = static_cast<double>(s.d);
    return n * (3 * 2 * d * d + 2 * 2 * d);  // ask, correct, ask; and two lengths
}
inline double features_operations(double n, const Sizes& s)
{
    const auto d = static_cast<double>(s.d);
    const auto r = static_cast<double>(s.features);
    return n * (2 * 2 * d * r + 2 * 2 * d * r + 2 * r + 2 * 2 * d);  // features of q and k, then as linear
}
/// @}

/// From how many tokens on causal linear attention takes fewer operations than causal softmax: their formulas are equal
/// at n = 2 d.
inline double break_even_by_formula(double d) { return 2 * d; }

/// Blocks chosen by their mean key: a product with each full block, then two with each key of the chosen ones and with
/// each newer key.
inline double blocks_operations(double n, const Sizes& s)
{
    double products = 0;
    for (std::size_t t = 1; t <= static_cast<std::size_t>(n); ++t) {
        const std::size_t full = t / s.block;
        products += static_cast<double>(full + 2 * (std::min(full, s.chosen) * s.block + t % s.block));
    }
    return 2 * static_cast<double>(s.d) * products;
}

/// A way with its name and its formula.
struct Shortcut {
    std::string name;            ///< for a table
    MakeWay<float> make;         ///< to run it
    CountOperations operations;  ///< to count it
};

/// All ways, softmax first.
inline std::vector<Shortcut> shortcuts()
{
    return {{"softmax", softmax_way<float>, softmax_operations},
            {"window", window_way<float>, window_operations},
            {"top-k", top_k_way<float>, top_k_operations},
            {"chosen blocks", blocks_way<float>, blocks_operations},
            {"linear, elu + 1", linear_way<float>, linear_operations},
            {"linear, delta rule", delta_way<float>, delta_operations},
            {"linear, random features", features_way<float>, features_operations}};
}

/// A row of the table.
struct CostRow {
    std::string name;              ///< of the way
    double operations = 0.0;       ///< over n tokens, by formula
    std::size_t numbers = 0;       ///< kept after n tokens
    double seconds = 0.0;          ///< for n tokens, by plain loops, float, one thread
    double long_operations = 0.0;  ///< over 100,000 tokens, by formula
    double recall = 0.0;           ///< of 256 pairs: the share recalled rightly
};

/// The table.
struct CostTable {
    std::size_t n = 0;          ///< tokens that were timed
    std::size_t pairs = 0;      ///< that were to be recalled
    Sizes sizes;                ///< of the shortcuts
    std::vector<CostRow> rows;  ///< in the order of `shortcuts`
};

/// How many of some pairs a way recalls. Keys are as long as normal ones, so that a key scores sqrt(d) with itself.
///
/// \param make   the way
/// \param sizes  how large the shortcuts are
/// \param pairs  how many there are to recall
/// \param draws  how many dictionaries of pairs are averaged
inline double recall_of(const MakeWay<float>& make, const Sizes& sizes, std::size_t pairs, std::size_t draws)
{
    common::Random random(24);
    double recalled = 0.0;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const Matrix unit_K = unit_rows(pairs, sizes.d, random);
        const Matrix V = unit_rows(pairs, sizes.d, random);
        const MatrixOf<float> keys = std::sqrt(static_cast<double>(sizes.d)) * unit_K;  // (pairs, d)
        const MatrixOf<float> values = V;                                               // (pairs, d)
        MatrixOf<float> answers = xt::zeros<float>({pairs, sizes.d});
        const std::unique_ptr<Way<float>> way = make(sizes);
        for (std::size_t j = 0; j < pairs; ++j) way->append(&keys(j, 0), &values(j, 0));
        for (std::size_t j = 0; j < pairs; ++j) way->answer(&keys(j, 0), &answers(j, 0));
        const Matrix found = answers;
        recalled += share_recalled(found, V) / static_cast<double>(draws);
    }
    return recalled;
}

/// Run every way over the same tokens and over the same dictionaries.
///
/// The ways take turns on the clock; the median of the rounds counts.
///
/// \param n       tokens to be timed
/// \param sizes   of the shortcuts
/// \param rounds  how many, at least 1
/// \param pairs   to be recalled
/// \param draws   how many dictionaries of pairs are averaged
inline CostTable cost_table(std::size_t n = 3000, const Sizes& sizes = {}, int rounds = 3, std::size_t pairs = 256,
                            std::size_t draws = 4)
{
    const MatrixOf<float> Q = random_matrix<float>(1, n, sizes.d);
    const MatrixOf<float> K = random_matrix<float>(2, n, sizes.d);
    const MatrixOf<float> V = random_matrix<float>(3, n, sizes.d);
    MatrixOf<float> O = xt::zeros<float>({n, sizes.d});
    const std::vector<Shortcut> all = shortcuts();
    std::vector<std::vector<double>> seconds(all.size());
    CostTable table{.n = n, .pairs = pairs, .sizes = sizes, .rows = std::vector<CostRow>(all.size())};
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t r = 0; r < all.size(); ++r) {
            const std::unique_ptr<Way<float>> way = all[r].make(sizes);
            seconds[r].push_back(
                best_seconds(1, 1, [&] { attend_in_order(*way, n, sizes.d, Q.data(), K.data(), V.data(), O.data()); }));
            table.rows[r].numbers = way->numbers();
        }
    }
    for (std::size_t r = 0; r < all.size(); ++r) {
        CostRow& row = table.rows[r];
        row.name = all[r].name;
        row.operations = all[r].operations(static_cast<double>(n), sizes);
        row.long_operations = all[r].operations(1e5, sizes);
        row.seconds = common::median(seconds[r]);
        row.recall = recall_of(all[r].make, sizes, pairs, draws);
    }
    return table;
}

}  // namespace attention
