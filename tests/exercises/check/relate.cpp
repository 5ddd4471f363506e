#include "tests/exercises/check/relate.hpp"

#include "tests/exercises/check/numbers.hpp"
#include "tests/exercises/check/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>

namespace check
{

namespace
{

bool same(double a, double b) { return agree(a, b, same_mistake); }

bool are_finite(const Numbers& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); });
}

/// Several numbers of which not all are the same, so that a relation between two of them says something.
bool are_varied(const Numbers& numbers)
{
    return std::any_of(numbers.begin(), numbers.end(), [&](double x) { return !same(x, numbers.front()); });
}

/// A table of numbers in rows and columns, as `Value` has it.
struct Table {
    std::size_t rows;
    std::size_t columns;
    const Numbers& cells;

    Numbers row(std::size_t i) const
    {
        const auto first = cells.begin() + static_cast<std::ptrdiff_t>(i * columns);
        return {first, first + static_cast<std::ptrdiff_t>(columns)};
    }

    Numbers column(std::size_t j) const
    {
        Numbers result;
        for (std::size_t i = 0; i < rows; ++i) result.push_back(cells[i * columns + j]);
        return result;
    }
};

/// A vector is a table of one column: its numbers stand below one another.
Table table_of(const Value& value)
{
    if (value.shape.size() < 2) return {value.cells.size(), 1, value.cells};
    return {row_count(value), row_length(value), value.cells};
}

std::string place_name(std::size_t place, std::size_t count)
{
    if (place == 0) return "the first";
    return place + 1 == count ? "the last" : fmt::format("number {}", place);
}

std::optional<Diagnosis> infinite(const Pair& pair)
{
    const auto is_infinite = [](double x) { return std::isinf(x); };
    const Numbers& cells = pair.actual.cells;
    const auto count = std::count_if(cells.begin(), cells.end(), is_infinite);
    const Numbers& expected = pair.expected.cells;
    if (count == 0 || std::any_of(expected.begin(), expected.end(), is_infinite)) return {};
    return Diagnosis{"infinite",
                     fmt::format("{} of {} numbers came out infinite. Look for a division by 0, exp of something "
                                 "large, or ln of 0.",
                                 count, cells.size())};
}

/// Whether the rows of one are the first rows of the other.
bool begins_with(const Value& longer, const Value& shorter)
{
    if (longer.shape.empty() || longer.shape.size() != shorter.shape.size()) return false;
    if (!std::equal(longer.shape.begin() + 1, longer.shape.end(), shorter.shape.begin() + 1)) return false;
    return !shorter.cells.empty() && shorter.cells.size() < longer.cells.size() &&
           std::equal(shorter.cells.begin(), shorter.cells.end(), longer.cells.begin(), same);
}

std::optional<Diagnosis> another_length(const Pair& pair)
{
    const auto& [expected, actual] = pair;
    const std::string what = expected.shape.size() == 1 ? "numbers" : "rows";
    if (begins_with(expected, actual)) {
        return Diagnosis{
            "cut_short",
            fmt::format("What is there is right, but it stops too early: there are {} {}, and should be {}.",
                        actual.shape[0], what, expected.shape[0])};
    }
    if (begins_with(actual, expected)) {
        return Diagnosis{
            "too_long",
            fmt::format("It is right as far as it should go, and then goes on: there are {} {}, and should be {}.",
                        actual.shape[0], what, expected.shape[0])};
    }
    return {};
}

std::optional<Diagnosis> decimals_cut_off(const Pair& pair)
{
    Numbers whole = pair.expected.cells;
    for (double& x : whole) x = std::trunc(x);
    const bool is_nothing = all_agree(whole, Numbers(whole.size(), 0.0));  // which has many causes
    const bool has_decimals = !all_agree(whole, pair.expected.cells);
    if (is_nothing || !has_decimals || !all_agree(whole, pair.actual.cells)) return {};
    return Diagnosis{
        "decimals_cut_off",
        "These are the right numbers without their decimals. Is a whole number divided by a whole number?"};
}

/// Something that is often done once too often, or not at all.
struct Operation {
    const char* key;
    const char* name;
    double (*apply)(double);
};

std::optional<Diagnosis> function_of_the_right(const Pair& pair)
{
    static constexpr Operation operations[] = {
        {"squares", "squares", [](double x) { return x * x; }},
        {"roots", "square roots", [](double x) { return std::sqrt(x); }},
        {"logarithms", "natural logarithms", [](double x) { return std::log(x); }},
        {"exponentials", "exponentials", [](double x) { return std::exp(x); }},
        {"reciprocals", "reciprocals", [](double x) { return 1.0 / x; }},
        {"absolute_values", "absolute values", [](double x) { return std::abs(x); }},
    };
    if (!are_varied(pair.expected.cells)) return {};
    for (const Operation& operation : operations) {
        Numbers changed = pair.expected.cells;
        for (double& x : changed) x = operation.apply(x);
        if (are_finite(changed) && all_agree(changed, pair.actual.cells))
            return Diagnosis{operation.key, fmt::format("These are the {} of the right numbers.", operation.name)};
    }
    return {};
}

