#include "tests/exercises/20_long_context/mended_causal/task.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

using namespace attention;

namespace
{

const Matrix Q = {{1, 0, 2}, {0, 1, -1}, {2, 1, 0}, {-1, 2, 1}, {1, 1, 1}};
const Matrix K = {{0, 1, 1}, {1, 2, 0}, {2, 0, -1}, {1, -1, 2}, {3, 1, 1}};
const Matrix V = {{1, 10}, {2, -20}, {4, 5}, {-3, 7}, {0, 9}};

Matrix with_mask(const BoolMatrix& mask) { return scaled_dot_product_attention(Q, K, V, mask).output; }

template <class Sees>
Matrix where(Sees sees)
{
    BoolMatrix mask = xt::zeros<bool>({5, 5});
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 5; ++j) mask(i, j) = sees(i, j);
    }
    return with_mask(mask);
}

/// One pass for each query, with the old sums corrected or not.
Matrix in_passes(bool sum_too, bool output_too)
{
    Matrix output = xt::zeros<double>({5, 2});
    for (std::size_t i = 0; i < 5; ++i) {
        double m = -1e300;
        double l = 0.0;
        Vector o = {0, 0};
        for (std::size_t j = 0; j <= i; ++j) {
            const double score = dot(row_of(Q, i), row_of(K, j)) / std::sqrt(3.0);
            const double next = std::fmax(m, score);
            if (sum_too) l *= std::exp(m - next);
            if (output_too) o *= std::exp(m - next);
            m = next;
            l += std::exp(score - next);
            o += std::exp(score - next) * row_of(V, j);
        }
        set_row(output, i, Vector(o / l));
    }
    return output;
}

}  // namespace

TEST_CASE("five queries in blocks of two")
{
    const std::size_t block = 2;
    const auto begin = [&](std::size_t i) { return i / block * block; };
    const auto end = [&](std::size_t i) { return std::min<std::size_t>(begin(i) + block, 5); };
    check::ask(
        {.call = "mended_causal(Q, K, V, 2), five queries",
         .answer = [&] { return mended_causal(Q, K, V, block); },
         .expected = with_mask(causal_mask(5, 5)),
         .mistakes = {
             {"stops_at_first", where([&](std::size_t i, std::size_t j) { return j <= begin(i); }),
              "Each block stops where its first query stops seeing. The others of the block see further."},
             {"whole_block_sees", where([&](std::size_t i, std::size_t j) { return j < end(i); }),
              "All queries of a block see the same keys: one that comes before the last sees into the future."},
             {"future_seen", where([](std::size_t, std::size_t) { return true; }),
              "Every query sees every key: nothing is causal."},
             {"place_in_the_block", where([&](std::size_t i, std::size_t j) { return j <= i - begin(i); }),
              "A key's number is compared with the query's place within its block. From the second block on, that is too few."},
             {"own_key_missing", where([](std::size_t i, std::size_t j) { return j < i; }),
              "A query may see the key at its own place."},
             {"only_l_corrected", in_passes(true, false),
              "When the maximum rises, l is corrected, and the output is not."},
             {"only_output_corrected", in_passes(false, true),
              "When the maximum rises, the output is corrected, and l is not."},
             {"never_corrected", in_passes(false, false), "When the maximum rises, nothing is corrected."},
             {"unscaled", scaled_dot_product_attention(std::sqrt(3.0) * Q, K, V, causal_mask(5, 5)).output,
              "The scores are not divided by the square root of d_k any more. That was no slip."}}});
}

TEST_CASE("blocks of all sizes")
{
    for (const std::size_t block : {1U, 3U, 4U, 5U, 9U}) {
        check::ask({.call = fmt::format("mended_causal(Q, K, V, {}), five queries", block),
                    .answer = [&] { return mended_causal(Q, K, V, block); },
                    .expected = with_mask(causal_mask(5, 5))});
    }
}

TEST_CASE("thirty random queries in blocks of seven")
{
    common::Random random(check::seed());
    const Matrix q = random.normal_matrix(30, 5);
    const Matrix k = random.normal_matrix(30, 5);
    const Matrix v = random.normal_matrix(30, 3);
    check::ask({.call = "mended_causal(30 random queries, keys, values, 7)",
                .answer = [&] { return mended_causal(q, k, v, 7); },
                .expected = scaled_dot_product_attention(q, k, v, causal_mask(30, 30)).output,
                .seed = check::seed()});
}
