// The k largest weights, and blocks chosen by their mean key.

#include "24_cheaper/sparse/chosen_blocks.hpp"
#include "24_cheaper/sparse/clustered_keys.hpp"
#include "24_cheaper/sparse/kept_mass.hpp"
#include "24_cheaper/sparse/top_k.hpp"

#include "07_attention/attention.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace attention;
using tests::difference;
using Places = std::vector<std::size_t>;

TEST_CASE("the largest places come in order, and of equals the first")
{
    const Vector x = {1, 5, 3, 5, -2};
    CHECK(largest_places(x, 0).empty());
    CHECK(largest_places(x, 1) == Places{1});
    CHECK(largest_places(x, 3) == Places{1, 3, 2});
    CHECK(largest_places(x, 9) == Places{1, 3, 2, 0, 4});
}

TEST_CASE("what some weights sum to")
{
    const Vector weights = {0.125, 0.5, 0.125, 0.25};
    CHECK(mass_at(weights, {1, 3}) == 0.75);
    CHECK(mass_at(weights, {}) == 0.0);
    CHECK(mass_at(weights, largest_places(weights, 4)) == 1.0);
}

TEST_CASE("a sharp softmax loses next to nothing without its small weights, a flat one nearly all")
{
    const KeptMass flat = kept_mass(1.0, {1, 16, 512}, 16, 512);
    const KeptMass sharp = kept_mass(8.0, {1, 16, 512}, 16, 512);
    CHECK(flat.mass[1] < 0.3);
    CHECK(sharp.mass[1] > 0.95);
    CHECK(std::abs(flat.mass[2] - 1) < 1e-12);  // all are kept
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

TEST_CASE("the two tasks for blocks hold the same keys: full attention gives the same answers")
{
    const BlockTask in_order = block_task(false, 8, 128, 32, 16);
    const BlockTask shuffled = block_task(true, 8, 128, 32, 16);
    CHECK(difference(in_order.K, shuffled.K) > 0.1);
    CHECK(difference(dot_product_attention(in_order.Q, in_order.K, in_order.K).output,
                     dot_product_attention(shuffled.Q, shuffled.K, shuffled.K).output) < 1e-12);
}

TEST_CASE("one block by its mean key is enough where neighbours are alike, and far from it where they are not")
{
    const ChosenBlocks alike = chosen_blocks(false, {1, 32});
    const ChosenBlocks shuffled = chosen_blocks(true, {1, 32});
    CHECK(alike.mass[0] > 0.9);
    CHECK(shuffled.mass[0] < 0.2);
    CHECK(std::abs(alike.mass[1] - 1) < 1e-12);  // all blocks
    CHECK(std::abs(shuffled.mass[1] - 1) < 1e-12);
}
