// The live page of chapter 23: a sentence in bytes, and its pairs merged one after the other.

#include "23_writing/text/merges_shown.hpp"

#include "common/page.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

/// A token with its blanks as dots, so that they can be seen.
std::string with_dots(const std::string& token)
{
    std::string shown;
    for (const char c : token) shown += c == ' ' ? "·" : std::string(1, c);
    return shown;
}

std::string named(const PairShown& pair) { return with_dots(pair.left) + " + " + with_dots(pair.right); }

/// The text as it is now, its tokens apart: as we read them, or as the model does.
void say_tokens(common::Page& page, const MergeShown& now, bool as_numbers)
{
    std::string text;
    for (std::size_t i = 0; i < now.tokens.size(); ++i)
        text += (i == 0 ? "" : " | ") + (as_numbers ? std::to_string(now.numbers[i]) : with_dots(now.tokens[i]));
    page.say({.text = text});
}

/// Which pairs there are to choose from.
void show_pairs(common::Page& page, const std::vector<PairShown>& pairs, std::size_t most_rows)
{
    const std::size_t count = std::min(most_rows, pairs.size());
    common::Bars bars{
        .caption = "Pairs of neighbours, and how often", .labels = {}, .values = xt::zeros<double>({count})};
    for (std::size_t i = 0; i < count; ++i) {
        bars.labels.push_back(named(pairs[i]));
        bars.values(i) = static_cast<double>(pairs[i].times);
    }
    bars.full = std::max(4.0, count > 0 ? bars.values(0) : 0.0);
    bars.decimals = 0;
    bars.in_output = false;
    page.show(bars);
}

/// What was merged last.
void show_merges(common::Page& page, const std::vector<MergeShown>& shown, std::size_t merges, std::size_t most_rows)
{
    const std::size_t count = std::min(most_rows, merges);
    common::Grid grid{.caption = "Merged so far", .values = xt::zeros<double>({count, std::size_t{2}})};
    grid.columns = {"seen", "tokens then"};
    grid.decimals = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const MergeShown& now = shown[merges - count + i + 1];
        grid.rows.push_back(named(now.merged));
        grid.values(i, 0) = static_cast<double>(now.merged.times);
        grid.values(i, 1) = static_cast<double>(now.tokens.size());
    }
    page.show(grid);
}

/// What comes next, and why.
std::string noticed(const MergeShown& now)
{
    if (now.pairs.empty()) return "Every word is one token.";
    const PairShown& next = now.pairs.front();
    if (next.times < 2) return "No pair is there twice. A longer text would go on.";
    const bool alone = now.pairs.size() == 1 || now.pairs[1].times < next.times;
    return "Next is " + named(next) + (alone ? ", which is seen most often." : ", the first of those seen most often.");
}

}  // namespace

void live_page(common::Page& page)
{
    const std::string text = page.text("text", "A text", std::string(merged_sentence));
    const std::vector<MergeShown> shown = shown_merges(text);
    const auto last = static_cast<double>(shown.size() - 1);
    const common::Range range{.from = 0, .to = std::max(1.0, last), .step = 1, .start = 3};
    const auto merges = static_cast<std::size_t>(std::min(page.slider("merges", "Merges", range), last));
    const auto rows = static_cast<std::size_t>(
        page.slider("rows", "Rows of each table", {.from = 3, .to = 12, .step = 1, .start = 8}));
    say_tokens(page, shown[merges], page.toggle("numbers", "As the model reads it"));
    page.column();
    show_merges(page, shown, merges, rows);
    page.column();
    show_pairs(page, shown[merges].pairs, rows);
    page.across();
    page.say({.text = "{} bytes are {} tokens now. " + noticed(shown[merges]),
              .numbers = {static_cast<double>(text.size()), static_cast<double>(shown[merges].tokens.size())},
              .decimals = 0,
              .in_output = false});
}

}  // namespace attention
