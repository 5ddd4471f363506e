/// \file
/// Chapter 11: what attention costs, by the clock.
#pragma once

#include "11_complexity/operations.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "common/timing.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// Seconds that the three steps of attention take over n words.
struct StepTimes {
    std::size_t n = 0;   ///< words
    double scores = 0;   ///< Q K^T
    double softmax = 0;  ///< of each row
    double values = 0;   ///< weights times V

    /// All three steps.
    double total() const { return scores + softmax + values; }
};

/// Time attention over n random words, step by step.
///
/// \param n     words
/// \param d     coordinates of queries, keys and values
/// \param runs  how often, after a discarded warm-up; the median counts
/// \return      seconds by the wall clock, in double, with as many threads as BLAS uses
inline StepTimes time_attention(std::size_t n, std::size_t d, int runs = 3)
{
    common::Random random(n);
    const Matrix Q = random.normal_matrix(n, d) / std::sqrt(static_cast<double>(d));
    const Matrix K = random.normal_matrix(n, d);
    const Matrix V = random.normal_matrix(n, d);
    Matrix scores = score_matrix(Q, K);
    Matrix weights = softmax_rows(scores);
    Matrix output = V;
    return {.n = n,
            .scores = common::median_seconds([&] { scores = score_matrix(Q, K); }, runs),
            .softmax = common::median_seconds([&] { weights = softmax_rows(scores); }, runs),
            .values = common::median_seconds([&] { output = common::product(weights, V); }, runs)};
}

/// Time three projections of n random words, X W with W of shape (d, d).
///
/// \param n     words
/// \param d     coordinates of a word
/// \param runs  how often, after a discarded warm-up; the median counts
/// \return      seconds
inline double time_projections(std::size_t n, std::size_t d, int runs = 3)
{
    common::Random random(n);
    const Matrix X = random.normal_matrix(n, d);
    const Matrix W = random.normal_matrix(d, d);
    Matrix Q = X;
    return 3 * common::median_seconds([&] { Q = common::product(X, W); }, runs);
}

/// Seconds that Q K^T takes, by where its result goes.
struct FreshMemory {
    double fresh_s = 0;   ///< into memory that is new to the program each time
    double in_use_s = 0;  ///< into memory that the program has written to before
};

/// Time Q K^T of n random words, with scores that are new each time and with scores that are not.
///
/// \param n     words
/// \param d     coordinates of queries and keys
/// \param runs  how often, after a discarded warm-up; the median counts
/// \return      seconds
inline FreshMemory time_fresh_memory(std::size_t n, std::size_t d, int runs = 3)
{
    common::Random random(n);
    const Matrix Q = random.normal_matrix(n, d);
    const Matrix K = random.normal_matrix(n, d);
    Matrix scores = score_matrix(Q, K);
    const double fresh = common::median_seconds([&] { scores = score_matrix(Q, K); }, runs);
    const auto in_use = [&] {
        common::multiply_transposed(1.0, common::tile_of(Q), common::tile_of(K), common::tile_of(scores));
    };
    return {.fresh_s = fresh, .in_use_s = common::median_seconds(in_use, runs)};
}

/// How the time grows with the number of words: its exponent.
///
/// \param times  for at least three different n
/// \return       the fit of the total; time = constant * n^exponent
/// \throws std::invalid_argument  if there are fewer than three
inline common::PowerLaw growth(const std::vector<StepTimes>& times)
{
    std::vector<double> n;
    std::vector<double> seconds;
    for (const StepTimes& time : times) {
        n.push_back(static_cast<double>(time.n));
        seconds.push_back(time.total());
    }
    return common::fit_power_law(n, seconds);
}

/// Times as one JSON object: d, a list of times, and the exponent of their growth with its spread.
///
/// \param times  for at least three different n, in seconds
/// \param d      coordinates of queries, keys and values, at least 1
/// \return       one line, without its end
/// \throws std::invalid_argument  if there are fewer than three
inline std::string times_as_json(const std::vector<StepTimes>& times, std::size_t d)
{
    std::string rows;
    for (const StepTimes& t : times) {
        rows += fmt::format(R"({}{{"n":{},"operations":{},"scores_s":{:.9f},"softmax_s":{:.9f},"values_s":{:.9f}}})",
                            rows.empty() ? "" : ",", t.n, operations(t.n, t.n, d, d).total(), t.scores, t.softmax,
                            t.values);
    }
    const common::PowerLaw law = growth(times);
    return fmt::format(R"({{"d":{},"times":[{}],"exponent":{:.4f},"spread":{:.4f}}})", d, rows, law.exponent,
                       law.spread);
}

}  // namespace attention
