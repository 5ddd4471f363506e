// Chapter 16 on the site: move two words along, or apart, and see which scores notice.

#include "16_positions/linear_bias.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/schemes.hpp"
#include "16_positions/sinusoidal.hpp"
#include "16_positions/turned_score.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "common/page.hpp"
#include "common/plane.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

namespace
{

constexpr std::size_t table_length = 12;
constexpr std::array<Scheme, 5> shown = {Scheme::none, Scheme::learned, Scheme::sinusoidal, Scheme::rotary,
                                         Scheme::linear_bias};

/// Where a query and a key are.
struct Places {
    std::size_t query = 0;
    std::size_t key = 0;

    std::size_t first() const { return std::min(query, key); }
    std::size_t last() const { return std::max(query, key); }
    Places moved(std::size_t steps) const { return {query + steps, key + steps}; }
    Places exchanged() const { return {key, query}; }
};

/// One head, and a word that stands at every place: what differs between two scores is owed to places.
struct OneWord {
    PositionedHead head;
    Matrix word;  ///< shape (1, 16)

    OneWord()
    {
        common::Random random(16);
        head = random_head(16, table_length, random);
        head.slope = slopes(8)(4);
        word = random.normal_matrix(1, 16);
    }

    /// All scores of the word for itself, from place `first` on, shape (n, n).
    Matrix scores(Scheme scheme, std::size_t first, std::size_t n) const
    {
        Matrix X = xt::zeros<double>({n, word.shape(1)});
        for (std::size_t i = 0; i < n; ++i) set_row(X, i, row_of(word, 0));
        return attend_at(scheme, head, X, first).scores;
    }

    /// Whether the scheme knows these places.
    static bool knows(Scheme scheme, const Places& at) { return scheme != Scheme::learned || at.last() < table_length; }
};

/// The two vectors of the pencil, each turned to its place.
common::Plane turned_plane(const Matrix& q, const Matrix& k, const Places& at)
{
    const Matrix turned_q = rotated(q, at.query);
    const Matrix turned_k = rotated(k, at.key);
    common::Plane plane{.title = "Turned by 1 radian per place", .description = ""};
    plane.arrows = {{"k at " + std::to_string(at.key), turned_k(0, 0), turned_k(0, 1), "key"},
                    {"q at " + std::to_string(at.query), turned_q(0, 0), turned_q(0, 1), "query"}};
    return plane;
}

const Matrix pencil_q = {{1, 0}};
const Matrix pencil_k = {{1, 1}};

void show_turned(common::Page& page, const Places& at)
{
    const double score = turned_score(pencil_q, at.query, pencil_k, at.key);
    page.show(turned_plane(pencil_q, pencil_k, at), {.from = -1.6, .to = 1.6, .seen = {"Their score is {}.", {score}}});
}

void say_pencil(common::Page& page, const Places& at)
{
    page.say({"Turned: query [1, 0] at " + std::to_string(at.query) + ", key [1, 1] at " + std::to_string(at.key) +
                  ": score {}.",
              {turned_score(pencil_q, at.query, pencil_k, at.key)}});
}

/// Sines alone: the product of the two rows, here and further on.
void say_products(common::Page& page, const Places& at)
{
    const auto product = [&](const Places& places) {
        return score_matrix(sinusoidal_positions(1, 16, places.query), sinusoidal_positions(1, 16, places.key))(0, 0);
    };
    page.say({"Rows of sines, one times the other: {} here, {} with both 50 places further on, {} with 100.",
              {product(at), product(at.moved(50)), product(at.moved(100))}});
}

/// The score of one word for the same word under each scheme: here, moved, and exchanged.
common::Grid schemes_grid(const OneWord& one, const Places& at)
{
    const std::vector<Places> columns = {at, at.moved(50), at.moved(100), at.exchanged()};
    common::Grid grid{.caption = "A word's score for the same word",
                      .values = xt::zeros<double>({shown.size(), columns.size()}),
                      .rows = {"none", "table", "sines", "rotary", "bias"},
                      .columns = {"here", "+50", "+100", "swapped"},
                      .decimals = 2,
                      .shade = common::Shade::both,
                      .masked = xt::zeros<bool>({shown.size(), columns.size()}),
                      .in_output = false};
    for (std::size_t s = 0; s < shown.size(); ++s) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const Places& places = columns[c];
            grid.masked(s, c) = !OneWord::knows(shown[s], places);
            if (grid.masked(s, c)) continue;
            const std::size_t first = places.first();
            const Matrix scores = one.scores(shown[s], first, places.last() - first + 1);
            grid.values(s, c) = scores(places.query - first, places.key - first);
        }
    }
    return grid;
}

/// The score by the place of the key, for the query where it is.
common::Plot by_place(const OneWord& one, const Places& at)
{
    constexpr std::size_t places = 41;
    common::Plot plot{.title = "The same score, had the key been at another place",
                      .description = "",
                      .x_title = "place of the key",
                      .y_title = "score"};
    for (const Scheme scheme : {Scheme::rotary, Scheme::sinusoidal, Scheme::linear_bias}) {
        const Matrix scores = one.scores(scheme, 0, places);
        common::Curve curve{scheme_names[static_cast<std::size_t>(scheme)], {}, {}};
        for (std::size_t j = 0; j < places; ++j) {
            curve.x.push_back(static_cast<double>(j));
            curve.y.push_back(scores(at.query, j));
        }
        plot.curves.push_back(std::move(curve));
    }
    return plot;
}

/// How much a scheme's score has changed: in a row of the grid, against the first column.
common::Words finding(const Matrix& scores)
{
    const auto change = [&](Scheme scheme, std::size_t column) {
        const auto row = static_cast<std::size_t>(std::ranges::find(shown, scheme) - shown.begin());
        return std::abs(scores(row, column) - scores(row, 0));
    };
    return {
        .text =
            "Both words 50 places on: with sines the score changes by {}, with rotary positions by {}, with a "
            "linear bias by {}. Swapped: rotary positions notice, by {}; the bias by {}. Hatched: the table has no row "
            "for these places.",
        .numbers = {change(Scheme::sinusoidal, 1), change(Scheme::rotary, 1), change(Scheme::linear_bias, 1),
                    change(Scheme::rotary, 3), change(Scheme::linear_bias, 3)},
        .decimals = 2,
        .in_output = false};
}

}  // namespace

void live_page(common::Page& page)
{
    static const OneWord one;
    page.column();
    const double place = page.slider("place", "Place of the first of two words", {0, 20, 1, 1});
    const double apart = page.slider("apart", "How far the query comes after the key", {-10, 10, 1, 2});
    const auto first = static_cast<std::size_t>(place);
    const auto distance = static_cast<std::size_t>(std::abs(apart));
    const Places at = apart < 0 ? Places{first, first + distance} : Places{first + distance, first};

    say_pencil(page, at);
    show_turned(page, at);
    page.column();
    const common::Grid grid = schemes_grid(one, at);
    page.show(grid);
    page.show(by_place(one, at), {.x_from = 0,
                                  .x_to = 40,
                                  .y_from = -4,
                                  .y_to = 3,
                                  .here = static_cast<double>(at.query),
                                  .seen = {"The query is at place {}.", {static_cast<double>(at.query)}, 0}});
    page.across();
    say_products(page, at);
    page.say(finding(grid.values));
}

}  // namespace attention
