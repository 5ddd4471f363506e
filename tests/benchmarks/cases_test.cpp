#include "tests/benchmarks/cases.hpp"

#include "tests/catch.hpp"

namespace
{

using bench::Case;

TEST_CASE("operations are 4 d for each score, and a causal mask hides nearly half of the scores")
{
    CHECK(Case{.n = 10}.scores() == 100.0);
    CHECK(Case{.n = 10}.operations() == 25600.0);
    CHECK(Case{.n = 10, .causal = true}.scores() == 55.0);
    CHECK(Case{.n = 10, .m = 3, .heads = 2, .batch = 5}.scores() == 300.0);
}

TEST_CASE("K and V are counted once for each of their heads")
{
    CHECK(Case{.n = 1, .m = 1024}.bytes() == 2.0 * 1024 * 64 * 4);
    CHECK(Case{.type = "double", .n = 1, .m = 1024, .heads = 32, .groups = 8}.bytes() == 2.0 * 8 * 1024 * 64 * 8);
}

TEST_CASE("a case's name has what is not as usual")
{
    CHECK(Case{.n = 4096}.name() == "4,096");
    CHECK(Case{.n = 1000, .d = 512, .causal = true}.name() == "1,000, d = 512, causal");
    CHECK(Case{.n = 1, .m = 65536, .heads = 32, .groups = 8, .batch = 2}.name() ==
          "1 x 65,536, batch of 2, 32 heads on 8");
}

}  // namespace
