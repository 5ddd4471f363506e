/// \file
/// A live page of the site: what a reader can move, and what is shown for it. A chapter's `live.cpp` describes one; the site's
/// script `live.js` draws it.
#pragma once

#include "common/heat_map.hpp"
#include "common/plane.hpp"
#include "common/plot.hpp"
#include "common/scene.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace common
{

/// From where to where a number can be moved, and where it is at first.
struct Range {
    double from = 0;    ///< the smallest it can be
    double to = 1;      ///< the largest
    double step = 0.1;  ///< from one place to the next
    double start = 0;   ///< where it is until somebody moves it
};

/// For `decimals`: as few as a number needs, and three at most.
constexpr int as_needed = -1;

/// A sentence with numbers in it: each `{}` stands for the next number.
struct Words {
    std::string text;                  ///< with a `{}` for each number
    std::vector<double> numbers = {};  ///< in order
    int decimals = 3;                  ///< of every number
    bool in_output = true;  ///< whether the program prints these numbers too, in this order; a test compares them
};

/// What the colour of a cell stands for.
enum class Shade {
    none,     ///< no colour
    weights,  ///< from 0 to 1
    both,     ///< below zero one colour, above zero another, the stronger the further from it
    query,    ///< as `both`, in the colour of queries above zero
    key,      ///< the same for keys
    value     ///< the same for values
};

/// Numbers in rows and columns.
struct Grid {
    std::string caption;                                 ///< above the grid
    Matrix values;                                       ///< shape (rows.size(), columns.size())
    std::vector<std::string> rows = {};                  ///< names of the rows, or nothing
    std::vector<std::string> columns = {};               ///< names of the columns, or nothing
    int decimals = 3;                                    ///< of every number
    std::vector<int> decimals_of = {};                   ///< of the numbers of each column, where they differ
    Shade shade = Shade::none;                           ///< what the cells' colours stand for
    BoolMatrix masked = BoolMatrix::from_shape({0, 0});  ///< true = hidden: hatched, without a number; empty for none
    BoolMatrix marked = BoolMatrix::from_shape({0, 0});  ///< true = framed; empty for none
    bool in_output = true;                               ///< whether the program prints these rows (or columns) too
    std::string picks = {};                              ///< the key of a `cell` control: a cell can be chosen here
    Words dense = {};  ///< where this has a text, cells are small and without numbers, and this says what is to be seen
};

/// Numbers as bars.
struct Bars {
    std::string caption;              ///< above the bars
    std::vector<std::string> labels;  ///< one per number
    Vector values;                    ///< shape (labels.size())
    double full = 1.0;                ///< the number at the right edge: its bar has full length
    double from = 0.0;                ///< the number at the left edge; below zero, bars go both ways from where zero is
    int decimals = 3;                 ///< of the numbers
    std::string kind = "accent";      ///< the colour: `query`, `key`, `value`, `accent` (weights), `series-1`, ...
    bool in_output = true;            ///< whether the program prints these numbers in this order
};

/// How a plane is shown: its window, what can be dragged, and what is to be seen, in words.
struct PlaneFrame {
    double from = -1;                       ///< left and lower edge
    double to = 1;                          ///< right and upper edge
    std::vector<std::string> handles = {};  ///< keys of `point` controls that can be dragged in the plane
    Words seen = {};                        ///< for those who cannot see it
};

/// How a plot is shown. What is not a number is found from the curves.
struct PlotFrame {
    double x_from = std::numeric_limits<double>::quiet_NaN();  ///< left edge
    double x_to = std::numeric_limits<double>::quiet_NaN();    ///< right edge
    double y_from = std::numeric_limits<double>::quiet_NaN();  ///< lower edge
    double y_to = std::numeric_limits<double>::quiet_NaN();    ///< upper edge
    double here = std::numeric_limits<double>::quiet_NaN();    ///< an x that is marked by an upright line
    std::string along = {};  ///< key of the slider for `here`: it can be dragged along
    std::string heights =
        {};  ///< key of the `entries` for the first curve without a line: its points can be dragged up and down
    Words seen = {};  ///< for those who cannot see it
};

/// A live page, described anew for every change. Controls say what can be moved and return how it is set; views show
/// what was computed from that. Both appear in the order in which they are called.
///
/// A control has a key, which is its name among the settings and must not change from one call to the next.
class Page
{
public:
    /// A page as somebody has set it.
    ///
    /// \param settings  one item, with a field for each control that was moved, named by its key
    explicit Page(Scene settings = {});

    /// A number to slide.
    double slider(const std::string& key, const std::string& label, const Range& range);

    /// One of several: its index.
    std::size_t choice(const std::string& key, const std::string& label, const std::vector<std::string>& options,
                       std::size_t start = 0);

    /// Yes or no.
    bool toggle(const std::string& key, const std::string& label, bool start = false);

    /// A matrix whose numbers can be changed; `range.start` plays no part. Shape as `start`.
    Matrix entries(const std::string& key, const std::string& label, const Matrix& start, const Range& range,
                   const std::vector<std::string>& rows = {}, const std::vector<std::string>& columns = {},
                   Shade shade = Shade::none);

    /// A matrix of yes and no, to be painted. Shape as `start`.
    BoolMatrix cells(const std::string& key, const std::string& label, const BoolMatrix& start,
                     const std::vector<std::string>& rows = {}, const std::vector<std::string>& columns = {});

    /// A place in the plane, by two numbers; a plane that names the key among its handles lets it be dragged. Shape (2).
    /// `range.start` plays no part.
    Vector point(const std::string& key, const std::string& label, const Vector& start, const Range& range,
                 const std::string& kind = "accent");

    /// A cell of a grid that names this key: its row and its column.
    std::pair<std::size_t, std::size_t> cell(const std::string& key, std::size_t rows, std::size_t columns,
                                             std::pair<std::size_t, std::size_t> start = {0, 0});

    /// Buttons that are pressed one after the other, each perhaps only `once`: the options in the order in which they were
    /// pressed.
    std::vector<std::size_t> presses(const std::string& key, const std::string& label,
                                     const std::vector<std::string>& options, bool once,
                                     const std::vector<std::size_t>& start = {});

    /// A line of text to type.
    std::string text(const std::string& key, const std::string& label, const std::string& start);

    /// Steps that are played, stopped and scrubbed. The page goes forward by at most `each` steps a call, so that it stays
    /// responsive; backwards it may jump, so keep what each moment is to show. It ends at `until`. `run` says what is played,
    /// such as a seed: where that is no longer the same, steps begin at 0 again.
    std::size_t steps(const std::string& key, const std::string& label, std::size_t each, std::size_t until,
                      double run = 0);

    /// Show a sentence.
    void say(const Words& words);
    /// Show a matrix.
    void show(const Grid& grid);
    /// Show a matrix of weights as the heat map that the program draws, its numbers with so many decimals.
    void show(const HeatMap& map, int decimals, bool in_output = true);
    /// Show bars.
    void show(const Bars& bars);
    /// Show arrows and points.
    void show(const Plane& plane, const PlaneFrame& frame);
    /// Show curves.
    void show(const Plot& plot, const PlotFrame& frame);

    /// What follows stands in a column, beside the column before where there is room for both.
    void column();
    /// What follows stands across the page again.
    void across();

    /// How far, as a share of a number, another machine may be from this one: 1e-9 unless said otherwise. A model that
    /// computes in float and learns for a few steps needs more.
    void allow(double share);

    /// All that was called, in order.
    const Scene& scene() const { return scene_; }

private:
    std::vector<double> numbers(const std::string& key, const std::vector<double>& start) const;
    double number(const std::string& key, double start) const;
    Item& add(const std::string& kind);
    Item& control(const std::string& kind, const std::string& key, const std::string& label);

    Scene settings_;
    Scene scene_;
};

}  // namespace common

namespace attention
{

/// The live page of a chapter: its `live.cpp` defines it.
void live_page(common::Page& page);

}  // namespace attention
