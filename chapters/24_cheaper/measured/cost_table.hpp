/// \file
/// Chapter 24: what each way saves and what it loses, in one table: over texts of one length, and in the same time.
#pragma once

#include "24_cheaper/linear/unit_rows.hpp"
#include "24_cheaper/measured/shortcuts.hpp"
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

/// Time all ways over the same random tokens, by plain loops in float on one thread.
///
/// They take turns; the median of the rounds counts.
///
/// \param n       tokens
/// \param sizes   of the shortcuts
/// \param rounds  how many, at least 1
/// \return        seconds, in the order of `shortcuts`
inline std::vector<double> seconds_of_ways(std::size_t n, const Sizes& sizes, int rounds)
{
    const MatrixOf<float> Q = random_matrix<float>(1, n, sizes.d);
    const MatrixOf<float> K = random_matrix<float>(2, n, sizes.d);
    const MatrixOf<float> V = random_matrix<float>(3, n, sizes.d);
    MatrixOf<float> O = xt::zeros<float>({n, sizes.d});
    const std::vector<Shortcut> all = shortcuts();
    std::vector<std::vector<double>> seconds(all.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t r = 0; r < all.size(); ++r) {
            const auto work = [&] {
                attend_in_order(*all[r].make(sizes), n, sizes.d, Q.data(), K.data(), V.data(), O.data());
            };
            seconds[r].push_back(best_seconds(1, 1, work));
        }
    }
    std::vector<double> medians;
    for (const std::vector<double>& times : seconds) medians.push_back(common::median(times));
    return medians;
}

/// Pairs to be recalled. Keys are as long as normal ones, sqrt(d), so that each scores sqrt(d) with itself.
struct Pairs {
    MatrixOf<float> keys;    ///< shape (count, d)
    MatrixOf<float> values;  ///< of length 1, shape (count, d)

    /// Random ones.
    Pairs(std::size_t count, std::size_t d, common::Random& random)
        : keys(std::sqrt(static_cast<double>(d)) * unit_rows(count, d, random)), values(unit_rows(count, d, random))
    {
    }
};

/// Ask for some of the pairs.
///
/// \param way     that has taken in all of them
/// \param pairs   which these are
/// \param places  those that are asked for
/// \return        the share that is recalled rightly, among all pairs
inline double recall_at(Way<float>& way, const Pairs& pairs, const std::vector<std::size_t>& places)
{
    constexpr std::size_t at_once = 512;  // all answers to all values would be a large matrix
    const Matrix values = pairs.values;
    double recalled = 0.0;
    for (std::size_t first = 0; first < places.size(); first += at_once) {
        const std::size_t count = std::min(at_once, places.size() - first);
        const std::vector<std::size_t> some(&places[first], &places[first] + count);
        MatrixOf<float> answers = xt::zeros<float>({count, values.shape(1)});
        for (std::size_t i = 0; i < count; ++i) way.answer(&pairs.keys(some[i], 0), &answers(i, 0));
        recalled += share_recalled(Matrix(answers), values, some) * static_cast<double>(count);
    }
    return recalled / static_cast<double>(places.size());
}

/// How many of some pairs a way recalls.
///
/// \param make   the way
/// \param sizes  how large the shortcuts are
/// \param count  how many pairs there are to recall, at least 1
/// \param draws  how many dictionaries of pairs are averaged
/// \param most   how many of the pairs are asked for at most, spread evenly from the first to the last
inline double recall_of(const MakeWay<float>& make, const Sizes& sizes, std::size_t count, std::size_t draws = 1,
                        std::size_t most = 4096)
{
    common::Random random(24);
    double recalled = 0.0;
    const std::size_t asked = std::min(count, most);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < asked; ++i) places.push_back((2 * i + 1) * count / (2 * asked));
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const Pairs pairs(count, sizes.d, random);
        const std::unique_ptr<Way<float>> way = make(sizes);
        for (std::size_t j = 0; j < count; ++j) way->append(&pairs.keys(j, 0), &pairs.values(j, 0));
        recalled += recall_at(*way, pairs, places) / static_cast<double>(draws);
    }
    return recalled;
}

/// A row of the table.
struct CostRow {
    std::string name;         ///< of the way
    double operations = 0.0;  ///< over 100,000 tokens, by formula
    double numbers = 0.0;     ///< kept after 100,000 tokens, by formula
    double seconds = 0.0;     ///< for n tokens, by plain loops, in float, on one thread
    double recalled = 0.0;    ///< of the pairs
};

/// The table.
struct CostTable {
    std::size_t n = 0;          ///< tokens that were timed
    std::size_t pairs = 0;      ///< that were to be recalled
    std::vector<CostRow> rows;  ///< in the order of `shortcuts`
};

/// Count every way, run it over the same tokens, and let it recall the same pairs.
///
/// \param n       tokens to be timed
/// \param sizes   of the shortcuts
/// \param rounds  of the clock, at least 1
/// \param pairs   to be recalled
inline CostTable cost_table(std::size_t n = 3000, const Sizes& sizes = {}, int rounds = 3, std::size_t pairs = 1000)
{
    const std::vector<double> seconds = seconds_of_ways(n, sizes, rounds);
    const RealSizes real(sizes);
    CostTable table{.n = n, .pairs = pairs, .rows = {}};
    for (const Shortcut& way : shortcuts()) {
        table.rows.push_back({.name = way.name,
                              .operations = way.operations(1e5, real),
                              .numbers = way.numbers(1e5, real),
                              .seconds = seconds[table.rows.size()],
                              .recalled = recall_of(way.make, sizes, pairs) * static_cast<double>(pairs)});
    }
    return table;
}

/// What a way does with the time that softmax takes over some tokens.
struct EqualTimeRow {
    std::string name;        ///< of the way
    std::size_t tokens = 0;  ///< that it has read when the time is up
    double recall = 0.0;     ///< the share of these that it recalls rightly, as pairs of a key and a value

    /// How many pairs that is.
    double recalled() const { return recall * static_cast<double>(tokens); }
};

/// How many tokens cost so many operations.
///
/// \param way         whose operations grow with n
/// \param sizes       how large the shortcuts are
/// \param operations  how many may be done
/// \return            the largest n, up to 2^30
inline std::size_t tokens_for(const Shortcut& way, const Sizes& sizes, double operations)
{
    const RealSizes real(sizes);
    std::size_t tokens = 0;
    for (std::size_t step = std::size_t{1} << 30U; step > 0; step /= 2) {
        if (way.operations(static_cast<double>(tokens + step), real) <= operations) tokens += step;
    }
    return tokens;
}

/// Compare at equal time, not at equal n: softmax reads n tokens, and whoever is faster reads on until that time is up.
///
/// Every way is timed over n tokens; beyond them, its time is taken to grow as its operations do.
///
/// \param n       tokens that softmax reads
/// \param sizes   how large the shortcuts are
/// \param rounds  of the clock, at least 1
/// \return        in the order of `shortcuts`
inline std::vector<EqualTimeRow> equal_time(std::size_t n = 1000, const Sizes& sizes = {}, int rounds = 3)
{
    const std::vector<double> seconds = seconds_of_ways(n, sizes, rounds);
    std::vector<EqualTimeRow> rows;
    for (const Shortcut& way : shortcuts()) {
        const double faster = seconds[0] / seconds[rows.size()];
        const std::size_t tokens =
            tokens_for(way, sizes, faster * way.operations(static_cast<double>(n), RealSizes(sizes)));
        rows.push_back({way.name, tokens, tokens == 0 ? 0.0 : recall_of(way.make, sizes, tokens)});
    }
    return rows;
}

}  // namespace attention
