/// \file
/// A drawing made of characters.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace common
{

/// A grid of characters. Columns run to the right and rows down, both from 0; what lies outside is drawn at the edge.
class Canvas
{
public:
    /// An empty drawing.
    Canvas(std::size_t columns, std::size_t rows);

    /// Write a character, over whatever is there.
    void mark(double column, double row, char c);

    /// Write a character along a line, where nothing is yet.
    void line(double column1, double row1, double column2, double row2, char c);

    /// Write a label beside a point: to its right, or to its left where it would not fit.
    void label(double column, double row, const std::string& text);

    /// The lines of the drawing, each with its end, indented by two spaces, without spaces at their ends.
    std::string text() const;

private:
    std::size_t column_at(double column) const;
    std::size_t row_at(double row) const;

    std::vector<std::string> rows_;
};

}  // namespace common
