#include "common/plot.hpp"

#include "common/canvas.hpp"
#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>

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
    static constexpr double left = 70;
    static constexpr double top = 64;
    static constexpr double width = 440;
    static constexpr double height = 280;

    double x(double value) const { return left + x_axis.place(value) * width; }
    double y(double value) const { return top + (1 - y_axis.place(value)) * height; }

    Axis x_axis;
    Axis y_axis;
};

void draw_grid(Svg& picture, const Frame& frame)
{
    for (const double mark : frame.x_axis.marks()) {
        picture.line(frame.x(mark), Frame::top, frame.x(mark), Frame::top + Frame::height, "grid", 0.7);
        picture.text(frame.x(mark), Frame::top + Frame::height + 20, short_number(mark), "muted", Anchor::middle, 12);
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

/// A curve's name, to the right of the frame, after a sample of it.
void draw_name(Svg& picture, const Curve& curve, std::size_t c)
{
    const double x = Frame::left + Frame::width + 14;
    const double y = Frame::top + 10 + 22 * static_cast<double>(c);
    if (curve.points_only) picture.circle(x + 12, y, 3.5, kind_of(curve, c));
    if (!curve.points_only) picture.polyline(fmt::format("{},{} {},{}", x, y, x + 24, y), kind_of(curve, c), c);
    picture.text(x + 30, y + 4, curve.name);
}

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
    std::size_t longest = 0;
    for (const Curve& curve : curves) longest = std::max(longest, curve.name.size());
    const Frame frame{Axis(curves, &Curve::x, log_x), Axis(curves, &Curve::y, log_y)};
    Svg picture(std::max(Frame::left + Frame::width + 56 + 7.2 * static_cast<double>(longest),
                         40 + 8 * static_cast<double>(title.size())),
                Frame::top + Frame::height + 60, title, description);
    picture.text(20, 28, title, "ink", Anchor::start, 15);
    picture.text(20, Frame::top - 14, y_title, "muted");
    picture.text(Frame::left + Frame::width / 2, Frame::top + Frame::height + 44, x_title, "muted", Anchor::middle);
    draw_grid(picture, frame);
    for (std::size_t c = 0; c < curves.size(); ++c) {
        draw_curve(picture, frame, curves[c], c);
        draw_name(picture, curves[c], c);
    }
    return picture.document();
}

}  // namespace common
