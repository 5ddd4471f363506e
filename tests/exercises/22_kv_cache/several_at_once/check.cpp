#include "tests/exercises/22_kv_cache/several_at_once/task.hpp"

#include "12_masks/masked_attention.hpp"
#include "16_positions/rotary.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>

using namespace attention;

namespace
{

constexpr std::size_t d_k = 4;
constexpr std::size_t d_v = 3;

/// A prompt.
struct Case {
    Matrix Q;
    Matrix K;
    Matrix V;
};

Case prompt(std::size_t n)
{
    common::Random random(5);
    return {2.0 * random.normal_matrix(n, d_k), random.normal_matrix(n, d_k), random.normal_matrix(n, d_v)};
}

Matrix right(const Case& c)
{
    const std::size_t n = c.Q.shape(0);
    return scaled_dot_product_attention(rotated(c.Q), rotated(c.K), c.V, causal_mask(n, n)).output;
}

/// Rows turned as if each chunk of three began at position 0.
Matrix turned_anew(const Matrix& X)
{
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        Matrix row = xt::zeros<double>({std::size_t{1}, X.shape(1)});
        set_row(row, 0, row_of(X, i));
        set_row(turned, i, row_of(rotated(row, i % 3), 0));
    }
    return turned;
}

/// Seven tokens in chunks of three, done in some way.
struct Way {
    bool queries_anew = false;
    std::size_t queries_ahead = 0;  ///< places
    bool keys_anew = false;
    bool last_lost = false;
    std::function<bool(std::size_t i, std::size_t j)> sees = [](std::size_t i, std::size_t j) { return j <= i; };
};

Matrix done(const Way& way)
{
    const Case c = prompt(7);
    BoolMatrix mask = xt::zeros<bool>({std::size_t{7}, std::size_t{7}});
    for (std::size_t i = 0; i < 7; ++i) {
        for (std::size_t j = 0; j < 7; ++j) mask(i, j) = way.sees(i, j);
    }
    const Matrix Q = way.queries_anew ? turned_anew(c.Q) : rotated(c.Q, way.queries_ahead);
    const Matrix K = way.keys_anew ? turned_anew(c.K) : rotated(c.K);
    Matrix output = scaled_dot_product_attention(Q, K, c.V, mask).output;
    if (way.last_lost) set_row(output, 6, xt::zeros<double>({d_v}));
    return output;
}

/// Queries turned from the end of their chunk on; the last chunk has one token.
Matrix chunk_ahead()
{
    Matrix output = done({.queries_ahead = 3});
    set_row(output, 6, row_of(done({.queries_ahead = 1}), 6));
    return output;
}

/// A query of a chunk compared by its place in the chunk.
bool top_left(std::size_t i, std::size_t j) { return j <= i % 3; }

Matrix answered(const Case& c, std::size_t chunk) { return several_at_once(c.Q, c.K, c.V, chunk); }

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"causal_mask", "attend_to_cache", "online_attention", "blocked_attention", "fast_attention"});
}

