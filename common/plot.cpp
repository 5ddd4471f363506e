#include "common/plot.hpp"

#include "common/canvas.hpp"
#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>
#include <utility>

namespace common
{

namespace
{

/// One axis: from a number to its place between 0 and 1, and the numbers worth a mark.
class Axis
{
public:
    Axis(const std::vector<Curve>& curves, std::vector<double> Curve::* numbers, bool logarithmic) : log_(logarithmic)
    {
        for (const Curve& curve : curves) {
            for (const double value : curve.*numbers) include(value);
        }
        if (low_ > high_) low_ = high_ = 0;
        if (low_ == high_) {
            low_ -= 1;
            high_ += 1;
        }
        if (log_) return;
        const double margin = 0.04 * (high_ - low_);
        low_ = low_ >= 0 && low_ < 0.3 * high_ ? 0 : low_ - margin;  // show the zero where it is near
        high_ += margin;
    }

    bool shows(double value) const { return std::isfinite(value) && (!log_ || value > 0); }

    double place(double value) const { return (measure(value) - low_) / (high_ - low_); }

    /// About five round numbers: powers of ten or of two in a logarithmic axis, multiples of 1, 2 or 5 otherwise.
    std::vector<double> marks() const { return log_ ? log_marks() : linear_marks(); }

private:
    double measure(double value) const { return log_ ? std::log10(value) : value; }

    void include(double value)
    {
        if (!shows(value)) return;
        low_ = std::min(low_, measure(value));
        high_ = std::max(high_, measure(value));
    }

    std::vector<double> linear_marks() const
    {
        const double rough = (high_ - low_) / 5;
        const double power = std::pow(10.0, std::floor(std::log10(rough)));
        const double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        std::vector<double> marks;
        for (double k = std::ceil(low_ / step - 1e-9); k * step <= high_ + 1e-9 * step; ++k) marks.push_back(k * step);
        return marks;
    }

    std::vector<double> log_marks() const
    {
        const double base = high_ - low_ < 4 ? 2.0 : 10.0;
        const double unit = std::log10(base);
        const double stride = std::max(1.0, std::ceil((high_ - low_) / unit / 8));
        std::vector<double> marks;
        for (double k = std::ceil(low_ / unit - 1e-9); k * unit <= high_ + 1e-9; k += stride)
            marks.push_back(std::pow(base, k));
        return marks;
    }

    bool log_;
    double low_ = std::numeric_limits<double>::infinity();
    double high_ = -std::numeric_limits<double>::infinity();
};

/// A mark's number, as short as it can be.
std::string short_number(double value) { return fmt::format("{:.6g}", std::abs(value) < 1e-12 ? 0.0 : value); }

/// Where the curves of an SVG go.
struct Frame {
    static constexpr double left = 56;
    static constexpr double width = 320;
    static constexpr double height = 240;
    static constexpr double picture_width = left + width + 24;  // readable on a telephone

    double x(double value) const { return left + x_axis.place(value) * width; }
    double y(double value) const { return top + (1 - y_axis.place(value)) * height; }

    Axis x_axis;
    Axis y_axis;
    double top;  // below the titles

    double bottom() const { return top + height; }
};

void draw_grid(Svg& picture, const Frame& frame)
{
    double written = 0;  // up to here; a number that would touch the last one is left out
    for (const double mark : frame.x_axis.marks()) {
        const std::string number = short_number(mark);
        const double half = text_width(number, 12) / 2;
        picture.line(frame.x(mark), frame.top, frame.x(mark), frame.bottom(), "grid", 0.7);
        if (frame.x(mark) - half < written) continue;
        picture.text(frame.x(mark), frame.bottom() + 20, number, "muted", Anchor::middle, 12);
        written = frame.x(mark) + half;
    }
    for (const double mark : frame.y_axis.marks()) {
        picture.line(Frame::left, frame.y(mark), Frame::left + Frame::width, frame.y(mark), "grid", 0.7);
        picture.text(Frame::left - 8, frame.y(mark) + 4, short_number(mark), "muted", Anchor::end, 12);
    }
}

std::string kind_of(const Curve& curve, std::size_t c)
{
    return curve.kind.empty() ? fmt::format("series-{}", c % 6 + 1) : curve.kind;
}

/// The points of a curve, or the line through them; a number that an axis cannot show leaves a gap.
void draw_curve(Svg& picture, const Frame& frame, const Curve& curve, std::size_t c)
{
    std::string points;
    const auto finish = [&] {
        if (!points.empty()) picture.polyline(points, kind_of(curve, c), c);
        points.clear();
    };
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        const bool shown = frame.x_axis.shows(curve.x[i]) && frame.y_axis.shows(curve.y[i]);
        if (!shown) {
            finish();
        } else if (curve.points_only) {
            picture.circle(frame.x(curve.x[i]), frame.y(curve.y[i]), 3.5, kind_of(curve, c));
        } else {
            points += coordinate(frame.x(curve.x[i])) + "," + coordinate(frame.y(curve.y[i])) + " ";
        }
    }
    finish();
}

/// Where the name of each curve goes, with a sample of the curve before it: below the frame, as many to a line as fit.
class Names
{
public:
    Names(const std::vector<Curve>& curves, double y) : y_(y)
    {
        for (const Curve& curve : curves) add(sample_of(curve) + text_width(curve.name, 13));
    }

