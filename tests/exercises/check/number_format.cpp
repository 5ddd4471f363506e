#include "tests/exercises/check/number_format.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

namespace check
{

namespace
{

bool hides_a_difference(const NumberFormat& format, const Pair& pair, double tolerance)
{
    for (std::size_t cell = 0; cell < pair.actual.cells.size(); ++cell) {
        const double expected = pair.expected.cells[cell];
        const double actual = pair.actual.cells[cell];
        if (!agree(expected, actual, tolerance) && format(expected) == format(actual)) return true;
    }
    return false;
}

}  // namespace

std::string NumberFormat::operator()(double number) const
{
    if (std::isnan(number)) return "nan";
    if (yes_no) return number != 0.0 ? "true" : "false";
    const std::string text =
        exponent ? fmt::format("{:.{}e}", number, decimals) : fmt::format("{:.{}f}", number, decimals);
    const bool is_zero = text.find_first_of("123456789i") == std::string::npos;
    return is_zero && text.front() == '-' ? text.substr(1) : text;
}

NumberFormat format_for(const Pair& pair, double tolerance)
{
    NumberFormat format{.yes_no = pair.actual.kind == Value::Kind::yes_no};
    bool whole = true;
    for (const Value* value : {&pair.expected, &pair.actual}) {
        for (const double x : value->cells) {
            if (!std::isfinite(x)) continue;
            whole = whole && x == std::round(x);
            format.exponent = format.exponent || std::abs(x) >= 1e7;
        }
    }
    if (whole && !format.exponent) format.decimals = 0;
    while (format.decimals < 17 && hides_a_difference(format, pair, tolerance)) ++format.decimals;
    return format;
}

}  // namespace check
