#include "tests/exercises/08_patterns/digit_map/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/constructed.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

using namespace attention;

namespace
{

/// Other ways to draw the map.
struct Style {
    bool rounded = false;
    bool zeros = false;          ///< 0 for a dot
    std::string whole = "9";     ///< what a weight of 1 is drawn as
    bool of_column = false;      ///< the star for the strongest query of a key
    bool of_all = false;         ///< a star for the strongest cell of all
    bool first_only = false;     ///< one star per row, for the first of several equal ones
    bool last_only = false;      ///< or for the last
    bool star_in_zeros = false;  ///< stars in a row of zeros
    bool star_behind = false;    ///< the digit first
    std::string line_end = "\n";
    bool last_end = true;  ///< an end after the last line
};

std::string digit(double weight, const Style& style)
{
    const double tenths = style.rounded ? std::round(10.0 * weight) : std::floor(10.0 * weight);
    if (tenths >= 10.0) return style.whole;
    if (tenths < 1.0 && !style.zeros) return ".";
    return std::to_string(static_cast<int>(tenths));
}

bool has_star(const Matrix& weights, std::size_t i, std::size_t j, const Style& style)
{
    const double weight = weights(i, j);
    if (weight == 0.0 && !style.star_in_zeros) return false;
    if (style.of_all) return weight == xt::amax(weights)();
    const Vector rivals = style.of_column ? column_of(weights, j) : row_of(weights, i);
    for (std::size_t l = 0; l < rivals.size(); ++l) {
        if (rivals(l) > weight) return false;
        if (style.first_only && l < j && rivals(l) == weight) return false;
        if (style.last_only && l > j && rivals(l) == weight) return false;
    }
    return true;
}

std::string drawn(const Matrix& weights, const Style& style)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const std::string star = has_star(weights, i, j, style) ? "*" : " ";
            const std::string number = digit(weights(i, j), style);
            map += style.star_behind ? number + star : star + number;
        }
        if (style.last_end || i + 1 < weights.shape(0)) map += style.line_end;
    }
    return map;
}

/// What the map looks like with each mistake, for any weights.
std::vector<check::Mistake> mistakes_for(const Matrix& weights)
{
    const Matrix turned = xt::transpose(weights);
    return {
        {"rows_are_keys", drawn(turned, {}),
         "Rows and columns have changed places: each line is a query, and the keys are side by side."},
        {"rows_are_keys", drawn(turned, {.of_column = true}),
         "Rows and columns have changed places: each line is a query, and the keys are side by side."},
        {"rounded_to_nearest", drawn(weights, {.rounded = true}),
         "You rounded to the nearest tenth. Round down: 0.58 is a 5."},
        {"zero_for_dot", drawn(weights, {.zeros = true}),
         "A weight below 0.1 is drawn as a dot, so that the eye skips it."},
        {"strongest_query_of_a_key", drawn(weights, {.of_column = true}),
         "You marked the largest weight of each column. The star is for what each query, each row, likes best."},
        {"strongest_of_all", drawn(weights, {.of_all = true}),
         "Only one cell of the whole map has a star. Each query makes its own choice: a star in every row."},
        {"digit_before_star", drawn(weights, {.star_behind = true}),
         "The star comes after its digit. Put it first, so that a column of digits stays a column."},
        {"lines_run_together", drawn(weights, {.line_end = ""}),
         "Everything is on one line. Each query gets a line of its own."},
        {"last_line_open", drawn(weights, {.last_end = false}),
         "The last line does not end with '\\n'. Every line does, so that maps can be printed one below the other."}};
}

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("two queries, three keys")
{
    const Matrix weights = {{0.62, 0.07, 0.31}, {0.25, 0.27, 0.48}};
    check::ask({.call = "digit_map([[0.62, 0.07, 0.31], [0.25, 0.27, 0.48]])",
                .answer = [&] { return digit_map(weights); },
                .expected = "*6 . 3\n 2 2*4\n",
                .mistakes = mistakes_for(weights)});
}

TEST_CASE("several favourites: cat, sat and mat")
{
    const Matrix weights = softmax_rows({{1, 0, 1}, {0, 1, 1}, {1, 1, 2}});
    const char* const one_star = "Two keys have the same weight, and only one got a star. Both are favourites.";
    check::ask({.call = "digit_map(the weights of cat, sat and mat)",
                .answer = [&] { return digit_map(weights); },
                .expected = "*4 1*4\n 1*4*4\n 2 2*5\n",
                .mistakes = {{"one_star_a_row", drawn(weights, {.first_only = true}), one_star},
                             {"one_star_a_row", drawn(weights, {.last_only = true}), one_star}}});
}

TEST_CASE("a weight of 1, and a query that looks at nothing")
{
    const Matrix weights = {{0, 1, 0, 0}, {0, 0, 0, 0}, {0.05, 0.05, 0.32, 0.58}};
    check::ask(
        {.call = "digit_map([[0, 1, 0, 0], [0, 0, 0, 0], [0.05, 0.05, 0.32, 0.58]])",
         .answer = [&] { return digit_map(weights); },
         .expected = " .*9 . .\n . . . .\n . . 3*5\n",
         .mistakes = {{"one_is_ten", drawn(weights, {.whole = "10"}),
                       "A weight of 1 is ten tenths, and 10 takes two characters: the columns shift. Draw a 9."},
                      {"one_is_ten", drawn(weights, {.whole = ":"}),
                       "A weight of 1 is ten tenths, and the character after '9' is a colon. Draw a 9."},
                      {"star_for_nothing", drawn(weights, {.star_in_zeros = true}),
                       "The query that looks at nothing got stars. All its weights are 0: it has no favourite."}}});
}

TEST_CASE("a shape to know: eight positions that look for what followed")
{
    const Matrix weights = constructed::weights_for(Pattern::induction);
    check::ask({.call = "digit_map(the induction weights of chapter 8)",
                .answer = [&] { return digit_map(weights); },
                .expected = drawn(weights, {}),
                .mistakes = mistakes_for(weights)});
}
