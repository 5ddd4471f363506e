/// \file
/// A small SVG document: shapes with class names, colours that follow the reader's light or dark theme, and a title
/// and a description for those who listen to a picture.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace common
{

/// On which side of its point a text is.
enum class Anchor { start, middle, end };

/// An SVG picture of a given size in pixels, y pointing down.
///
/// Shapes take the name of a class, which says what they are and so which colour they get in either theme: `ink`, `muted`,
/// `grid`, `panel`, `accent` (weights), `query`, `key` and `value` (one colour each, in every picture), and `series-1` to
/// `series-6` for whatever else there is; `below` is what is negative beside an `accent` that is not. A text may be `strong` besides.
class Svg
{
public:
    /// An empty picture.
    Svg(double width, double height, std::string_view title, std::string_view description);

    /// A line from one point to another.
    void line(double x1, double y1, double x2, double y2, std::string_view kind, double stroke = 1.5);
    /// The same, with a head at the second point.
    void arrow(double x1, double y1, double x2, double y2, std::string_view kind);
    /// A filled circle about a point.
    void circle(double x, double y, double radius, std::string_view kind);

    /// A filled rectangle; opacity 1 hides what is below it, 0 shows nothing of the rectangle.
    void rectangle(double x, double y, double width, double height, std::string_view kind, double opacity = 1.0);

    /// A box with a frame: `here` and `elsewhere` for a map, or framed in the colour of any other class.
    void box(double x, double y, double width, double height, std::string_view kind);

    /// A rectangle filled with oblique lines: a cell that may not be seen, which is not the same as a weight of 0.
    void hatching(double x, double y, double width, double height, std::string_view kind = "muted");

    /// A polygon from "x,y x,y ..." pairs, filled lightly.
    void polygon(std::string_view points, std::string_view kind);

    /// A line through "x,y x,y ..." pairs, solid or with one of five dash patterns.
    void polyline(std::string_view points, std::string_view kind, std::size_t dashes = 0);

    /// A line of text beside a point; size is in pixels. Mathematics in it is set as such: `d_k` and `x_{ij}` with a lowered
    /// index, `K^T` and `2^{10}` with a raised exponent, `sqrt(d_k)` with the sign of a root. Names such as `row_by_row` stay.
    void text(double x, double y, std::string_view text, std::string_view kind = "ink", Anchor anchor = Anchor::start,
              double size = 13);

    /// A text over as many lines as it takes: none is wider than `width` unless a single word is.
    /// \return  the y of its last line
    double paragraph(double x, double y, double width, std::string_view text, std::string_view kind = "ink",
                     double size = 13);

    /// The whole document.
    std::string document() const;

private:
    std::string head_;
    std::string body_;
};

/// A text broken between words, but not beside a `=`, so that no line is wider than `width` unless a single word is.
std::vector<std::string> broken_into_lines(std::string_view text, double width, double size);

/// From one line of a paragraph to the next.
double line_height(double size);

/// How wide a text is at most, in pixels, in the fonts a browser may choose; mathematics counts as it is set.
double text_width(std::string_view text, double size);

/// A coordinate as SVG wants it: two decimals at most, no trailing zeros.
std::string coordinate(double value);

}  // namespace common
