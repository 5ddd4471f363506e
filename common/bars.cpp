#include "common/bars.hpp"

#include "common/print.hpp"
#include "common/require.hpp"
#include "common/svg.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace common
{

namespace
{

constexpr int full_length = 40;  // characters

/// A bar of a length in eighths of a character.
std::string bar(int eighths)
{
    static const std::vector<std::string> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    std::string text;
    for (int i = 0; i < eighths / 8; ++i) text += "█";
    return text + parts[static_cast<std::size_t>(eighths % 8)];
}

int eighths_of(double share)
{
    if (!(share > 0)) return 0;
    return static_cast<int>(std::lround(std::min(share, 1.0) * 8 * full_length));
}

}  // namespace

std::string bars(const std::vector<std::string>& labels, const Vector& values, double full, int decimals)
{
    require(labels.size() == values.size(), "bars: {} labels but {} numbers; each number needs a label", labels.size(),
            values.size());
    std::size_t label_width = 0;
    for (const auto& label : labels) label_width = std::max(label_width, label.size());

    std::string lines;
    for (std::size_t j = 0; j < labels.size(); ++j) {
        lines += fmt::format("  {:<{}}  {:<{}}  {}\n", labels[j], label_width, bar(eighths_of(values(j) / full)),
                             full_length, number(values(j), decimals));
    }
    return lines;
}

std::string bars_svg(const std::string& title, const std::string& description, const std::vector<std::string>& labels,
                     const std::vector<BarPanel>& panels, double full, int decimals)
{
    constexpr std::size_t panels_per_row = 2;  // readable on a telephone
    constexpr double panel_width = 210;
    constexpr double bar_height = 22;
    constexpr double label_width = 56;
    constexpr double longest = 84;
    const double panel_height = 42 + 30 * static_cast<double>(labels.size());
    const std::size_t columns = std::min(panels.size(), panels_per_row);
    const std::size_t rows = (panels.size() + panels_per_row - 1) / panels_per_row;
    Svg svg(14 + panel_width * static_cast<double>(columns), 20 + panel_height * static_cast<double>(rows), title,
            description);

    for (std::size_t p = 0; p < panels.size(); ++p) {
        require(panels[p].values.size() == labels.size(), "bars_svg: {} labels but panel {} has {} numbers",
                labels.size(), p, panels[p].values.size());
        const std::size_t row = p / panels_per_row;
        const double left = 18 + panel_width * static_cast<double>(p % panels_per_row);
        const double top = 14 + panel_height * static_cast<double>(row);
        svg.text(left, top + 16, panels[p].title, "ink", Anchor::start, 15);
        for (std::size_t j = 0; j < labels.size(); ++j) {
            const double y = top + 28 + 30 * static_cast<double>(j);
            const double length = longest * std::clamp(panels[p].values(j) / full, 0.0, 1.0);
            svg.text(left, y + 16, labels[j], "muted");
            svg.rectangle(left + label_width, y, length, bar_height, "accent");
            svg.text(left + label_width + length + 6, y + 16, number(panels[p].values(j), decimals));
        }
    }
    return svg.document();
}

}  // namespace common
