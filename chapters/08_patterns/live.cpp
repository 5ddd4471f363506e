// The live page of chapter 8: paint where each row should look, and see whether queries can be made that look there.

#include "08_patterns/constructed.hpp"
#include "08_patterns/entropy.hpp"
#include "08_patterns/patterns.hpp"
#include "08_patterns/twenty_questions.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "common/blas.hpp"
#include "common/page.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace attention
{

namespace
{

using constructed::groups;
using constructed::word_numbers;
using constructed::words;

/// The words with their places, so that no two are called the same.
std::vector<std::string> places()
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < words.size(); ++i) names.push_back(std::to_string(i) + " " + words[i]);
    return names;
}

/// The cells of a shape; for the sink the first one, too, which its map has.
BoolMatrix cells_to_start_from(Pattern pattern)
{
    BoolMatrix cells = cells_of(pattern, word_numbers, groups);
    if (pattern == Pattern::sink) cells(0, 0) = true;
    return cells;
}

/// What a key says: where it is, which word it is, or which word came before it.
enum class Says { place, word, word_before };

/// The keys, one per row, shape (8, 8).
Matrix keys(Says says)
{
    Matrix K = xt::zeros<double>({8, 8});
    for (std::size_t j = 0; j < 8; ++j) {
        if (says == Says::place) set_row(K, j, constructed::key_for(Pattern::self, j));
        if (says == Says::word) set_row(K, j, constructed::query_for(Pattern::induction, j));
        if (says == Says::word_before) set_row(K, j, constructed::key_for(Pattern::induction, j));
    }
    return K;
}

/// Queries that ask for whatever the keys of the wanted cells say, shape (8, 8).
Matrix queries(const BoolMatrix& wanted, const Matrix& K, double strength)
{
    const Matrix asked = common::product(xt::cast<double>(wanted), K);  // how many wanted keys say each thing
    return strength * xt::cast<double>(asked > 0.0);
}

/// Their weights.
Matrix weights_of(const Matrix& Q, const Matrix& K, bool left_to_right)
{
    const Matrix scores = score_matrix(Q, K);  // (8, 8)
    if (!left_to_right) return softmax_rows(scores);
    const Matrix seen = xt::where(constructed::later_keys(), -std::numeric_limits<double>::infinity(), scores);
    return softmax_rows(seen);
}

/// How much of the weight is on the cells of each shape, and which of them the rule sees.
void show_shapes(common::Page& page, const Matrix& weights)
{
    Matrix shares = xt::zeros<double>({5, 2});
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        const BoolMatrix cells = cells_of(static_cast<Pattern>(p), word_numbers, groups);
        shares(p, 0) = weight_on(cells, weights);
        shares(p, 1) = weight_by_chance(cells);
    }
    page.show({.caption = "Share on each shape's cells",
               .values = shares,
               .rows = {pattern_names.begin(), pattern_names.end()},
               .columns = {"here", "even weights"},
               .decimals = 2,
               .shade = common::Shade::weights});
    const std::optional<Pattern> seen = recognise(weights, word_numbers, groups);
    const Vector keys = xt::exp(entropy_rows(weights));  // (8)
    page.say(
        {.text = (seen ? "Seen as: " + pattern_names[static_cast<std::size_t>(*seen)] : "Seen as: none of the five") +
                 ". Effective keys, on average over the rows: {}",
         .numbers = {xt::mean(keys)()},
         .decimals = 2});
}

/// One row: where its weight is, and how spread out it is.
void show_row(common::Page& page, const Matrix& weights, std::size_t row)
{
    const Vector of_row = row_of(weights, row);
    page.show(
        {.caption = "Where " + places()[row] + " looks", .labels = places(), .values = of_row, .in_output = false});
    page.say({.text = "To find its key takes {} questions. Entropy: {} bits; effective keys: {}.",
              .numbers = {average_questions(of_row), bits(entropy(of_row)), effective_tokens(of_row)},
              .in_output = false});
}

/// Whether the weight is where it was wanted, and if not, why.
void compare(common::Page& page, const BoolMatrix& wanted, const Matrix& weights)
{
    const double share = weight_on(wanted, weights);
    const std::string what = share > 0.9
                                 ? "You get what you painted: a share of {} of the weight is there."
                                 : "Only a share of {} of the weight is where you painted. Keys that say the same "
                                   "get the same weight, weak queries hardly choose, and hidden keys get nothing.";
    page.say({.text = what, .numbers = {share}, .decimals = 2});
}

}  // namespace

void live_page(common::Page& page)
{
    const std::vector<std::string> names(pattern_names.begin(), pattern_names.end());
    const std::size_t shape = page.choice("shape", "Start from", names, static_cast<std::size_t>(Pattern::induction));
    const auto pattern = static_cast<Pattern>(shape);
    page.column();
    const std::size_t says = page.choice("says", "A key says", {"its place", "its word", "the word before it"}, 2);
    const bool left_to_right =
        page.toggle("hide" + std::to_string(shape), "Hide later keys", pattern == Pattern::induction);
    const double strength =
        page.slider("strength", "Strength of the queries", {.from = 0, .to = 12, .step = 0.5, .start = 6});
    const BoolMatrix wanted = page.cells("wanted" + std::to_string(shape), "Paint where each row looks",
                                         cells_to_start_from(pattern), places(), words);
    const Matrix K = keys(static_cast<Says>(says));
    const Matrix weights = weights_of(queries(wanted, K, strength), K, left_to_right);
    page.column();
    page.show({.caption = "The weights you get",
               .values = weights,
               .rows = places(),
               .columns = words,
               .decimals = 2,
               .shade = common::Shade::weights,
               .masked = left_to_right ? constructed::later_keys() : BoolMatrix::from_shape({0, 0}),
               .in_output = false,
               .picks = "row"});
    page.across();
    compare(page, wanted, weights);
    page.column();
    show_row(page, weights, page.cell("row", 8, 8, {7, 0}).first);
    page.column();
    show_shapes(page, weights);
}

}  // namespace attention
