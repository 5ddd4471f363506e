#include "22_kv_cache/by_hand.hpp"
#include "22_kv_cache/pitfalls.hpp"

#include "12_masks/masks.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

using namespace attention;
using tests::difference;

TEST_CASE("cat sat mat, one at a time, as with a pencil")
{
    const std::vector<pencil::Step> steps = pencil::steps(3);
    CHECK(difference(steps[0].weights, Vector{1}) < 1e-15);
    CHECK(difference(steps[1].weights, Vector{1.0 / 3, 2.0 / 3}) < 1e-15);
    CHECK(difference(steps[2].weights, Vector{1.0 / 6, 4.0 / 6, 1.0 / 6}) < 1e-15);
    CHECK(difference(Vector{steps[0].output, steps[1].output, steps[2].output}, Vector{6, 4, 13.0 / 3}) < 1e-14);
    CHECK(pencil::steps(pencil::words.size()).size() == pencil::words.size());
}

TEST_CASE("a head that looks one word back needs true places, wherever they begin")
{
    CHECK(weight_one_back(16, 0, 15) > 0.9);
    CHECK(difference(Vector{weight_one_back(16, 100, 115)}, Vector{weight_one_back(16, 0, 15)}) < 1e-9);
    CHECK(weight_one_back(16, 0, 0) < 0.01);

    // Two words, at places 5 and 0: the query of the second looks for place -1. Its scores, by the formula of chapter 16.
    const auto score = [](double steps_ahead) {
        double sum = 0.0;
        for (std::size_t pair = 0; pair < 8; ++pair)
            sum += std::cos((steps_ahead + 1) * std::pow(10000.0, -static_cast<double>(pair) / 8));
        return 32.0 * sum / std::sqrt(16.0);
    };
    CHECK(difference(Vector{weight_one_back(2, 5, 0)}, Vector{1 / (1 + std::exp(score(0) - score(5)))}) < 1e-12);
}

TEST_CASE("a prompt in chunks is right with the mask at the bottom right alone")
{
    const auto bottom_right = [](std::size_t n, std::size_t m) { return causal_mask(n, m, Alignment::bottom_right); };
    const auto top_left = [](std::size_t n, std::size_t m) { return causal_mask(n, m, Alignment::top_left); };
    for (const std::size_t chunk : {1U, 2U, 3U, 12U}) {
        for (const double error : errors_of_chunks(12, chunk, bottom_right)) CHECK(error < 1e-14);
    }
    const std::vector<double> wrong = errors_of_chunks(12, 4, top_left);
    REQUIRE(wrong.size() == 3);
    CHECK(wrong[0] < 1e-14);  // which is why nobody notices
    CHECK(wrong[1] > 0.1);
    CHECK(wrong[2] > 0.1);
    const std::vector<double> unmasked =
        errors_of_chunks(12, 4, [](std::size_t n, std::size_t m) { return BoolMatrix(xt::ones<bool>({n, m})); });
    for (const double error : unmasked) CHECK(error > 0.01);
}

TEST_CASE("padding stands where it should, is hidden where it should be, and is counted where it should be")
{
    const Padding in_front = {.in_front = true, .hidden = true, .counted_in = true};
    const PaddedRow row = padded_row(&in_front);
    CHECK((row.positions == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    CHECK((row.is_real == std::vector<bool>{false, false, false, false, true, true, true, true, true, true}));
    const Padding at_the_end = {.in_front = false, .hidden = true, .counted_in = false};
    const PaddedRow other = padded_row(&at_the_end);
    CHECK((other.positions == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 5, 5, 5, 5}));
    CHECK((other.is_real == std::vector<bool>{true, true, true, true, true, false, false, false, false, true}));
    CHECK((row_of(row.X, 9) == row_of(other.X, 9)));
    CHECK((row_of(row.X, 4) == row_of(padded_row(nullptr).X, 0)));
}

TEST_CASE("hidden padding does no harm where places count words alone; rotary forgives a common shift")
{
    for (const PositionKind positions : {PositionKind::added, PositionKind::rotary}) {
        for (const bool in_front : {true, false}) {
            CHECK(error_of_padding({.in_front = in_front, .hidden = true, .counted_in = false}, positions) < 1e-12);
            CHECK(error_of_padding({.in_front = in_front, .hidden = false, .counted_in = false}, positions) > 0.1);
        }
        CHECK(error_of_padding({.in_front = false, .hidden = true, .counted_in = true}, positions) > 0.01);
    }
    CHECK(error_of_padding({.in_front = true, .hidden = true, .counted_in = true}, PositionKind::rotary) < 1e-12);
    CHECK(error_of_padding({.in_front = true, .hidden = true, .counted_in = true}, PositionKind::added) > 0.1);
}