TEST_CASE("seven tokens in chunks of three")
{
    const Case seven = prompt(7);
    const auto sees = [](auto rule) { return done({.sees = rule}); };
    const auto chunk_of = [](std::size_t i) { return i / 3; };
    const std::string all_places = "Every query is at the wrong place by one: row i of a chunk is token first + i.";
    check::ask(
        {.call = "several_at_once(Q, K, V, 3), seven tokens",
         .answer = [&] { return answered(seven, 3); },
         .expected = right(seven),
         .mistakes = {
             {"wrong_corner", sees(top_left),
              "You still compare a key's number with the query's place in its chunk. From the second chunk on, that shows it "
              "too few keys: only the first ones in the cache."},
             {"positions_begin_anew", done({.queries_anew = true}),
              "In each chunk the queries are turned as if they began at position 0. The keys are not."},
             {"last_chunk_lost", done({.last_lost = true}),
              "The last token is missing: the loop leaves out a chunk that is not full."},
             {"corner_and_positions", done({.queries_anew = true, .sees = top_left}),
              "Two slips are left: who sees whom, and the positions of the queries."},
             {"corner_and_last_chunk", done({.last_lost = true, .sees = top_left}),
              "Two slips are left: who sees whom, and the last chunk, which is not full."},
             {"positions_and_last_chunk", done({.queries_anew = true, .last_lost = true}),
              "Two slips are left: the positions of the queries, and the last chunk, which is not full."},
             {"nothing_mended", done({.queries_anew = true, .last_lost = true, .sees = top_left}),
              "All three slips are still there."},
             {"keys_begin_anew", done({.queries_anew = true, .keys_anew = true}),
              "Now queries and keys are both turned from position 0 in each chunk. Two tokens of different chunks are then "
              "thought to be nearer to each other than they are."},
             {"keys_begin_anew", done({.keys_anew = true}),
              "The queries have their positions, but now the keys of each chunk are turned from position 0."},
             {"queries_ahead", done({.queries_ahead = 1}),
              "Every query is turned one place too far: row i of a chunk is token first + i, counted from 0."},
             {"queries_ahead", chunk_ahead(),
              "Your queries are turned from where their chunk ends. It begins at first."},
             {"second_chunk_only",
              sees([&](std::size_t i, std::size_t j) { return j <= 3 + i % 3 && chunk_of(j) <= chunk_of(i); }),
              "You added `chunk` to the query's place. That is right in the second chunk, which begins there, and in no other."},
             {"aligned_with_the_prompt", sees([&](std::size_t i, std::size_t j) {
                  return j + 7 <= i % 3 + std::min<std::size_t>(i / 3 * 3 + 3, 7);
              }),
              "You aligned each chunk as if it had as many rows as the whole prompt. Compare with the tokens of the chunk."},
             {"whole_chunk_seen", sees([&](std::size_t i, std::size_t j) { return chunk_of(j) <= chunk_of(i); }),
              "The tokens of a chunk all see each other, so that all but the last see into the future."},
             {"future_seen", sees([](std::size_t, std::size_t) { return true; }), "Every token sees every other."},
             {"own_chunk_unseen",
              sees([&](std::size_t i, std::size_t j) { return chunk_of(j) < chunk_of(i) || j == i; }),
              "The tokens of a chunk see the cache and themselves, but not those before them in the same chunk."},
             {"own_chunk_unseen", sees([&](std::size_t i, std::size_t j) { return chunk_of(j) < chunk_of(i); }),
              "The tokens of a chunk see only the chunks before. They also see their own, up to themselves."},
             {"cache_unseen", sees([&](std::size_t i, std::size_t j) { return j <= i && chunk_of(j) == chunk_of(i); }),
              "The tokens of a chunk see only their own chunk. The chunks before are in the cache."},
             {"one_place_off", sees([](std::size_t i, std::size_t j) { return j < i; }), all_places},
             {"one_place_off", sees([](std::size_t i, std::size_t j) { return j <= i + 1; }), all_places}}});
}

TEST_CASE("chunks of all sizes, and no tokens at all")
{
    const Case seven = prompt(7);
    for (const std::size_t chunk : {1U, 2U, 4U, 7U, 20U}) {
        check::ask({.call = fmt::format("several_at_once(Q, K, V, {}), seven tokens", chunk),
                    .answer = [&] { return answered(seven, chunk); },
                    .expected = right(seven)});
    }
    check::ask({.call = "several_at_once(no tokens, 3)",
                .answer = [] { return answered(prompt(0), 3); },
                .expected = Matrix(xt::zeros<double>({std::size_t{0}, d_v}))});
}

TEST_CASE("forty tokens in chunks of sixteen")
{
    const Case forty = prompt(40);
    check::ask({.call = "several_at_once(Q, K, V, 16), forty tokens",
                .answer = [&] { return answered(forty, 16); },
                .expected = right(forty)});
}
