// How many registers a tile of the inner loops takes, and how many numbers it moves.

#include "20_long_context/fast/register_tile.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using namespace attention;

TEST_CASE("a tile counts its registers and what it fetches, as the lesson does")
{
    const RegisterTile tile{12, 2, 16};
    CHECK(tile.queries() == 32);
    CHECK(tile.sums() == 24);
    CHECK(tile.registers() == 27);
    CHECK(tile.fetched() == 44);
    CHECK(tile.multiply_adds() == 384);
    CHECK(tile.left_over(32) == 0);
    CHECK(tile.moved(32) == 44);
}

TEST_CASE("sums that find no register come and go")
{
    CHECK(RegisterTile{14, 2, 16}.left_over(32) == 0);
    CHECK(RegisterTile{15, 2, 16}.left_over(32) == 1);
    CHECK(RegisterTile{15, 2, 16}.moved(32) == 47 + 32);
    CHECK(RegisterTile{7, 2, 8}.left_over(16) == 1);
    // Rung 4: a key, 32 queries, and no sum in a register, which makes 97 numbers for 32 multiply-adds.
    CHECK(RegisterTile{1, 2, 16}.moved(3) == 97);
    CHECK(RegisterTile{1, 2, 16}.left_over(0) == 2);
}

TEST_CASE("the tile of every kind of inner loops fits into the registers that it was made for")
{
    for (const TileKernels<float>* kernels : usable_kernels<float>()) {
        INFO(kernels->name);
        const auto* has = std::ranges::find_if(
            kinds_of_registers, [&](const Registers& kind) { return kind.kind == std::string(kernels->name); });
        REQUIRE(has != kinds_of_registers.end());
        const RegisterTile tile = register_tile(*kernels);
        CHECK(tile.lanes == has->floats);
        CHECK(tile.keys == kernels->rows);
        CHECK(tile.queries() == kernels->columns);
        CHECK(tile.left_over(has->count) == 0);
    }
}
