#include "common/heat_map.hpp"

#include "common/print.hpp"
#include "common/require.hpp"
#include "common/svg.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace common
{

namespace
{

void require_names(const HeatMap& map)
{
    require(map.rows.size() == map.values.shape(0) && map.columns.size() == map.values.shape(1),
            "HeatMap: values are ({}, {}) but there are {} row names and {} column names", map.values.shape(0),
            map.values.shape(1), map.rows.size(), map.columns.size());
    require(map.masked.size() == 0 || (map.masked.shape() == map.values.shape()),
            "HeatMap: values are ({}, {}) but the mask is ({}, {})", map.values.shape(0), map.values.shape(1),
            map.masked.shape(0), map.masked.shape(1));
}

std::size_t longest(const std::vector<std::string>& names)
{
    std::size_t length = 0;
    for (const auto& name : names) length = std::max(length, name.size());
    return length;
}

/// Five shades from nothing to full; each shade covers a fifth of the way, so 0.1 is still blank and 0.9 is full.
std::string shade(double value, std::size_t width)
{
    static const std::vector<std::string> shades = {" ", "░", "▒", "▓", "█"};
    const double share = std::isnan(value) ? 0.0 : std::clamp(value, 0.0, 1.0);
    const std::string& mark = shades[static_cast<std::size_t>(std::lround(share * 4))];
    std::string cell;
    for (std::size_t i = 0; i < width; ++i) cell += mark;
    return cell;
}

/// Whether a cell may not be seen.
bool is_hidden(const HeatMap& map, std::size_t i, std::size_t j) { return map.masked.size() != 0 && map.masked(i, j); }

/// A number between 0 and 1 in two characters' worth of hundredths: ` 7`, `42`, and `100` for all of it.
std::string hundredths(double value) { return std::isnan(value) ? "nan" : fmt::format("{:.0f}", 100 * value); }

}  // namespace

std::string HeatMap::text() const
{
    require_names(*this);
    const std::size_t row_width = std::max(longest(rows), row_title.size());
    const std::size_t cell_width = std::max<std::size_t>(longest(columns), 6);

    std::string lines = fmt::format("  {:<{}}  {}\n", "", row_width, column_title + " (in hundredths)");
    lines += fmt::format("  {:<{}}", row_title, row_width);
    for (const auto& column : columns) lines += fmt::format("  {:>{}}", column, cell_width);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        lines += fmt::format("\n  {:<{}}", rows[i], row_width);
        for (std::size_t j = 0; j < columns.size(); ++j) {
            if (is_hidden(*this, i, j)) {
                lines += "  " + std::string(cell_width, '/');
                continue;
            }
            lines += fmt::format("  {}{:>3}", shade(values(i, j), cell_width - 3), hundredths(values(i, j)));
        }
    }
    return lines + "\n";
}

std::string HeatMap::svg() const
{
    require_names(*this);
    constexpr double cell = 46;
    const double left =
        std::max(44 + 7.5 * static_cast<double>(longest(rows)), 34 + 7.2 * static_cast<double>(row_title.size()));
    const double top = 84;
    const double width = left + cell * static_cast<double>(columns.size()) + 20;
    Svg picture(std::max(width, 34 + 8 * static_cast<double>(title.size())),
                top + cell * static_cast<double>(rows.size()) + 20, title, description);
    picture.text(20, 28, title, "ink", Anchor::start, 15);
    picture.text(left, 50, column_title, "muted");
    picture.text(20, top - 10, row_title, "muted");

    for (std::size_t j = 0; j < columns.size(); ++j) {
        picture.text(left + cell * (static_cast<double>(j) + 0.5), top - 10, columns[j], "ink", Anchor::middle, 12);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = top + cell * static_cast<double>(i);
        picture.text(left - 10, y + cell / 2 + 4, rows[i], "ink", Anchor::end, 12);
        for (std::size_t j = 0; j < columns.size(); ++j) {
            const double x = left + cell * static_cast<double>(j);
            if (is_hidden(*this, i, j)) {
                picture.hatching(x + 1, y + 1, cell - 2, cell - 2);
                continue;
            }
            const double share = std::isnan(values(i, j)) ? 0.0 : std::clamp(values(i, j), 0.0, 1.0);
            picture.rectangle(x + 1, y + 1, cell - 2, cell - 2, "grid", 0.35);
            picture.rectangle(x + 1, y + 1, cell - 2, cell - 2, "accent", share);
            if (decimals == 0) continue;
            picture.text(x + cell / 2, y + cell / 2 + 4, number(values(i, j), decimals), share > 0.7 ? "paper" : "ink",
                         Anchor::middle, 12);
        }
    }
    return picture.document();
}

}  // namespace common
