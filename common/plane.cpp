#include "common/plane.hpp"

#include "common/canvas.hpp"
#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace common
{

namespace
{

/// The part of the plane that a drawing shows: everything in it, the origin, and a margin.
struct Window {
    double left = 0;
    double right = 0;
    double bottom = 0;
    double top = 0;
};

Window window_of(const Plane& plane)
{
    Window w;
    for (const auto* group : {&plane.arrows, &plane.points, &plane.outline}) {
        for (const PlanePoint& p : *group) {
            w = {std::min({w.left, p.x, p.from_x}), std::max({w.right, p.x, p.from_x}),
                 std::min({w.bottom, p.y, p.from_y}), std::max({w.top, p.y, p.from_y})};
        }
    }
    const double margin = 0.08 * std::max({w.right - w.left, w.top - w.bottom, 1e-9});
    return {w.left - margin, w.right + margin, w.bottom - margin, w.top + margin};
}

/// Each corner with the one before it: the sides of a polygon.
void for_each_side(const std::vector<PlanePoint>& corners,
                   const std::function<void(const PlanePoint&, const PlanePoint&)>& draw)
{
    for (std::size_t i = 0; i < corners.size(); ++i) draw(corners[i == 0 ? corners.size() - 1 : i - 1], corners[i]);
}

/// Puts labels beside their points where they cover no arrow and no other label, if there is such a side.
class Labels
{
public:
    Labels(Svg& picture, double right_edge) : picture_(picture), right_edge_(right_edge) {}

    /// A line from one point to another, in pixels, that labels should keep clear of.
    void keep_clear_of(double x1, double y1, double x2, double y2) { lines_.push_back({x1, y1, x2, y2}); }

    /// A mark that labels should not cover.
    void keep_clear_of(double x, double y) { boxes_.push_back({x - 6, y - 6, x + 6, y + 6}); }

    /// An axis, which labels cover only where there is no other side.
    void rather_not_on(double x1, double y1, double x2, double y2) { axes_.push_back({x1, y1, x2, y2}); }

    /// Write a label: to the right of its point unless it would not fit, above it unless `below_on_the_left`.
    void write(double x, double y, bool points_left, const std::string& text, std::string_view kind,
               bool below_on_the_left)
    {
        const double width = text_width(text, 13);
        const bool left = points_left || x + 10 + width > right_edge_ + 30;
        const bool below = left && below_on_the_left;
        std::vector<Box> sides;
        for (const auto& [other_side, other_height] :
             {std::pair{false, false}, {false, true}, {true, false}, {true, true}})
            sides.push_back(beside(x, y, width, left != other_side, below != other_height));
        const Box box = best_of(sides);
        boxes_.push_back(box);
        const bool ends_here = box.right < x;
        picture_.text(ends_here ? box.right : box.left, box.bottom, text, kind,
                      ends_here ? Anchor::end : Anchor::start);
    }

private:
    struct Box {
        double left, top, right, bottom;
    };

    static Box beside(double x, double y, double width, bool left, bool below)
    {
        const double edge = left ? x - 9 - width : x + 9;
        const double baseline = below ? y + 20 : y - 8;
        return {edge, baseline - 11, edge + width, baseline};
    }

    /// The first of a label's sides that covers nothing; if there is none, the first that covers nothing but an axis.
    Box best_of(const std::vector<Box>& sides) const
    {
        const auto on_axis = [&](const Box& box) {
            return std::ranges::any_of(axes_, [&](const Box& axis) { return crosses(axis, box); });
        };
        auto found = std::ranges::find_if(sides, [&](const Box& box) { return is_free(box) && !on_axis(box); });
        if (found == sides.end()) found = std::ranges::find_if(sides, [&](const Box& box) { return is_free(box); });
        return found == sides.end() ? sides.front() : *found;
    }

    bool is_free(const Box& box) const
    {
        if (box.left < 4 || box.right > right_edge_ + 36) return false;
        const auto covers = [&](const Box& other) {
            return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
        };
        return std::ranges::none_of(boxes_, covers) &&
               std::ranges::none_of(lines_, [&](const Box& line) { return crosses(line, box); });
    }

    /// Whether a line comes through a box, tried at a hundred places.
    static bool crosses(const Box& line, const Box& box)
    {
        for (int i = 0; i <= 100; ++i) {
            const double x = line.left + (line.right - line.left) * i / 100;
            const double y = line.top + (line.bottom - line.top) * i / 100;
            if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
        }
        return false;
    }

    Svg& picture_;
    double right_edge_;
    std::vector<Box> boxes_;
    std::vector<Box> lines_;  // from left, top to right, bottom
    std::vector<Box> axes_;
};

}  // namespace

std::string Plane::text() const
{
    const Window w = window_of(*this);
    const double scale = std::min(60 / (w.right - w.left), 48 / (w.top - w.bottom));  // columns a unit
    const auto column = [&](double x) { return (x - w.left) * scale; };
    const auto row = [&](double y) { return (w.top - y) * scale / 2; };  // a character is about twice as high as wide
    Canvas canvas(63, static_cast<std::size_t>(std::lround(row(w.bottom))) + 1);
    const auto draw = [&](double x1, double y1, double x2, double y2, char c) {
        canvas.line(column(x1), row(y1), column(x2), row(y2), c);
    };
    const auto place = [&](const std::vector<PlanePoint>& group, char c) {
        for (const auto& point : group) canvas.mark(column(point.x), row(point.y), c);
        for (const auto& point : group) canvas.label(column(point.x), row(point.y), point.label);
    };

    for (const auto& arrow : arrows) draw(arrow.from_x, arrow.from_y, arrow.x, arrow.y, '.');
    for_each_side(outline, [&](const auto& a, const auto& b) { draw(a.x, a.y, b.x, b.y, '.'); });
    draw(w.left, 0, w.right, 0, '-');
    draw(0, w.bottom, 0, w.top, '|');
    canvas.mark(column(0), row(0), '0');
    place(outline, '*');
    place(arrows, 'o');
    place(points, '+');
    return canvas.text();
}

std::string Plane::svg() const
{
    const Window w = window_of(*this);
    const double scale = std::min(350 / (w.right - w.left), 350 / (w.top - w.bottom));  // pixels a unit
    const double left = 44;
    const double drawn = (w.right - w.left) * scale;
    const double width = 2 * left + std::max(drawn, 262.0);
    const double title_room = width - 36;
    const auto title_lines = static_cast<double>(broken_into_lines(title, title_room, 15).size());
    const double top = 48 + line_height(15) * (title_lines - 1);
    const auto px = [&](double x) { return (width - drawn) / 2 + (x - w.left) * scale; };
    const auto py = [&](double y) { return top + (w.top - y) * scale; };
    Svg picture(width, top + (w.top - w.bottom) * scale + (x_title.empty() ? 24 : 44), title, description);
    picture.paragraph(20, 28, title_room, title, "ink", 15);

    for (double x = std::ceil(w.left); x <= w.right; ++x)
        picture.line(px(x), py(w.bottom), px(x), py(w.top), "grid", 0.7);
    for (double y = std::ceil(w.bottom); y <= w.top; ++y)
        picture.line(px(w.left), py(y), px(w.right), py(y), "grid", 0.7);
    picture.line(px(w.left), py(0), px(w.right), py(0), "muted", 1.2);
    picture.line(px(0), py(w.bottom), px(0), py(w.top), "muted", 1.2);

    if (!y_title.empty()) picture.text(px(0) + 8, py(w.top) + 10, y_title, "muted");
    if (!x_title.empty()) picture.text(px(w.right), py(w.bottom) + 22, x_title, "muted", Anchor::end);

    std::string corners;
    for (const auto& corner : outline) corners += coordinate(px(corner.x)) + "," + coordinate(py(corner.y)) + " ";
    if (!corners.empty()) picture.polygon(corners, "accent");

    Labels labels(picture, px(w.right));
    for (const auto& arrow : arrows) labels.keep_clear_of(px(arrow.from_x), py(arrow.from_y), px(arrow.x), py(arrow.y));
    for_each_side(outline,
                  [&](const auto& a, const auto& b) { labels.keep_clear_of(px(a.x), py(a.y), px(b.x), py(b.y)); });
    for (const auto* group : {&outline, &points})
        for (const PlanePoint& point : *group) labels.keep_clear_of(px(point.x), py(point.y));
    labels.rather_not_on(px(w.left), py(0), px(w.right), py(0));
    labels.rather_not_on(px(0), py(w.bottom), px(0), py(w.top));
    const auto label = [&](const PlanePoint& point, std::string_view kind, bool below_on_the_left = false) {
        labels.write(px(point.x), py(point.y), point.x < 0, point.label, kind, below_on_the_left);
    };
    for (const auto& corner : outline) {
        picture.circle(px(corner.x), py(corner.y), 4, corner.kind.empty() ? "accent" : corner.kind);
        label(corner, "ink");
    }
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        const PlanePoint& arrow = arrows[i];
        const std::string kind = arrow.kind.empty() ? fmt::format("series-{}", i % 6 + 1) : arrow.kind;
        picture.arrow(px(arrow.from_x), py(arrow.from_y), px(arrow.x), py(arrow.y), kind);
        label(arrow, kind);
    }
    for (const auto& point : points) {
        picture.circle(px(point.x), py(point.y), 5, point.kind.empty() ? "series-2" : point.kind);
        label(point, "ink", true);
    }
    return picture.document();
}

}  // namespace common
