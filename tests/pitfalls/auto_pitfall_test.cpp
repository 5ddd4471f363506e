#include "tests/pitfalls/auto_pitfall.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

using common::Vector;
using tests::difference;

TEST_CASE("a step that auto keeps is halved when x moves; one in a container is not")
{
    const Vector target = {8, -4};
    Vector x = {0, 0};
    CHECK(difference(pitfalls::step_kept_in_a_container(x, target), Vector{4, -2}) == 0.0);
    CHECK(difference(x, Vector{4, -2}) == 0.0);

    x = {0, 0};
    CHECK(difference(pitfalls::step_kept_by_auto(x, target), Vector{2, -1}) == 0.0);
    CHECK(difference(x, Vector{4, -2}) == 0.0);
}

TEST_CASE("what auto keeps is computed again each time it is read")
{
    const Vector scores = {1, 2, 3};
    int calls = 0;
    const auto counted = [&](double score) {
        ++calls;
        return 2 * score;
    };
    const auto kept = xt::make_lambda_xfunction(counted, scores);
    CHECK(calls == 0);
    CHECK(xt::sum(kept)() == 12.0);
    CHECK(xt::sum(kept)() == 12.0);
    CHECK(calls == 6);
    const Vector once = kept;
    CHECK(xt::sum(once)() + xt::sum(once)() == 24.0);
    CHECK(calls == 9);
}
