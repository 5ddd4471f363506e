#include "common/plane.hpp"

#include "common/canvas.hpp"
#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string_view>

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
    const double scale = std::min(520 / (w.right - w.left), 380 / (w.top - w.bottom));  // pixels a unit
    const double top = 48;
    const double left = 40;
    const auto px = [&](double x) { return left + (x - w.left) * scale; };
    const auto py = [&](double y) { return top + (w.top - y) * scale; };
    Svg picture(std::max(2 * left + (w.right - w.left) * scale, 40 + 8 * static_cast<double>(title.size())),
                top + (w.top - w.bottom) * scale + (x_title.empty() ? 24 : 44), title, description);
    picture.text(20, 28, title, "ink", Anchor::start, 15);

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

    const auto label = [&](const PlanePoint& point, std::string_view kind, double left_dy = -8) {
        // Of two points close together one often has its label on the left; it then goes below, clear of the other's.
        const bool is_left = point.x < 0 || px(point.x) + 8 * static_cast<double>(point.label.size()) > px(w.right);
        picture.text(px(point.x) + (is_left ? -9 : 9), py(point.y) + (is_left ? left_dy : -8), point.label, kind,
                     is_left ? Anchor::end : Anchor::start);
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
        label(point, "ink", 20);
    }
    return picture.document();
}

}  // namespace common
