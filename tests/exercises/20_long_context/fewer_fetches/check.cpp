#include "tests/exercises/20_long_context/fewer_fetches/task.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

constexpr std::size_t n = 11;
constexpr std::size_t block = 4;

/// Eleven queries, keys and values without a pattern.
struct Case {
    Matrix Q;
    Matrix K;
    Matrix V;
};

Case eleven()
{
    common::Random random(3);
    return {2.0 * random.normal_matrix(n, 3), random.normal_matrix(n, 3), random.normal_matrix(n, 2)};
}

Matrix causal(const Case& c)
{
    const std::size_t rows = c.Q.shape(0);
    return scaled_dot_product_attention(c.Q, c.K, c.V, causal_mask(rows, rows)).output;
}

/// The output with another rule for who sees what.
template <typename Sees>
Matrix where(const Case& c, Sees sees)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = sees(i, j);
    }
    return scaled_dot_product_attention(c.Q, c.K, c.V, mask).output;
}

/// The first query sees nothing then, and 0 / 0 is not a number.
Matrix without_own_key(const Case& c)
{
    Matrix output = where(c, [](std::size_t i, std::size_t j) { return j < i; });
    set_row(output, 0, Vector(check::not_a_number * xt::ones<double>({c.V.shape(1)})));
    return output;
}

/// One pass for each query, with the old sums corrected or not.
Matrix in_passes(const Case& c, bool sum_too, bool output_too)
{
    Matrix output = xt::zeros<double>({n, c.V.shape(1)});
    for (std::size_t i = 0; i < n; ++i) {
        double m = -check::infinity;
        double l = 0.0;
        Vector o = xt::zeros<double>({c.V.shape(1)});
        for (std::size_t j = 0; j <= i; ++j) {
            const double score = dot(row_of(c.Q, i), row_of(c.K, j)) / std::sqrt(3.0);
            const double next = std::fmax(m, score);
            if (sum_too) l *= std::exp(m - next);
            if (output_too) o = Vector(o * std::exp(m - next));
            m = next;
            l += std::exp(score - next);
            o += std::exp(score - next) * row_of(c.V, j);
        }
        set_row(output, i, Vector(o / l));
    }
    return output;
}

Matrix answered(const Case& c, std::size_t size)
{
    SlowMemory memory(c.K, c.V);
    return fewer_fetches(c.Q, memory, size);
}

/// What is fetched where each block of queries goes over what its last query sees.
double needed(std::size_t rows, std::size_t size)
{
    std::size_t fetches = 0;
    for (std::size_t first = 0; first < rows; first += size) fetches += std::min(first + size, rows);
    return static_cast<double>(fetches);
}

/// How often a row was fetched, and what that says about the loops.
void ask_fetches(const std::string& what, std::size_t (SlowMemory::*fetched)() const)
{
    const Case c = eleven();
    const double best = needed(n, block);
    const double query_by_query = needed(n, 1);
    check::ask(
        {.call = fmt::format("{} fetched for 11 queries in blocks of 4", what),
         .answer =
             [&] {
                 SlowMemory memory(c.K, c.V);
                 const Matrix output = fewer_fetches(c.Q, memory, block);
                 return check::Value((memory.*fetched)());
             },
         .expected = best,
         .mistakes = {
             {"once_for_each_query", query_by_query,
              fmt::format(
                  "The numbers are right, but every query fetches for itself, {} times in all. Fetch a row once, and "
                  "let all queries of the block use it.",
                  query_by_query)},
             {"twice_for_each_query", 2.0 * query_by_query,
              "The numbers are right, but every query fetches for itself, and goes over the keys twice."},
             {"future_fetched", static_cast<double>(n * 3),
              "The numbers are right, but every block fetches all rows. Stop after the last one that a query of the block sees."},
             {"everything_for_everybody", static_cast<double>(n * n),
              "The numbers are right, but every query fetches all rows, even those it may not see."},
             {"two_passes", 2.0 * best,
              "The numbers are right, but each block goes over the rows twice. With a running maximum, once is enough."},
             {"everything_kept", static_cast<double>(n),
              "You fetched each row once, and kept it. No one can fetch less, but for 100,000 tokens there is no room: "
              "keep the state of a block of queries, and one row."}}});
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"softmax", "softmax_rows", "dot_product_attention", "scaled_dot_product_attention",
                          "online_attention", "over_keys", "blocked_attention", "fast_attention", "plain_attention"});
}

TEST_CASE("eleven queries in blocks of four")
{
    const Case c = eleven();
    const auto begin = [&](std::size_t i) { return i / block * block; };
    const auto end = [&](std::size_t i) { return std::min(begin(i) + block, n); };
    check::ask(
        {.call = "fewer_fetches(Q, memory, 4), eleven queries",
         .answer = [&] { return answered(c, block); },
         .expected = causal(c),
         .mistakes = {
             {"stops_at_first", where(c, [&](std::size_t i, std::size_t j) { return j <= begin(i); }),
              "Each block stops where its first query stops seeing. The other queries of the block see further."},
             {"whole_block_sees", where(c, [&](std::size_t i, std::size_t j) { return j < end(i); }),
              "All queries of a block see the same keys, so all but the last see into the future."},
             {"future_seen", where(c, [](std::size_t, std::size_t) { return true; }),
              "Every query sees every key: nothing is causal any more."},
             {"place_in_the_block", where(c, [&](std::size_t i, std::size_t j) { return j <= i - begin(i); }),
              "You compared a key's number with the query's place within its block. From the second block on, that shows it too few keys."},
             {"own_key_missing", without_own_key(c), "A query may see the key at its own place."},
             {"only_l_corrected", in_passes(c, true, false),
              "When the maximum rises, you correct l but not the output."},
             {"only_output_corrected", in_passes(c, false, true),
              "When the maximum rises, you correct the output but not l."},
             {"never_corrected", in_passes(c, false, false), "When the maximum rises, you correct nothing."},
             {"unscaled", causal({std::sqrt(3.0) * c.Q, c.K, c.V}),
              "You no longer divide the scores by the square root of d_k."}}});
}

TEST_CASE("blocks of all sizes, and no queries at all")
{
    const Case c = eleven();
    for (const std::size_t size : {1U, 3U, 5U, 11U, 20U}) {
        check::ask({.call = fmt::format("fewer_fetches(Q, memory, {}), eleven queries", size),
                    .answer = [&] { return answered(c, size); },
                    .expected = causal(c)});
    }
    const Case none = {xt::zeros<double>({0, 3}), xt::zeros<double>({0, 3}), xt::zeros<double>({0, 2})};
    check::ask({.call = "fewer_fetches(no queries, memory, 4)",
                .answer = [&] { return answered(none, block); },
                .expected = Matrix(xt::zeros<double>({0, 2}))});
}

TEST_CASE("scores far apart")
{
    Case c = eleven();
    c.Q *= 1000.0;
    check::ask({.call = "fewer_fetches(1000 Q, memory, 4), eleven queries",
                .answer = [&] { return answered(c, block); },
                .expected = causal(c)});
}

TEST_CASE("how often keys are fetched") { ask_fetches("keys", &SlowMemory::keys_fetched); }

TEST_CASE("how often values are fetched") { ask_fetches("values", &SlowMemory::values_fetched); }
