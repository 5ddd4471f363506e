#include "tests/exercises/24_cheaper/reach/task.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

using namespace attention;
using check::infinity;

namespace
{

/// Whole numbers of places, which may go below 0.
using Rule = std::function<bool(int i, int j)>;

BoolMatrix mask_by(std::size_t n, const Rule& rule)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = rule(static_cast<int>(i), static_cast<int>(j));
    }
    return mask;
}

Matrix numbers_by(std::size_t n, const std::function<double(int i, int j)>& rule)
{
    Matrix numbers = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) numbers(i, j) = rule(static_cast<int>(i), static_cast<int>(j));
    }
    return numbers;
}

/// The right answer: a walk from each place, to those it sees, to those they see, each place visited once.
Matrix walked(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = numbers_by(n, [](int i, int j) { return i == j ? 0.0 : infinity; });
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<std::size_t> found = {i};
        for (std::size_t next = 0; next < found.size(); ++next) {
            for (std::size_t j = 0; j < n; ++j) {
                if (!mask(found[next], j) || layers(i, j) < infinity) continue;
                layers(i, j) = layers(i, found[next]) + 1.0;
                found.push_back(j);
            }
        }
    }
    return layers;
}

/// Infinity replaced by another number.
Matrix with_never(const Matrix& right, double never) { return xt::where(xt::isinf(right), never, right); }

/// The number of layers by a rule for windows: so many places for each layer.
Matrix by_steps(std::size_t n, int places)
{
    return numbers_by(n,
                      [=](int i, int j) { return j > i ? infinity : std::ceil(static_cast<double>(i - j) / places); });
}

}  // namespace

// Everything in the chapters may be called: none of it does what this exercise asks.

