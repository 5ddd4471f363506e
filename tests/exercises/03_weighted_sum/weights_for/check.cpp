#include "tests/exercises/03_weighted_sum/weights_for/task.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

using namespace attention;

namespace
{

check::Value outside() { return check::throws("std::invalid_argument"); }

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("a point within the triangle")
{
    check::ask(
        {.call = "weights_for([0.7, 0.8])",
         .answer = [] { return weights_for({0.7, 0.8}); },
         .expected = Vector{0.2, 0.3, 0.5},
         .mistakes = {
             {"cat_and_sat_exchanged", Vector{0.3, 0.2, 0.5},
              "You swapped cat and sat. The second coordinate falls short of 1 by the weight of the word that has "
              "none of it: cat."},
             {"sum_is_not_1", Vector{0.7, 0.8, 0},
              "These weights give the point, but they sum to 1.5. The weights of an average sum to 1."},
             {"only_rescaled", Vector{0.7 / 1.5, 0.8 / 1.5, 0},
              "These weights sum to 1, but they give a different point: dividing them moved it. Mat has weight too."},
             {"mat_too_small", Vector{0.2, 0.3, 0.0}, "Mat's weight is missing."},
             {"one_too_many", Vector{0.2, 0.3, 1.5}, "Mat's weight is p(0) + p(1) minus 1, the sum of all three."},
             {"refused_inside", outside(), "This point is inside the triangle."}}});
}

TEST_CASE("the corners, and an edge")
{
    const std::vector<std::pair<Vector, Vector>> known = {{{1, 0}, {1, 0, 0}},
                                                          {{0, 1}, {0, 1, 0}},
                                                          {{1, 1}, {0, 0, 1}},
                                                          {{0.5, 0.5}, {0.5, 0.5, 0}},
                                                          {{1, 0.25}, {0.75, 0, 0.25}}};
    for (const auto& known_point : known) {
        const Vector& point = known_point.first;
        const Vector& weights = known_point.second;
        check::ask({.call = fmt::format("weights_for([{}, {}])", point(0), point(1)),
                    .answer = [&] { return weights_for(point); },
                    .expected = weights,
                    .mistakes = {{"border_refused", outside(),
                                  "The border belongs to the triangle: a weight of 0 is a weight."}}});
    }
}

TEST_CASE("points that no average reaches")
{
    const std::vector<Vector> points = {{0.2, 0.3}, {1.2, 0.6}, {0.4, 1.1}, {2, 2}};
    for (const Vector& point : points) {
        const Vector solved = {1 - point(1), 1 - point(0), point(0) + point(1) - 1};
        const Vector clipped = xt::clip(solved, 0.0, 1.0);
        const Vector rescaled = clipped / xt::sum(clipped)();
        const std::string negative =
            "One of these weights is negative. They do give the point, but it is outside the triangle, where no "
            "average can be: throw.";
        const std::string moved =
            "You changed the weights so that they give a different point. No average reaches this one: throw.";
        const std::string another =
            "You are right to throw, but this is the wrong exception. The task asks for a std::invalid_argument.";
        check::ask({.call = fmt::format("weights_for([{}, {}])", point(0), point(1)),
                    .answer = [&] { return weights_for(point); },
                    .expected = outside(),
                    .mistakes = {{"negative_weights", solved, negative},
                                 {"clipped", clipped, moved},
                                 {"clipped", rescaled, moved},
                                 {"another_exception", check::throws("std::out_of_range"), another},
                                 {"another_exception", check::throws("std::domain_error"), another},
                                 {"another_exception", check::throws("std::runtime_error"), another}}});
    }
}
