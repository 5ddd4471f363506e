/// \file
/// A matrix as a picture: the larger the number, the darker the cell. Rows are queries, columns are keys.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace common
{

/// A heat map of a matrix whose numbers lie between 0 and 1, in a terminal and as SVG; two-sided, from -1 to 1, as SVG.
struct HeatMap {
    std::string title;                  ///< above the map
    std::string description;            ///< what there is to see, for those who cannot see it
    Matrix values;                      ///< shape (rows.size(), columns.size())
    std::vector<std::string> rows;      ///< names of the rows
    std::vector<std::string> columns;   ///< names of the columns
    std::string row_title = "queries";  ///< what a row stands for
    std::string column_title = "keys";  ///< what a column stands for

    /// Lines of shaded cells, each with its number in hundredths, as wide as the longest name of a column; a hidden cell is
    /// a row of slashes.
    /// \throws std::invalid_argument  unless each row and column has a name
    std::string text() const;

    /// The same as an SVG document.
    /// \throws std::invalid_argument  unless each row and column has a name
    std::string svg() const;

    /// How many decimals the cells of the SVG carry; 0 leaves them without numbers.
    int decimals = 2;

    /// Whether numbers may be negative: those below 0 get a colour of their own in the SVG, and a scale says which.
    bool two_sided = false;

    /// Cells that may not be seen, true = hidden: hatched, not blank like a weight of 0. Empty, or the shape of the values.
    BoolMatrix masked = BoolMatrix::from_shape({0, 0});
};

}  // namespace common
