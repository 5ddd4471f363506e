/// \file
/// A plane with arrows, points and outlines in it, drawn with characters or as SVG.
#pragma once

#include <string>
#include <vector>

namespace common
{

/// A place in the plane, and what to call it.
struct PlanePoint {
    std::string label;   ///< what to call it
    double x = 0;        ///< to the right
    double y = 0;        ///< up
    std::string kind{};  ///< its colour in the SVG: `query`, `key`, `value`, ...; empty for one of its own
    double from_x = 0;   ///< where an arrow starts, if not at the origin
    double from_y = 0;   ///< the same, up
};

/// Arrows (from the origin, unless they say where from), points, and outlines around points, over x and y axes of equal scale.
struct Plane {
    std::string title;                     ///< above the drawing
    std::string description;               ///< what there is to see, for those who cannot see it
    std::vector<PlanePoint> arrows = {};   ///< from the origin
    std::vector<PlanePoint> points = {};   ///< marks without a line to them
    std::vector<PlanePoint> outline = {};  ///< corners of a polygon, drawn with their labels
    std::string x_title = {};              ///< what the x axis measures
    std::string y_title = {};              ///< what the y axis measures

    /// A drawing in characters, 63 wide: arrows are dotted lines that end in `o` and a label, points are `+`, corners `*`.
    std::string text() const;

    /// The same as an SVG document.
    std::string svg() const;
};

}  // namespace common
