#include "common/page.hpp"

#include "common/require.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace common
{

namespace
{

std::vector<double> flat(const Matrix& M) { return {M.begin(), M.end()}; }
std::vector<double> flat(const Vector& v) { return {v.begin(), v.end()}; }

std::vector<double> flat(const BoolMatrix& M)
{
    std::vector<double> numbers;
    for (const bool is_set : M) numbers.push_back(is_set ? 1.0 : 0.0);
    return numbers;
}

std::vector<double> flat(const std::vector<std::size_t>& counts)
{
    std::vector<double> numbers;
    for (const std::size_t count : counts) numbers.push_back(static_cast<double>(count));
    return numbers;
}

std::vector<double> as_numbers(const Range& range) { return {range.from, range.to, range.step}; }

template <class M>
std::vector<double> shape_of(const M& matrix)
{
    return {static_cast<double>(matrix.shape(0)), static_cast<double>(matrix.shape(1))};
}

double clamped(double value, const Range& range)
{
    return std::isnan(value) ? range.from : std::clamp(value, range.from, range.to);
}

/// An index below a bound, whatever a setting says.
std::size_t index(double value, std::size_t bound)
{
    if (bound == 0 || !(value > 0)) return 0;
    return std::min(static_cast<std::size_t>(value), bound - 1);
}

/// Of the numbers of each column; or one number, for all of them.
std::vector<double> decimals_of(const Grid& grid)
{
    if (grid.decimals_of.empty()) return {static_cast<double>(grid.decimals)};
    return {grid.decimals_of.begin(), grid.decimals_of.end()};
}

const char* name_of(Shade shade)
{
    switch (shade) {
    case Shade::none: return "none";
    case Shade::weights: return "weights";
    case Shade::both: return "both";
    case Shade::query: return "query";
    case Shade::key: return "key";
    default: return "value";
    }
}

/// A sentence as fields of an item.
void put(Item& item, const Words& words)
{
    item.with("text", words.text).with("numbers", words.numbers).with("decimals", words.decimals);
}

void put(Item& item, const std::string& prefix, const std::vector<PlanePoint>& points)
{
    std::vector<std::string> labels;
    std::vector<std::string> kinds;
    std::vector<double> places;
    for (const PlanePoint& p : points) {
        labels.push_back(p.label);
        kinds.push_back(p.kind);
        for (const double place : {p.from_x, p.from_y, p.x, p.y}) places.push_back(place);
    }
    item.with(prefix + "_labels", labels).with(prefix + "_kinds", kinds).with(prefix, places);
}

}  // namespace

Page::Page(Scene settings) : settings_(std::move(settings)) {}

std::vector<double> Page::numbers(const std::string& key, const std::vector<double>& start) const
{
    const Field* field = settings_.empty() ? nullptr : settings_.front().find(key);
    const auto* held = field == nullptr ? nullptr : std::get_if<std::vector<double>>(field);
    return held == nullptr ? start : *held;
}

double Page::number(const std::string& key, double start) const
{
    const std::vector<double> set = numbers(key, {start});
    return set.size() == 1 ? set.front() : start;
}

Item& Page::add(const std::string& kind) { return scene_.emplace_back(kind); }

Item& Page::control(const std::string& kind, const std::string& key, const std::string& label)
{
    return add(kind).with("key", key).with("label", label);
}

double Page::slider(const std::string& key, const std::string& label, const Range& range)
{
    const double value = clamped(number(key, range.start), range);
    control("slider", key, label).with("range", as_numbers(range)).with("value", value);
    return value;
}

std::size_t Page::choice(const std::string& key, const std::string& label, const std::vector<std::string>& options,
                         std::size_t start)
{
    const std::size_t chosen = index(number(key, static_cast<double>(start)), options.size());
    control("choice", key, label).with("options", options).with("value", static_cast<double>(chosen));
    return chosen;
}

bool Page::toggle(const std::string& key, const std::string& label, bool start)
{
    const bool is_on = number(key, start ? 1 : 0) != 0;
    control("toggle", key, label).with("value", is_on ? 1.0 : 0.0);
    return is_on;
}

Matrix Page::entries(const std::string& key, const std::string& label, const Matrix& start, const Range& range,
                     const std::vector<std::string>& rows, const std::vector<std::string>& columns, Shade shade)
{
    Matrix M = start;
    const std::vector<double> set = numbers(key, flat(start));
    if (set.size() == M.size())
        std::ranges::transform(set, M.begin(), [&](double value) { return clamped(value, range); });
    control("entries", key, label)
        .with("range", as_numbers(range))
        .with("shape", shape_of(M))
        .with("value", flat(M))
        .with("rows", rows)
        .with("columns", columns)
        .with("shade", std::string(name_of(shade)));
    return M;
}

BoolMatrix Page::cells(const std::string& key, const std::string& label, const BoolMatrix& start,
                       const std::vector<std::string>& rows, const std::vector<std::string>& columns)
{
    BoolMatrix M = start;
    const std::vector<double> set = numbers(key, flat(start));
    if (set.size() == M.size()) std::ranges::transform(set, M.begin(), [](double value) { return value != 0; });
    control("cells", key, label)
        .with("shape", shape_of(M))
        .with("value", flat(M))
        .with("rows", rows)
        .with("columns", columns);
    return M;
}

Vector Page::point(const std::string& key, const std::string& label, const Vector& start, const Range& range,
                   const std::string& kind)
{
    Vector place = start;
    const std::vector<double> set = numbers(key, flat(start));
    if (set.size() == place.size())
        std::ranges::transform(set, place.begin(), [&](double value) { return clamped(value, range); });
    control("point", key, label).with("range", as_numbers(range)).with("value", flat(place)).with("color", kind);
    return place;
}

std::pair<std::size_t, std::size_t> Page::cell(const std::string& key, std::size_t rows, std::size_t columns,
                                               std::pair<std::size_t, std::size_t> start)
{
    const std::vector<double> set = numbers(key, flat(std::vector<std::size_t>{start.first, start.second}));
    const bool is_cell = set.size() == 2;
    const std::size_t row = is_cell ? index(set[0], rows) : 0;
    const std::size_t column = is_cell ? index(set[1], columns) : 0;
    control("cell", key, "")
        .with("shape", std::vector<double>{static_cast<double>(rows), static_cast<double>(columns)})
        .with("value", flat(std::vector<std::size_t>{row, column}));
    return {row, column};
}

std::vector<std::size_t> Page::presses(const std::string& key, const std::string& label,
                                       const std::vector<std::string>& options, bool once,
                                       const std::vector<std::size_t>& start)
{
    std::vector<std::size_t> pressed;
    for (const double value : numbers(key, flat(start))) {
        const std::size_t option = index(value, options.size());
        if (!once || std::ranges::find(pressed, option) == pressed.end()) pressed.push_back(option);
    }
    control("presses", key, label).with("options", options).with("once", once ? 1.0 : 0.0).with("value", flat(pressed));
    return pressed;
}

std::string Page::text(const std::string& key, const std::string& label, const std::string& start)
{
    const Field* field = settings_.empty() ? nullptr : settings_.front().find(key);
    const auto* held = field == nullptr ? nullptr : std::get_if<std::string>(field);
    const std::string typed = held == nullptr ? start : *held;
    control("text", key, label).with("value", typed);
    return typed;
}

std::size_t Page::steps(const std::string& key, const std::string& label, std::size_t each, std::size_t until,
                        double run)
{
    const std::vector<double> set = numbers(key, {0, run});
    const bool is_same_run = set.size() == 2 && set[1] == run;
    const std::size_t taken = is_same_run ? index(set[0], until + 1) : 0;
    control("steps", key, label)
        .with("each", static_cast<double>(each))
        .with("until", static_cast<double>(until))
        .with("run", run)
        .with("value", static_cast<double>(taken));
    return taken;
}

void Page::column() { add("column"); }

void Page::across() { add("across"); }

void Page::allow(double share) { add("allowance").with("share", share); }

void Page::say(const Words& words)
{
    Item& item = add("say");
    put(item, words);
    item.with("in_output", words.in_output ? 1.0 : 0.0);
}

void Page::show(const Grid& grid)
{
    require(grid.rows.empty() || grid.rows.size() == grid.values.shape(0),
            "Page::show: there are {} rows but {} names for them", grid.values.shape(0), grid.rows.size());
    require(grid.columns.empty() || grid.columns.size() == grid.values.shape(1),
            "Page::show: there are {} columns but {} names for them", grid.values.shape(1), grid.columns.size());
    require(grid.decimals_of.empty() || grid.decimals_of.size() == grid.values.shape(1),
            "Page::show: there are {} columns but decimals for {}", grid.values.shape(1), grid.decimals_of.size());
    Item& item = add("grid");
    item.with("caption", grid.caption).with("shape", shape_of(grid.values)).with("values", flat(grid.values));
    item.with("rows", grid.rows).with("columns", grid.columns).with("cell_decimals", decimals_of(grid));
    item.with("shade", std::string(name_of(grid.shade))).with("picks", grid.picks);
    item.with("masked", flat(grid.masked)).with("marked", flat(grid.marked));
    item.with("in_output", grid.in_output ? 1.0 : 0.0);
    put(item, grid.dense);
}

void Page::show(const HeatMap& map, int decimals, bool in_output)
{
    show(Grid{.caption = map.title,
              .values = map.values,
              .rows = map.rows,
              .columns = map.columns,
              .decimals = decimals,
              .shade = Shade::weights,
              .masked = map.masked,
              .in_output = in_output});
}

void Page::show(const Bars& bars)
{
    require(bars.labels.size() == bars.values.size(), "Page::show: there are {} bars but {} labels", bars.values.size(),
            bars.labels.size());
    add("bars")
        .with("caption", bars.caption)
        .with("labels", bars.labels)
        .with("values", flat(bars.values))
        .with("ends", std::vector<double>{bars.from, bars.full})
        .with("cell_decimals", bars.decimals)
        .with("color", bars.kind)
        .with("in_output", bars.in_output ? 1.0 : 0.0);
}

void Page::show(const Plane& plane, const PlaneFrame& frame)
{
    Item& item = add("plane");
    item.with("caption", plane.title).with("x_title", plane.x_title).with("y_title", plane.y_title);
    item.with("window", std::vector<double>{frame.from, frame.to}).with("handles", frame.handles);
    put(item, "arrows", plane.arrows);
    put(item, "points", plane.points);
    put(item, "outline", plane.outline);
    put(item, frame.seen);
}

void Page::show(const Plot& plot, const PlotFrame& frame)
{
    Item& item = add("plot");
    item.with("caption", plot.title).with("x_title", plot.x_title).with("y_title", plot.y_title);
    item.with("window", std::vector<double>{frame.x_from, frame.x_to, frame.y_from, frame.y_to, frame.here});
    item.with("along", frame.along).with("heights", frame.heights);
    item.with("logarithmic", std::vector<double>{plot.log_x ? 1.0 : 0.0, plot.log_y ? 1.0 : 0.0});
    std::vector<std::string> names;
    std::vector<std::string> kinds;
    std::vector<double> points_only;
    for (const Curve& curve : plot.curves) {
        const std::string number = std::to_string(names.size());
        item.with("x" + number, curve.x).with("y" + number, curve.y);
        names.push_back(curve.name);
        kinds.push_back(curve.kind);
        points_only.push_back(curve.points_only ? 1.0 : 0.0);
    }
    item.with("names", names).with("kinds", kinds).with("points_only", points_only);
    put(item, frame.seen);
}

}  // namespace common
