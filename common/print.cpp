#include "common/print.hpp"

#include "common/colour.hpp"
#include "common/require.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace common
{

namespace
{

/// How many columns of a terminal a UTF-8 text takes: characters from U+3000 to U+DFFF, Chinese and its neighbours, take two.
std::size_t width_of(std::string_view text)
{
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) width += byte >= 0xE3 && byte <= 0xED ? 2 : 1;
    }
    return width;
}

/// A name in the colour of its role: blue for queries, yellow for keys, green for values, as in the pictures.
std::string tinted(std::string_view name)
{
    const bool is_letter =
        !name.empty() && (name.size() == 1 || std::string_view(" _,").find(name[1]) != std::string_view::npos);
    const std::size_t role = is_letter ? std::string_view("qQkKvV").find(name.front()) : std::string_view::npos;
    if (role == std::string_view::npos || !in_colour()) return std::string(name);
    constexpr std::array<std::string_view, 3> colours = {"34", "33", "32"};
    return fmt::format("\033[1;{}m{}\033[0m", colours[role / 2], name);
}

std::string padding(std::string_view text, std::size_t width)
{
    const std::size_t taken = width_of(text);
    return std::string(width > taken ? width - taken : 0, ' ');
}

std::vector<std::size_t> column_widths(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows) {
        for (std::size_t j = 0; j < row.size(); ++j) widths[j] = std::max(widths[j], width_of(row[j]));
    }
    return widths;
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths)
{
    std::string line = " ";
    for (std::size_t j = 0; j < cells.size(); ++j) {
        const std::string pad = padding(cells[j], widths[j]);
        line += " " + (j == 0 ? cells[j] + pad : " " + pad + cells[j]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

}  // namespace

void heading(std::string_view text) { fmt::print("\n{}\n{:-<{}}\n", text, "", width_of(text)); }

std::string number(double value, int decimals)
{
    if (std::isnan(value)) return "nan";
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool is_zero = text.find_first_of("123456789i") == std::string::npos;
    if (is_zero && text.front() == '-') text.erase(0, 1);
    return text;
}

std::string with_commas(std::uint64_t value)
{
    if (value < 1000) return fmt::format("{}", value);
    return with_commas(value / 1000) + fmt::format(",{:03}", value % 1000);
}

std::string plain(const Vector& v)
{
    std::string text;
    for (const double value : v) text += fmt::format("{}{}", text.empty() ? "" : ", ", value);
    return "[" + text + "]";
}

std::string numbers(const Vector& v, int decimals)
{
    std::string text;
    for (const double value : v) text += (text.empty() ? "" : ", ") + number(value, decimals);
    return "[" + text + "]";
}

void print_vector(std::string_view name, const Vector& v, int decimals)
{
    fmt::print("  {} = {}  ({})\n", tinted(name), numbers(v, decimals), v.size());
}

void print_matrix(std::string_view name, const Matrix& M, const MatrixLabels& labels)
{
    const std::size_t rows = M.shape(0);
    const std::size_t columns = M.shape(1);
    require(labels.rows.empty() || labels.rows.size() == rows,
            "print_matrix: {} has {} rows but {} row names; each row needs one", name, rows, labels.rows.size());
    require(labels.columns.empty() || labels.columns.size() == columns,
            "print_matrix: {} has {} columns but {} column names; each column needs one", name, columns,
            labels.columns.size());

    std::vector<std::vector<std::string>> lines;
    if (!labels.columns.empty()) {
        lines.push_back({""});
        lines.back().insert(lines.back().end(), labels.columns.begin(), labels.columns.end());
    }
    for (std::size_t i = 0; i < rows; ++i) {
        lines.push_back({labels.rows.empty() ? "" : labels.rows[i]});
        for (std::size_t j = 0; j < columns; ++j) lines.back().push_back(number(M(i, j), labels.decimals));
    }

    fmt::print("  {}  ({}, {})\n", tinted(name), rows, columns);
    if (lines.empty()) return;
    const std::vector<std::size_t> widths = column_widths(lines);
    for (const auto& line : lines) fmt::print("  {}", line_of(line, widths));
}

Table::Table(std::vector<std::string> header) : rows_{std::move(header)} {}

void Table::add_row(std::vector<std::string> cells)
{
    require(cells.size() == rows_.front().size(), "Table::add_row: {} cells given but the table has {} columns",
            cells.size(), rows_.front().size());
    rows_.push_back(std::move(cells));
}

std::string Table::text() const
{
    const std::vector<std::size_t> widths = column_widths(rows_);
    std::string lines;
    for (const auto& row : rows_) lines += line_of(row, widths);
    return lines;
}

void Table::print() const { fmt::print("{}", text()); }

}  // namespace common
