/// \file
/// Curves over two axes, drawn with characters or as SVG.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace common
{

/// One curve: its name and its points.
struct Curve {
    std::string name;          ///< written below the axes
    std::vector<double> x;     ///< any number of points
    std::vector<double> y;     ///< as many; a NaN leaves a gap
    bool points_only = false;  ///< marks without a line between them
    std::string kind{};        ///< its colour in the SVG: `query`, `key`, `value`, ...; empty for one of its own
};

/// Up to six curves over common axes.
struct Plot {
    std::string title;               ///< above the axes
    std::string description;         ///< what there is to see, for those who cannot see it
    std::string x_title;             ///< below the x axis
    std::string y_title;             ///< above the y axis
    std::vector<Curve> curves = {};  ///< at most six
    bool log_x = false;              ///< logarithmic axes want positive numbers; others are left out
    bool log_y = false;              ///< the same for y
    std::size_t text_rows = 17;      ///< how high the drawing in characters is, above its axis

    /// A drawing in characters, at most 78 wide; each curve has a letter of its own.
    std::string text() const;

    /// The same as an SVG document; each curve has a colour, a dash pattern and its name below the axes.
    std::string svg() const;
};

}  // namespace common
