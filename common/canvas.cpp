#include "common/canvas.hpp"

#include <algorithm>
#include <cmath>

namespace common
{

namespace
{

std::size_t nearest(double place, std::size_t count)
{
    const double last = static_cast<double>(count) - 1;
    return static_cast<std::size_t>(std::lround(std::clamp(place, 0.0, last)));
}

}  // namespace

Canvas::Canvas(std::size_t columns, std::size_t rows) : rows_(rows, std::string(columns, ' ')) {}

std::size_t Canvas::column_at(double column) const { return nearest(column, rows_.front().size()); }

std::size_t Canvas::row_at(double row) const { return nearest(row, rows_.size()); }

void Canvas::mark(double column, double row, char c) { rows_[row_at(row)][column_at(column)] = c; }

void Canvas::line(double column1, double row1, double column2, double row2, char c)
{
    constexpr int steps = 200;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        char& cell = rows_[row_at(row1 + t * (row2 - row1))][column_at(column1 + t * (column2 - column1))];
        if (cell == ' ') cell = c;
    }
}

void Canvas::label(double column, double row, const std::string& text)
{
    std::string& line = rows_[row_at(row)];
    const std::size_t at = column_at(column);
    const bool fits = at + 3 + text.size() <= line.size();
    const std::size_t start = fits ? at + 1 : at - std::min(at, text.size() + 2);
    line.replace(start, text.size() + 2, " " + text + " ");
}

std::string Canvas::text() const
{
    std::string lines;
    for (const auto& row : rows_) {
        const std::string line = "  " + row;
        lines += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return lines;
}

}  // namespace common
