#include "common/optimizer.hpp"

#include "tests/catch.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

using common::Adam;
using common::Parts;

TEST_CASE("gradient descent goes a step against the gradient, in every part")
{
    std::vector<double> a = {1, 2};
    std::vector<double> b = {3};
    std::vector<double> da = {2, -4};
    std::vector<double> db = {0};
    common::descend<double>({a, b}, {da, db}, 0.5);  // exact, with and without fused multiply-add
    CHECK(a == std::vector<double>{0, 4});
    CHECK(b == std::vector<double>{3});
}

TEST_CASE("Adam's first step is as long as the rate, whatever the gradient's size")
{
    std::vector<double> x = {1, 1, 1};
    std::vector<double> dx = {1000, -0.001, 0};
    Adam<double> adam({.rate = 0.1});
    adam.step({x}, {dx});
    CHECK_THAT(x[0], WithinAbs(0.9, 1e-9));
    CHECK_THAT(x[1], WithinAbs(1.1, 1e-5));  // epsilon shows: 1e-8 beside 1e-3
    CHECK(x[2] == 1.0);
}

TEST_CASE("Adam's second step, by hand")
{
    std::vector<double> x = {0};
    std::vector<double> dx = {1};
    Adam<double> adam({.rate = 1, .beta_1 = 0.5, .beta_2 = 0.75, .epsilon = 0});
    adam.step({x}, {dx});
    dx[0] = 3;
    adam.step({x}, {dx});
    // mean = 0.5 * 0.5 + 0.5 * 3 = 1.75, / 0.75; square = 0.75 * 0.25 + 0.25 * 9 = 2.4375, / 0.4375
    CHECK_THAT(x[0], WithinAbs(-1 - 1.75 / 0.75 / std::sqrt(2.4375 / 0.4375), 1e-12));
}

TEST_CASE("Adam warms up, and lets weights decay beside the gradient")
{
    std::vector<double> x = {1};
    std::vector<double> dx = {1};
    Adam<double> adam({.rate = 0.1, .epsilon = 0, .weight_decay = 0.5, .warm_up = 4});
    adam.step({x}, {dx});
    CHECK_THAT(x[0], WithinAbs(1 * (1 - 0.025 * 0.5) - 0.025, 1e-12));
}

TEST_CASE("Adam cools down along half a cosine, to nothing")
{
    std::vector<double> x = {0};
    std::vector<double> dx = {1};
    Adam<double> adam({.rate = 0.1, .epsilon = 0, .warm_up = 2, .cool_down = 6});
    std::vector<double> steps;
    for (int step = 0; step < 8; ++step) {  // with the same gradient each time, a step is as long as the rate
        const double before = x[0];
        adam.step({x}, {dx});
        steps.push_back(before - x[0]);
    }
    const double a = 0.1 * (1 + std::sqrt(0.5)) / 2;  // a quarter of the way: the cosine of 45 degrees
    const std::vector<double> expected = {0.05, 0.1, a, 0.05, 0.1 - a, 0, 0, 0};
    for (std::size_t i = 0; i < steps.size(); ++i) CHECK_THAT(steps[i], WithinAbs(expected[i], 1e-12));
}

TEST_CASE("Adam shortens a gradient that is too long, in all parts by one factor, and no other")
{
    const auto second_step = [](double first, double second, double longest) {
        std::vector<double> x = {0};
        std::vector<double> y = {0};
        std::vector<double> dx = {first};
        std::vector<double> dy = {0};
        Adam<double> adam({.rate = 1, .beta_1 = 0, .beta_2 = 0.5, .epsilon = 0, .longest = longest});
        adam.step({x, y}, {dx, dy});
        dy = {second};
        const double before = x[0];
        adam.step({x, y}, {dx, dy});
        return before - x[0];
    };
    // Shortened to 5, (3, 40) begins with 3: 3 and then 3 k, where k = 5 / sqrt(9 + 1600).
    const double k = 5 / std::sqrt(1609.0);
    CHECK_THAT(second_step(3, 40, 5), WithinAbs(3 * k / std::sqrt((0.25 * 9 + 0.5 * 9 * k * k) / 0.75), 1e-12));
    CHECK_THAT(second_step(3, 4, 5), WithinAbs(second_step(3, 4, 0), 1e-12));
    CHECK_THAT(second_step(3, 40, 0), WithinAbs(1, 1e-12));
}

TEST_CASE("Adam finds the bottom of a narrow valley, in float too")
{
    std::vector<float> x = {5, 5};
    std::vector<float> dx(2);
    Adam<float> adam({.rate = 0.05});
    for (int step = 0; step < 2000; ++step) {
        dx = {2 * (x[0] - 1), 200 * (x[1] + 2)};
        adam.step({x}, {dx});
    }
    CHECK_THAT(x[0], WithinAbs(1, 1e-2));
    CHECK_THAT(x[1], WithinAbs(-2, 1e-2));
}

TEST_CASE("parts that do not fit are refused in words")
{
    std::vector<double> one(1);
    std::vector<double> two(2);
    CHECK_THROWS_WITH(common::descend<double>({one}, {two}, 1), "descend: part 0 has 1 numbers but 2 gradients");
    CHECK_THROWS_WITH(common::descend<double>({one}, {}, 1), "descend: there are 1 parts to learn but 0 of gradients");
    Adam<double> adam({});
    adam.step({one}, {one});
    CHECK_THROWS_WITH(adam.step({two}, {two}), "Adam: there were 1 numbers to learn and now there are 2");
}