std::optional<Diagnosis> off_by_one(const Pair& pair)
{
    const double expected = pair.expected.cells[0];
    if (pair.expected.cells.size() != 1 || expected != std::round(expected)) return {};
    const double apart = pair.actual.cells[0] - expected;
    if (apart == 1.0) return Diagnosis{"one_too_many", "It is larger by exactly 1."};
    if (apart == -1.0) return Diagnosis{"one_too_few", "It is smaller by exactly 1."};
    return {};
}

bool is_whole(double x) { return same(x, std::round(x)); }

/// A factor that somebody may have left out or put in twice, such as 4, or the root of 5. Every large square is whole up to
/// rounding, so a root is familiar only where its square is small.
std::optional<std::string> familiar(double factor)
{
    if (factor < 1.2 || factor > 1000.0) return {};
    if (is_whole(factor)) return fmt::format("{:.0f}", factor);
    if (factor * factor < 1000.0 && is_whole(factor * factor))
        return fmt::format("{:.6g}, the root of {:.0f},", factor, factor * factor);
    return {};
}

/// A single number that is a familiar number of times too large or too small. Any other factor says nothing.
std::optional<Diagnosis> single_factor(const Pair& pair)
{
    if (pair.expected.cells.size() != 1) return {};
    const double factor = pair.actual.cells[0] / pair.expected.cells[0];
    if (same(factor, -1.0)) return Diagnosis{"sign_flipped", "It has the wrong sign."};
    if (const auto larger = familiar(factor))
        return Diagnosis{"constant_factor", fmt::format("It is {} times what it should be.", *larger)};
    if (const auto smaller = familiar(1.0 / factor))
        return Diagnosis{"constant_factor", fmt::format("It should be {} times as large.", *smaller)};
    return {};
}

std::optional<Diagnosis> constant_offset(const Pair& pair)
{
    if (!are_varied(pair.expected.cells)) return {};
    const double offset = common_offset(pair.expected.cells, pair.actual.cells);
    if (std::isnan(offset) || same(offset, 0.0)) return {};
    return Diagnosis{"constant_offset", fmt::format("Every number is too {} by {:.6g}.",
                                                    offset > 0.0 ? "large" : "small", std::abs(offset))};
}

using Common = double (*)(const Numbers& expected, const Numbers& actual);

/// What turns each of several rows or columns into what it should be; empty where one of them has no such number.
Numbers common_in_each(std::size_t count, Common common, const std::function<Numbers(std::size_t)>& expected,
                       const std::function<Numbers(std::size_t)>& actual)
{
    Numbers found;
    for (std::size_t i = 0; i < count; ++i) {
        const Numbers right = expected(i);
        if (!are_varied(right)) return {};  // a row of equal numbers fits anything
        found.push_back(common(right, actual(i)));
        if (std::isnan(found.back())) return {};
    }
    return found;
}

std::optional<Diagnosis> rows_or_columns_changed(const Pair& pair)
{
    const Table expected = table_of(pair.expected);
    const Table actual = table_of(pair.actual);
    if (expected.rows < 2 || expected.columns < 2) return {};
    const auto rows_of = [](const Table& table) { return [&table](std::size_t i) { return table.row(i); }; };
    const auto columns_of = [](const Table& table) { return [&table](std::size_t j) { return table.column(j); }; };
    if (const Numbers by = common_in_each(expected.rows, common_factor, rows_of(expected), rows_of(actual));
        !by.empty()) {
        return Diagnosis{
            "rows_by_factors",
            fmt::format("Each row is right up to a factor of its own: row 0 is {:.4g} times what it should be, row 1 "
                        "{:.4g} times. What is a row multiplied or divided by?",
                        by[0], by[1])};
    }
    if (const Numbers by = common_in_each(expected.columns, common_factor, columns_of(expected), columns_of(actual));
        !by.empty()) {
        return Diagnosis{
            "columns_by_factors",
            fmt::format("Each column is right up to a factor of its own: column 0 is {:.4g} times what it should be, "
                        "column 1 {:.4g} times.",
                        by[0], by[1])};
    }
    if (const Numbers by = common_in_each(expected.rows, common_offset, rows_of(expected), rows_of(actual));
        !by.empty()) {
        return Diagnosis{
            "rows_by_offsets",
            fmt::format("In each row all numbers are off by the same: in row 0 by {:.4g}, in row 1 by {:.4g}. What is "
                        "added to a whole row, or subtracted from it?",
                        by[0], by[1])};
    }
    return {};
}

