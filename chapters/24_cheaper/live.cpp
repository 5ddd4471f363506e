// The live page of chapter 24: windows over 24 places. Who knows of whom after one layer, two, three or four, and what do
// first tokens that everybody sees change?

#include "24_cheaper/windows/reach.hpp"

#include "common/page.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>

namespace attention
{

namespace
{

constexpr std::size_t places = 24;

/// Who knows of whom: the fewer layers it takes, the darker.
common::Grid grid_of(const Matrix& needed)
{
    const std::size_t last = places - 1;
    common::Grid grid{.caption = "After so many layers a row knows of a column: darkest one, then two, three, four",
                      .values = xt::zeros<double>({places, places}),
                      .shade = common::Shade::weights,
                      .masked = BoolMatrix::from_shape({places, places}),
                      .in_output = false,
                      .dense = {"The last place knows of {} places before it without a gap, and of place 0 after {} "
                                "layers; 0 stands for never.",
                                {static_cast<double>(reach_of(needed)), needed(last, 0)},
                                common::as_needed}};
    for (std::size_t i = 0; i < places; ++i) {
        grid.rows.push_back(std::to_string(i));
        grid.columns.push_back(std::to_string(i));
        for (std::size_t j = 0; j < places; ++j) {
            grid.masked(i, j) = j > i;
            grid.values(i, j) = needed(i, j) == 0 ? 0 : 1.15 - 0.25 * needed(i, j);
        }
    }
    return grid;
}

/// What to try next.
std::string noticed(std::size_t window, std::size_t first, std::size_t reach, bool is_known)
{
    if (window == 1) return "Each place sees itself alone. No number of layers changes that.";
    if (reach + 1 >= places) return "Every place can know of all before it, and no layer ever looked that far.";
    if (first > 0 && is_known) {
        return "Everybody sees the first tokens, and yet what lies between them and the band is lost: the first tokens "
               "know only of themselves.";
    }
    return "Each layer adds one less than the window. How many does it take until place 23 knows of place 0?";
}

}  // namespace

void live_page(common::Page& page)
{
    const auto window =
        static_cast<std::size_t>(page.slider("window", "Keys in the window, own included", {1, 24, 1, 8}));
    const auto layers = static_cast<std::size_t>(page.slider("layers", "Layers", {1, 4, 1, 2}));
    const auto first = static_cast<std::size_t>(page.slider("first", "First tokens that all see", {0, 4, 1, 0}));
    const Matrix needed = layers_to_reach(window_mask(places, window, first), layers);
    const std::size_t reach = reach_of(needed);
    page.say({.text = "Layers: {}. The last place knows of {} places before it.",
              .numbers = {static_cast<double>(layers), static_cast<double>(reach)},
              .decimals = common::as_needed});
    page.say({.text = noticed(window, first, reach, needed(places - 1, 0) > 0), .in_output = false});
    page.show(grid_of(needed));
}

}  // namespace attention