TEST_CASE("a window of three, eight places")
{
    const BoolMatrix mask = mask_by(8, [](int i, int j) { return j <= i && i - j < 3; });
    const Matrix right = walked(mask);
    const auto all = [](const std::function<double(int, int)>& rule) { return numbers_by(8, rule); };
    const Matrix later = right + 1.0;
    const Matrix from_row_to_column = xt::transpose(right);
    const std::string infinite = "Where a token never arrives, the number of layers is infinity.";
    check::ask(
        {.call = "reach(a window of 3, eight places)",
         .answer = [&] { return reach(mask); },
         .expected = right,
         .mistakes = {
             {"window_counts_itself", by_steps(8, 3),
              "You go three places back with each layer. A window of 3 includes its own place, so it is two."},
             {"one_place_a_layer", by_steps(8, 1), "You go one place back with each layer. The window allows two."},
             {"one_too_many", later,
              "One layer too many everywhere: a place knows its own token before the first layer."},
             {"one_too_many", all([&](int i, int j) {
                  return i == j ? 1.0 : right(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
              }),
              "A place knows its own token before the first layer: 0, not 1."},
             {"one_layer_only", all([](int i, int j) { return i == j               ? 0.0
                                                              : j < i && i - j < 3 ? 1.0
                                                                                   : infinity; }),
              "This is what one layer sees. But the places it sees have seen others, one layer below."},
             {"two_layers_only", xt::where(right <= 2.0, right, infinity),
              "You stop after two layers. Go on until nothing new can arrive."},
             {"all_in_one_layer", all([](int i, int j) { return i == j  ? 0.0
                                                                : j < i ? 1.0
                                                                        : infinity; }),
              "What has just arrived at one place is passed on within the same layer. A layer reads what the layer below left."},
             {"from_row_to_column", from_row_to_column,
              "Rows and columns are swapped: the row is the place that is reached, the column the token that travels."},
             {"both_ways", all([](int i, int j) { return std::ceil(std::abs(i - j) / 2.0); }),
              "Tokens travel to earlier places, too. The mask does not allow that."},
             {"never_is_a_number", with_never(right, 0.0), infinite},
             {"never_is_a_number", with_never(right, -1.0), infinite},
             {"never_is_a_number", with_never(right, 8.0), infinite},
             {"never_is_a_number", with_never(right, 9.0), infinite}}});
}

TEST_CASE("a mask that hides each place from itself")
{
    const BoolMatrix mask = mask_by(6, [](int i, int j) { return j == i - 1 || j == i - 3; });
    const Matrix right = walked(mask);
    const auto diagonal = [&](double value) {
        Matrix changed = right;
        for (std::size_t i = 0; i < 6; ++i) changed(i, i) = value;
        return changed;
    };
    check::ask({.call = "reach(a mask with which place i sees i - 1 and i - 3)",
                .answer = [&] { return reach(mask); },
                .expected = right,
                .mistakes = {{"own_place_lost", diagonal(infinity),
                              "The mask hides each place from itself. But what is there stays there: 0 layers."},
                             {"own_place_lost", diagonal(1.0), "A place knows its own token after 0 layers, not 1."},
                             {"rule_of_windows", by_steps(6, 3),
                              "That would be right for a window of 4. Here some places within it are hidden."}}});
}

TEST_CASE("a window of four, and the last place of each block of four")
{
    const Rule window = [](int i, int j) { return j <= i && i - j < 4; };
    const BoolMatrix mask = mask_by(16, [&](int i, int j) { return window(i, j) || (j <= i && j % 4 == 3); });
    check::ask({.call = "reach(a window of 4, and everybody sees the last place of each block of 4 before it)",
                .answer = [&] { return reach(mask); },
                .expected = walked(mask),
                .mistakes = {{"rule_of_windows", by_steps(16, 3),
                              "This is the rule for a window of 4. The mask shows more than that."},
                             {"rule_of_windows", walked(mask_by(16, window)),
                              "This is right for a window of 4. The mask shows more than that."}}});
}

TEST_CASE("a window of three, and the first place")
{
    const BoolMatrix mask = mask_by(12, [](int i, int j) { return j <= i && (i - j < 3 || j == 0); });
    const Matrix right = walked(mask);
    check::ask({.call = "reach(a window of 3, and everybody sees place 0)",
                .answer = [&] { return reach(mask); },
                .expected = right,
                .mistakes = {{"first_place_relays",
                              numbers_by(12,
                                         [&](int i, int j) {
                                             const double layers =
                                                 right(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
                                             return j <= i ? std::fmin(layers, 2.0) : layers;
                                         }),
                              "You let place 0 pass on what others know. It is seen by all, but sees only itself."}}});
}

TEST_CASE("a circle in which one sees the next place")
{
    const BoolMatrix mask = mask_by(5, [](int i, int j) { return j == (i + 1) % 5; });
    check::ask(
        {.call = "reach(a circle of five: place i sees (i + 1) % 5)",
         .answer = [&] { return reach(mask); },
         .expected = walked(mask),
         .mistakes = {{"one_layer_short", xt::where(walked(mask) < 4.0, walked(mask), infinity),
                       "You stop one layer too early: once around the circle takes n - 1 layers."},
                      {"later_places_ignored",
                       numbers_by(5, [](int i, int j) { return i == j             ? 0.0
                                                               : i == 4 && j == 0 ? 1.0
                                                                                  : infinity; }),
                       "You only look at earlier places. With this mask a place sees later ones."}}});
}

TEST_CASE("thirty places at random, one place, and none")
{
    common::Random random(check::seed());
    const Matrix chance = random.normal_matrix(30, 30);
    const BoolMatrix mask = chance > 1.8;
    check::ask({.call = "reach(a random mask of thirty places)",
                .answer = [&] { return reach(mask); },
                .expected = walked(mask),
                .seed = check::seed()});
    check::ask({.call = "reach({{false}})", .answer = [] { return reach({{false}}); }, .expected = Matrix{{0}}});
    const BoolMatrix nothing = xt::zeros<bool>({0, 0});
    check::ask(
        {.call = "reach({})", .answer = [&] { return reach(nothing); }, .expected = Matrix(xt::zeros<double>({0, 0}))});
}