std::optional<Diagnosis> rows_all_the_same(const Pair& pair)
{
    const Table expected = table_of(pair.expected);
    const Table actual = table_of(pair.actual);
    if (expected.rows < 2) return {};
    const auto all_as_first = [](const Table& table) {
        for (std::size_t i = 1; i < table.rows; ++i) {
            if (!all_agree(table.row(0), table.row(i))) return false;
        }
        return true;
    };
    if (!all_as_first(actual) || all_as_first(expected)) return {};
    return Diagnosis{"rows_all_the_same", expected.columns > 1
                                              ? "All your rows are the same. Does each use what belongs to it?"
                                              : "All your numbers are the same. Does each use what belongs to it?"};
}

std::optional<Diagnosis> rows_shifted(const Pair& pair)
{
    const Table expected = table_of(pair.expected);
    const Table actual = table_of(pair.actual);
    if (expected.rows < 3 || !are_varied(expected.cells)) return {};
    const std::string what = expected.columns > 1 ? "row" : "number";
    const auto shifted = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = 0; i + 1 < expected.rows; ++i) {
            if (!all_agree(expected.row(i + from), actual.row(i + to))) return false;
        }
        return true;
    };
    if (shifted(0, 1))
        return Diagnosis{"rows_shifted", fmt::format("Each {0} has what belongs in the {0} before it.", what)};
    if (shifted(1, 0))
        return Diagnosis{"rows_shifted", fmt::format("Each {0} has what belongs in the {0} after it.", what)};
    return {};
}

/// The one place where two lists of rows differ, if it is only one of at least three.
std::optional<std::size_t> only_difference(std::size_t count, const std::function<bool(std::size_t)>& differs)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < count; ++i) {
        if (!differs(i)) continue;
        if (found) return {};
        found = i;
    }
    return count < 3 ? std::nullopt : found;
}

std::optional<Diagnosis> one_place_wrong(const Pair& pair)
{
    const Table expected = table_of(pair.expected);
    const Table actual = table_of(pair.actual);
    const auto row =
        only_difference(expected.rows, [&](std::size_t i) { return !all_agree(expected.row(i), actual.row(i)); });
    if (row) {
        return Diagnosis{"one_place_wrong",
                         fmt::format("Only one {} is wrong, {}. What is different about it?",
                                     expected.columns > 1 ? "row" : "number", place_name(*row, expected.rows))};
    }
    const auto column = only_difference(
        expected.columns, [&](std::size_t j) { return !all_agree(expected.column(j), actual.column(j)); });
    if (column) {
        return Diagnosis{"one_place_wrong", fmt::format("Only one column is wrong, {}. What is different about it?",
                                                        place_name(*column, expected.columns))};
    }
    return {};
}

std::optional<Diagnosis> yes_for_no(const Pair& pair)
{
    std::size_t wrongly_true = 0;
    std::size_t wrongly_false = 0;
    for (std::size_t cell = 0; cell < pair.actual.cells.size(); ++cell) {
        if (pair.expected.cells[cell] == pair.actual.cells[cell]) continue;
        ++(pair.actual.cells[cell] != 0.0 ? wrongly_true : wrongly_false);
    }
    const std::size_t all = pair.actual.cells.size();
    if (all < 2) return {};
    if (wrongly_true + wrongly_false == all)
        return Diagnosis{"all_negated", "Every cell is the opposite of what it should be."};
    if (wrongly_false == 0)
        return Diagnosis{"true_too_often",
                         fmt::format("{} of {} cells {} true and should be false; none is the other way round.",
                                     wrongly_true, all, wrongly_true == 1 ? "is" : "are")};
    if (wrongly_true == 0)
        return Diagnosis{"false_too_often",
                         fmt::format("{} of {} cells {} false and should be true; none is the other way round.",
                                     wrongly_false, all, wrongly_false == 1 ? "is" : "are")};
    return {};
}

}  // namespace

std::optional<Diagnosis> relate(const Pair& pair)
{
    const auto& [expected, actual] = pair;
    if (expected.kind != actual.kind) return {};
    const bool are_cells = expected.kind == Value::Kind::numbers || expected.kind == Value::Kind::yes_no;
    if (!are_cells || actual.cells.empty() || expected.cells.empty()) return {};
    if (expected.shape != actual.shape) return another_length(pair);
    if (expected.kind == Value::Kind::yes_no) return yes_for_no(pair);
    if (const auto diagnosis = infinite(pair)) return diagnosis;
    if (!are_finite(expected.cells) || !are_finite(actual.cells)) return one_place_wrong(pair);
    for (const auto relation : {decimals_cut_off, off_by_one, single_factor, function_of_the_right, constant_offset,
                                rows_or_columns_changed, rows_all_the_same, rows_shifted, one_place_wrong}) {
        if (const auto diagnosis = relation(pair)) return diagnosis;
    }
    return {};
}

}  // namespace check
