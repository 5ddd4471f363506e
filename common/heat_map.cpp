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

double widest(const std::vector<std::string>& names)
{
    double width = 0;
    for (const auto& name : names) width = std::max(width, text_width(name, 12));
    return width;
}

/// Where the parts of an SVG go. Cells are as wide as a telephone allows, and never narrower than what is in them.
struct Layout {
    static constexpr double widest_cell = 46;
    static constexpr double readable_width = 424;

    explicit Layout(const HeatMap& map)
    {
        const double beside_rows = 32 + widest(map.rows);
        const double beside_title = 32 + text_width(map.row_title, 13);
        titles_stacked = beside_title > beside_rows + 40;
        left = std::ceil(titles_stacked ? beside_rows : std::max(beside_rows, beside_title));
        const auto count = static_cast<double>(std::max<std::size_t>(map.columns.size(), 1));
        const double number_width = map.decimals == 0 ? 16 : text_width("0", 12) * (map.decimals + 1) + 11;
        const double narrowest = std::max(number_width, widest(map.columns) + 2);
        cell = std::floor(std::max(narrowest, std::min(widest_cell, (readable_width - left - 20) / count)));
        cell_height = std::min(cell, widest_cell);
        const double right_of_column_title = titles_stacked ? 40 + text_width("across: " + map.column_title, 13)
                                                            : left + 20 + text_width(map.column_title, 13);
        const double for_title = std::min(readable_width, 36 + text_width(map.title, 15));
        width = std::ceil(std::max({left + cell * count + 20, for_title, right_of_column_title}));
        const auto title_lines = static_cast<double>(broken_into_lines(map.title, width - 36, 15).size());
        title_bottom = 28 + line_height(15) * (title_lines - 1);
        top = title_bottom + (map.two_sided ? 84 : 56) + (titles_stacked ? 22 : 0);
    }

    bool titles_stacked;  // what rows and columns are is said in two lines, where the first is too long for the corner
    double left;          // of the cells
    double top;
    double cell;
    double cell_height;
    double width;         // of the picture
    double title_bottom;  // the baseline of the last line of the title

    double x(std::size_t j) const { return left + cell * static_cast<double>(j); }
    double y(std::size_t i) const { return top + cell_height * static_cast<double>(i); }
};

void draw_names(Svg& picture, const HeatMap& map, const Layout& at)
{
    if (at.titles_stacked) {
        picture.text(20, at.title_bottom + 24, "down: " + map.row_title, "muted");
        picture.text(20, at.title_bottom + 42, "across: " + map.column_title, "muted");
    } else {
        picture.text(at.left, at.title_bottom + 22, map.column_title, "muted");
        picture.text(20, at.top - 10, map.row_title, "muted");
    }
    for (std::size_t j = 0; j < map.columns.size(); ++j)
        picture.text(at.x(j) + at.cell / 2, at.top - 10, map.columns[j], "ink", Anchor::middle, 12);
    for (std::size_t i = 0; i < map.rows.size(); ++i)
        picture.text(at.left - 10, at.y(i) + at.cell_height / 2 + 4, map.rows[i], "ink", Anchor::end, 12);
}

/// A coloured ground: the larger the number, the stronger the colour.
void draw_ground(Svg& picture, double x, double y, double width, double height, double value)
{
    picture.rectangle(x, y, width, height, "grid", 0.35);
    picture.rectangle(x, y, width, height, value < 0 ? "below" : "accent", std::abs(value));
}

/// What the colours of a two-sided map mean, below the titles.
void draw_scale(Svg& picture, const Layout& at)
{
    constexpr double box = 22;
    const double y = at.top - 54;
    picture.text(at.left - 4, y + 15, "-1", "muted", Anchor::end, 12);
    for (int step = 0; step < 9; ++step) draw_ground(picture, at.left + box * step, y, box, box - 2, step / 4.0 - 1.0);
    picture.text(at.left + box * 9 + 6, y + 15, "1", "muted", Anchor::start, 12);
}

void draw_cell(Svg& picture, const HeatMap& map, const Layout& at, std::size_t i, std::size_t j)
{
    const double width = at.cell - 2;
    const double height = at.cell_height - 2;
    if (is_hidden(map, i, j)) return picture.hatching(at.x(j) + 1, at.y(i) + 1, width, height);
    const double value = map.values(i, j);
    const double shown = std::isnan(value) ? 0.0 : std::clamp(value, map.two_sided ? -1.0 : 0.0, 1.0);
    draw_ground(picture, at.x(j) + 1, at.y(i) + 1, width, height, shown);
    if (map.decimals == 0) return;
    picture.text(at.x(j) + at.cell / 2, at.y(i) + at.cell_height / 2 + 4, number(value, map.decimals),
                 std::abs(shown) > 0.7 ? "paper" : "ink", Anchor::middle, 12);
}

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
    const Layout at(*this);
    Svg picture(at.width, at.top + at.cell_height * static_cast<double>(rows.size()) + 20, title, description);
    picture.paragraph(20, 28, at.width - 36, title, "ink", 15);
    draw_names(picture, *this, at);
    if (two_sided) draw_scale(picture, at);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) draw_cell(picture, *this, at, i, j);
    }
    return picture.document();
}

}  // namespace common
