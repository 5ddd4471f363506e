#include "tests/exercises/check/recognise.hpp"

#include "tests/exercises/check/numbers.hpp"
#include "tests/exercises/check/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace check
{

namespace
{

bool all_are(const Numbers& numbers, double what)
{
    return std::all_of(numbers.begin(), numbers.end(), [&](double x) { return agree(what, x, same_mistake); });
}

auto count_of_nan(const Numbers& numbers)
{
    return std::count_if(numbers.begin(), numbers.end(), [](double x) { return std::isnan(x); });
}

/// Whether these are distributions, one per row, in more than one row.
bool is_rows_of_weights(const Value& value)
{
    return value.shape.size() >= 2 && row_count(value) > 1 && all_are(row_sums(value), 1.0);
}

std::optional<Diagnosis> nan_for_numbers(const Pair& pair)
{
    const auto count = count_of_nan(pair.actual.cells);
    if (count == 0 || count_of_nan(pair.expected.cells) > 0) return {};
    return Diagnosis{"not_a_number",
                     fmt::format("{} of {} numbers came out as NaN. Look for 0 / 0, infinity - infinity or infinity / "
                                 "infinity.",
                                 count, pair.actual.cells.size())};
}

std::optional<Diagnosis> all_zeros(const Pair& pair)
{
    const bool is_nothing = !pair.actual.cells.empty() && all_are(pair.actual.cells, 0.0);
    if (!is_nothing || all_are(pair.expected.cells, 0.0)) return {};
    const bool are_fractions =
        std::all_of(pair.expected.cells.begin(), pair.expected.cells.end(), [](double x) { return std::abs(x) < 1.0; });
    if (are_fractions) {
        return Diagnosis{"all_zeros",
                         "Everything is 0. Either the result is never written into what is returned, or a whole "
                         "number is divided by a whole number."};
    }
    return Diagnosis{"all_zeros", "Everything is 0. Is the result ever written into what is returned?"};
}

std::optional<Diagnosis> transposed(const Pair& pair)
{
    const Shape& shape = pair.expected.shape;
    if (shape.size() != 2 || pair.actual.shape != Shape{shape[1], shape[0]}) return {};
    Numbers mirrored;
    for (std::size_t cell = 0; cell < pair.expected.cells.size(); ++cell) {
        const Shape place = place_of(cell, shape);
        mirrored.push_back(pair.actual.cells[place[1] * shape[0] + place[0]]);
    }
    if (!all_agree(pair.expected.cells, mirrored)) return {};
    return Diagnosis{"transposed", "The numbers are right, but rows and columns are swapped."};
}

std::optional<Diagnosis> columns_for_rows(const Pair& pair)
{
    if (!is_rows_of_weights(pair.expected) || pair.expected.shape != pair.actual.shape) return {};
    if (!all_are(column_sums(pair.actual), 1.0) || all_are(row_sums(pair.actual), 1.0)) return {};
    return Diagnosis{"columns_for_rows",
                     "Your softmax ran down the columns: each column sums to 1, and each row should. "
                     "A row belongs to one query, which makes its own choice."};
}

std::optional<Diagnosis> one_softmax_for_all(const Pair& pair)
{
    if (!is_rows_of_weights(pair.expected) || pair.expected.shape != pair.actual.shape) return {};
    const Numbers& cells = pair.actual.cells;
    if (!agree(1.0, std::accumulate(cells.begin(), cells.end(), 0.0), same_mistake)) return {};
    return Diagnosis{
        "one_softmax_for_all",
        "All the numbers together sum to 1. Each row by itself should: every query has a softmax of its own."};
}

/// The largest relative difference between numbers that nearly agree; NaN where some do not even nearly.
double small_difference(const Numbers& expected, const Numbers& actual)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (!agree(expected[i], actual[i], 1e-4)) return std::nan("");
        largest = std::fmax(largest, std::abs(actual[i] - expected[i]) / std::fmax(1.0, std::abs(expected[i])));
    }
    return largest;
}

/// What AddressSanitizer leaves in fresh memory, eight bytes of 0xbe, read as a double.
constexpr double fresh_memory = -1.8325506472120096e-06;

std::optional<Diagnosis> nearly_right(const Pair& pair)
{
    if (pair.expected.shape != pair.actual.shape || pair.expected.cells.empty()) return {};
    const double difference = small_difference(pair.expected.cells, pair.actual.cells);
    if (std::isnan(difference) || difference == 0.0) return {};
    for (std::size_t i = 0; i < pair.actual.cells.size(); ++i) {
        if (std::abs(pair.actual.cells[i] - pair.expected.cells[i] - fresh_memory) > 1e-12) continue;
        return Diagnosis{
            "not_initialised",
            "The numbers are off by exactly what fresh memory holds here. Do you add to something before it "
            "is set to 0?"};
    }
    return Diagnosis{"nearly_right",
                     fmt::format("Nearly right: the numbers are off by no more than {:.0e}. Is something "
                                 "computed in float, or a small number added to a divisor?",
                                 difference)};
}

std::optional<Diagnosis> constant_factor(const Pair& pair)
{
    if (pair.expected.shape != pair.actual.shape || pair.expected.cells.size() < 2) return {};
    const double factor = common_factor(pair.expected.cells, pair.actual.cells);
    if (std::isnan(factor)) return {};
    if (agree(-1.0, factor, same_mistake)) return Diagnosis{"sign_flipped", "Every number has the wrong sign."};
    return Diagnosis{"constant_factor", fmt::format("Every number is {:.6g} times what it should be.", factor)};
}

std::optional<Diagnosis> another_order(const Pair& pair)
{
    if (pair.expected.shape != pair.actual.shape || count_of_nan(pair.actual.cells) > 0) return {};
    Numbers expected = pair.expected.cells;
    Numbers actual = pair.actual.cells;
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    if (!all_agree(expected, actual)) return {};
    return Diagnosis{"another_order", "The numbers are right, but in a different order."};
}

}  // namespace

std::optional<Diagnosis> recognise(const Pair& pair)
{
    if (pair.expected.kind != Value::Kind::numbers || pair.actual.kind != Value::Kind::numbers) return {};
    for (const auto recogniser : {nan_for_numbers, nearly_right, all_zeros, transposed, constant_factor,
                                  columns_for_rows, one_softmax_for_all, another_order}) {
        if (const auto diagnosis = recogniser(pair)) return diagnosis;
    }
    return {};
}

}  // namespace check
