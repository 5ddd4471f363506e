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

constexpr double box_width = 92;
constexpr double box_height = 40;
constexpr double gap = 26;
constexpr double first_x = 20;
constexpr double first_y = 20;

double left_of(std::size_t station) { return first_x + (box_width + gap) * static_cast<double>(station); }

/// The three letters, each in the colour it has in every picture.
void draw_letters(Svg& svg, double middle, double baseline)
{
    svg.text(middle - 22, baseline, "Q", "query strong", Anchor::middle, 16);
    svg.text(middle, baseline, "K", "key strong", Anchor::middle, 16);
    svg.text(middle + 22, baseline, "V", "value strong", Anchor::middle, 16);
}

void draw_station(Svg& svg, std::size_t station, bool lit)
{
    const double x = left_of(station);
    const double middle = x + box_width / 2;
    const double baseline = first_y + box_height / 2 + 5;
    svg.box(x, first_y, box_width, box_height, lit ? "here" : "elsewhere");
    if (station == static_cast<std::size_t>(Step::roles)) return draw_letters(svg, middle, baseline);
    svg.text(middle, baseline, stations[station], lit ? "ink strong" : "muted", Anchor::middle, 14);
}

}  // namespace

std::string map_svg(const std::vector<Step>& here, std::string_view note)
{
    std::string names;
    for (const Step step : here)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", stations[static_cast<std::size_t>(step)]);
    Svg svg(
        left_of(stations.size()) - gap + first_x, 98, "You are here: " + names,
        fmt::format("Six boxes in a row: words, vectors, Q K V, scores, weights, output. Lit: {}. {}", names, note));
    for (std::size_t station = 0; station < stations.size(); ++station) {
        const bool lit = std::ranges::find(here, static_cast<Step>(station)) != here.end();
        draw_station(svg, station, lit);
        if (station == 0) continue;
        const double x = left_of(station);
        svg.arrow(x - gap + 3, first_y + box_height / 2, x - 3, first_y + box_height / 2, "muted");
    }
    svg.text(first_x, 84, fmt::format("You are here: {}", note), "ink", Anchor::start, 13);
    return svg.document();
}

}  // namespace common