    void draw(Svg& picture, const Curve& curve, std::size_t c) const
    {
        const auto [x, y] = places_[c];
        if (curve.points_only) picture.circle(x + 5, y, 3.5, kind_of(curve, c));
        if (!curve.points_only) picture.polyline(fmt::format("{},{} {},{}", x, y, x + 24, y), kind_of(curve, c), c);
        picture.text(x + sample_of(curve), y + 4, curve.name);
    }

    double bottom() const { return y_ + 20; }

private:
    static constexpr double left = 20;

    static double sample_of(const Curve& curve) { return curve.points_only ? 16 : 32; }

    void add(double width)
    {
        if (x_ > left && x_ + width > Frame::picture_width - 16) {
            x_ = left;
            y_ += 22;
        }
        places_.emplace_back(std::round(x_), y_);
        x_ += width + 18;
    }

    std::vector<std::pair<double, double>> places_;
    double x_ = left;
    double y_;
};

constexpr std::string_view letters = "ABCDEF";

}  // namespace

std::string Plot::text() const
{
    constexpr double width = 62;
    const auto height = static_cast<double>(text_rows);
    const Axis x_axis(curves, &Curve::x, log_x);
    const Axis y_axis(curves, &Curve::y, log_y);
    const auto column = [&](double x) { return 10 + x_axis.place(x) * width; };
    const auto row = [&](double y) { return (1 - y_axis.place(y)) * height; };

    Canvas canvas(76, text_rows + 3);
    canvas.line(10, 0, 10, height, '|');
    canvas.line(10, height, 10 + width, height, '-');
    for (std::size_t c = 0; c < curves.size(); ++c) {
        const Curve& curve = curves[c];
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            if (!x_axis.shows(curve.x[i]) || !y_axis.shows(curve.y[i])) continue;
            canvas.mark(column(curve.x[i]), row(curve.y[i]), letters[c % letters.size()]);
        }
    }
    for (const double mark : y_axis.marks()) canvas.label(0, row(mark), fmt::format("{:>7}", short_number(mark)));
    for (const double mark : x_axis.marks()) {
        const std::string number = short_number(mark);
        canvas.mark(column(mark), height, '+');
        canvas.label(column(mark) - 1.5 - static_cast<double>(number.size()) / 2, height + 1, number);
    }
    canvas.label(9, height + 2, x_title);

    std::string names;
    for (std::size_t c = 0; c < curves.size(); ++c)
        names += fmt::format("  {} {}\n", letters[c % letters.size()], curves[c].name);
    return fmt::format("  {}\n{}{}", y_title, canvas.text(), names);
}

std::string Plot::svg() const
{
    const double room = Frame::picture_width - 36;
    const auto title_lines = static_cast<double>(broken_into_lines(title, room, 15).size());
    const auto unit_lines = static_cast<double>(broken_into_lines(y_title, room, 13).size());
    const double title_bottom = 28 + line_height(15) * (title_lines - 1);
    const double unit_bottom = title_bottom + 22 + line_height(13) * (unit_lines - 1);
    const Frame frame{Axis(curves, &Curve::x, log_x), Axis(curves, &Curve::y, log_y), unit_bottom + 14};
    const Names names(curves, frame.bottom() + 68);
    Svg picture(Frame::picture_width, names.bottom(), title, description);
    picture.paragraph(20, 28, room, title, "ink", 15);
    picture.paragraph(20, title_bottom + 22, room, y_title, "muted");
    picture.text(Frame::left + Frame::width / 2, frame.bottom() + 44, x_title, "muted", Anchor::middle);
    draw_grid(picture, frame);
    for (std::size_t c = 0; c < curves.size(); ++c) {
        draw_curve(picture, frame, curves[c], c);
        names.draw(picture, curves[c], c);
    }
    return picture.document();
}

}  // namespace common
