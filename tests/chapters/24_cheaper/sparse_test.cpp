// Windows, the k largest weights, and blocks chosen by their mean key.

#include "24_cheaper/sparse/chosen_blocks.hpp"
#include "24_cheaper/sparse/clustered_keys.hpp"
#include "24_cheaper/sparse/kept_mass.hpp"
#include "24_cheaper/sparse/top_k.hpp"
#include "24_cheaper/sparse/window.hpp"

#include "02_softmax/softmax.hpp"
#include "07_attention/attention.hpp"
#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace attention;
using tests::difference;
using Places = std::vector<std::size_t>;

TEST_CASE("a window shows the token itself and those just before it, as a mask of chapter 12 would")
{
    common::Random random(1);
    const Matrix Q = random.normal_matrix(11, 4);
    const Matrix K = random.normal_matrix(11, 4);
    const Matrix V = random.normal_matrix(11, 3);
    for (const std::size_t w : {1U, 2U, 5U, 11U, 100U}) {
        BoolMatrix mask = causal_mask(11, 11);
        for (std::size_t i = 0; i < 11; ++i) {
            for (std::size_t j = 0; j + w <= i; ++j) mask(i, j) = false;
        }
        CHECK(difference(window_attention(Q, K, V, w), scaled_dot_product_attention(Q, K, V, mask).output) < 1e-14);
    }
    CHECK(difference(window_attention(Q, K, V, 1), V) == 0.0);
    CHECK(difference(window_attention(Q, K, V, 0), Matrix(xt::zeros<double>({11, 3}))) == 0.0);
    CHECK_THROWS_AS(window_attention(Q, K, Matrix(xt::ones<double>({10, 3})), 2), std::invalid_argument);
}

TEST_CASE("where a window begins")
{
    CHECK(first_in_window(0, 1) == 0);
    CHECK(first_in_window(7, 8) == 0);
    CHECK(first_in_window(8, 8) == 1);
    CHECK(first_in_window(5, 1) == 5);
    CHECK(first_in_window(5, 0) == 6);
}

TEST_CASE("the largest places come in order, and of equals the first")
{
    const Vector x = {1, 5, 3, 5, -2};
    CHECK(largest_places(x, 0).empty());
    CHECK(largest_places(x, 1) == Places{1});
    CHECK(largest_places(x, 3) == Places{1, 3, 2});
    CHECK(largest_places(x, 9) == Places{1, 3, 2, 0, 4});
}

TEST_CASE("kept weights are those of softmax without the other scores")
{
    constexpr double hidden = -std::numeric_limits<double>::infinity();
    const Vector weights = softmax({1, 4, 2, 3});
    const Kept kept = keep_top(weights, 2);
    CHECK(difference(kept.weights, softmax({hidden, 4, hidden, 3})) < 1e-15);
    CHECK(kept.mass == weights(1) + weights(3));
    CHECK(difference(keep_top(weights, 0).weights, Vector{0, 0, 0, 0}) == 0.0);
    CHECK(difference(keep_top(weights, 4).weights, weights) < 1e-15);
}

TEST_CASE("a sharp softmax loses next to nothing without its small weights, a flat one nearly all")
{
    const KeptMass flat = kept_mass(1.0, {1, 16, 512}, 16, 512);
    const KeptMass sharp = kept_mass(8.0, {1, 16, 512}, 16, 512);
    CHECK(flat.mass[1] < 0.3);
    CHECK(sharp.mass[1] > 0.95);
    CHECK(sharp.errors[1] < 0.05);
    CHECK(flat.errors[1] > 1.0);
    CHECK(flat.errors[2] < 1e-12);  // all are kept
    CHECK(flat.mass[2] > 1 - 1e-12);
    CHECK(std::is_sorted(flat.mass.begin(), flat.mass.end()));
}

TEST_CASE("mean keys by hand, the last block shorter")
{
    const Matrix means = mean_keys({{1, 0}, {3, 2}, {0, 5}, {0, 7}, {4, 4}}, 2);
    CHECK(difference(means, Matrix{{2, 1}, {0, 6}, {4, 4}}) < 1e-15);
    CHECK(keys_of_best_blocks({1, 0}, means, 2, 1, 5) == Places{4});
    CHECK(keys_of_best_blocks({0, 1}, means, 2, 2, 5) == Places{2, 3, 4});
    CHECK(keys_of_best_blocks({0, 1}, means, 2, 3, 5).size() == 5);
}

TEST_CASE("rows in another order")
{
    CHECK(difference(reordered({{1}, {2}, {3}}, {2, 0, 1}), Matrix{{3}, {1}, {2}}) == 0.0);
}

TEST_CASE("the two tasks for blocks hold the same pairs: full attention gives the same answers")
{
    const BlockTask in_order = block_task(false, 8, 128, 32, 16);
    const BlockTask shuffled = block_task(true, 8, 128, 32, 16);
    CHECK(difference(in_order.K, shuffled.K) > 0.1);
    CHECK(difference(dot_product_attention(in_order.Q, in_order.K, in_order.V).output,
                     dot_product_attention(shuffled.Q, shuffled.K, shuffled.V).output) < 1e-12);
}

TEST_CASE("one block by its mean key is enough where neighbours are alike, and far from it where they are not")
{
    const ChosenBlocks alike = chosen_blocks(false, {1, 32});
    const ChosenBlocks shuffled = chosen_blocks(true, {1, 32});
    CHECK(alike.mass[0] > 0.9);
    CHECK(alike.errors[0] < 0.2);
    CHECK(shuffled.mass[0] < 0.2);
    CHECK(shuffled.errors[0] > 1.0);
    CHECK(alike.errors[1] < 1e-12);  // all blocks
    CHECK(shuffled.errors[1] < 1e-12);
}
