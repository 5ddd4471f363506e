#include "common/map.hpp"

#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace common
{

namespace
{

constexpr std::array<std::string_view, 6> stations = {"words", "vectors", "Q, K, V", "scores", "weights", "output"};

constexpr std::size_t stations_per_row = 3;  // two rows: readable on a telephone
constexpr double picture_width = 400;
constexpr double box_width = 104;
constexpr double box_height = 38;
constexpr double gap = 28;      // between boxes of a row
constexpr double row_gap = 26;  // between the rows
constexpr double first_x = 16;
constexpr double first_y = 16;

/// The upper left corner of a box.
struct Corner {
    double x;
    double y;
};

Corner corner_of(std::size_t station)
{
    const std::size_t row = station / stations_per_row;
    return {first_x + (box_width + gap) * static_cast<double>(station % stations_per_row),
            first_y + (box_height + row_gap) * static_cast<double>(row)};
}

/// The three letters, each in the colour it has in every picture.
void draw_letters(Svg& svg, double middle, double baseline)
{
    svg.text(middle - 22, baseline, "Q", "query strong", Anchor::middle, 16);
    svg.text(middle, baseline, "K", "key strong", Anchor::middle, 16);
    svg.text(middle + 22, baseline, "V", "value strong", Anchor::middle, 16);
}

void draw_station(Svg& svg, std::size_t station, bool lit)
{
    const auto [x, y] = corner_of(station);
    const double middle = x + box_width / 2;
    const double baseline = y + box_height / 2 + 5;
    svg.box(x, y, box_width, box_height, lit ? "here" : "elsewhere");
    if (station == static_cast<std::size_t>(Step::roles)) return draw_letters(svg, middle, baseline);
    svg.text(middle, baseline, stations[station], lit ? "ink strong" : "muted", Anchor::middle, 14);
}

/// From a box to the next: straight on, or from the end of the first row to the beginning of the second.
void draw_way(Svg& svg, std::size_t station)
{
    const auto [x, y] = corner_of(station);
    if (station % stations_per_row != 0)
        return svg.arrow(x - gap + 3, y + box_height / 2, x - 3, y + box_height / 2, "muted");
    const double from = corner_of(station - 1).x + box_width / 2;
    const double to = x + box_width / 2;
    const double between = y - row_gap / 2;
    svg.line(from, y - row_gap + 2, from, between, "muted", 2.2);
    svg.line(from, between, to, between, "muted", 2.2);
    svg.arrow(to, between, to, y - 2, "muted");
}

}  // namespace

std::string map_svg(const std::vector<Step>& here, std::string_view note)
{
    std::string names;
    for (const Step step : here)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", stations[static_cast<std::size_t>(step)]);
    const std::string line = fmt::format("You are here: {}", note);
    const double text_room = picture_width - 2 * first_x;
    const double note_y = corner_of(stations.size() - 1).y + box_height + 28;
    const auto lines = static_cast<double>(broken_into_lines(line, text_room, 14).size());
    Svg svg(picture_width, note_y + line_height(14) * (lines - 1) + 16, "You are here: " + names,
            fmt::format("Six boxes, three and three: words, vectors, Q K V; scores, weights, output. Lit: {}. {}",
                        names, note));
    for (std::size_t station = 0; station < stations.size(); ++station) {
        draw_station(svg, station, std::ranges::find(here, static_cast<Step>(station)) != here.end());
        if (station > 0) draw_way(svg, station);
    }
    svg.paragraph(first_x, note_y, text_room, line, "ink", 14);
    return svg.document();
}

}  // namespace common
