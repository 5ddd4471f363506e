#include "tests/exercises/check/property.hpp"

#include "tests/exercises/check/rows.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace check
{

namespace
{

/// A sentence about the first number that is not as it should be, or nothing.
std::string first_bad(const Value& value, const std::function<bool(double)>& good, const std::string& demand)
{
    for (std::size_t cell = 0; cell < value.cells.size(); ++cell) {
        if (good(value.cells[cell])) continue;
        const std::string where = value.shape.empty() ? "" : " at " + text_of(place_of(cell, value.shape));
        return fmt::format("The number{} is {:.6g}, and {}.", where, value.cells[cell], demand);
    }
    return "";
}

std::string first_bad_row(const Value& value)
{
    const std::vector<double> sums = row_sums(value);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (agree(1.0, sums[i], 1e-9)) continue;
        const std::string who = value.shape.size() < 2 ? "The weights sum" : fmt::format("Row {} sums", i);
        return fmt::format("{} to {:.6g}, and must sum to 1.", who, sums[i]);
    }
    return "";
}

}  // namespace

Property property(std::string key, std::string sentence, std::function<bool(const Value&)> holds)
{
    return {std::move(key), [sentence = std::move(sentence), holds = std::move(holds)](const Value& value) {
                return holds(value) ? std::string() : sentence;
            }};
}

Property rows_sum_to_one() { return {"rows_do_not_sum_to_one", first_bad_row}; }

Property none_negative()
{
    return {"negative_number", [](const Value& value) {
                return first_bad(value, [](double x) { return !(x < 0.0); }, "must not be below 0");
            }};
}

Property all_finite()
{
    return {"not_finite", [](const Value& value) {
                return first_bad(value, [](double x) { return std::isfinite(x); }, "must be an ordinary number");
            }};
}

Property between(double low, double high)
{
    return {"outside_the_values", [low, high](const Value& value) {
                const std::string demand = fmt::format("must lie between {:.6g} and {:.6g}", low, high);
                return first_bad(value, [&](double x) { return x >= low - 1e-9 && x <= high + 1e-9; }, demand);
            }};
}

Property of(std::string part, Property whole)
{
    const std::string key = whole.key;
    return {key, [part = std::move(part), whole = std::move(whole)](const Value& value) {
                for (const Value& candidate : value.parts) {
                    if (candidate.name == part) return whole.problem(candidate);
                }
                return std::string();
            }};
}

}  // namespace check
