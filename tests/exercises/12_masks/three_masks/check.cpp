#include "tests/exercises/12_masks/three_masks/task.hpp"

#include "12_masks/masks.hpp"

#include "tests/exercises/check.hpp"

#include <cstdlib>
#include <functional>

using namespace attention;

namespace
{

/// A mask from a rule about the places of query and key, which may go below 0.
BoolMatrix mask_by(std::size_t n, std::size_t m, const std::function<bool(int, int)>& rule)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) mask(i, j) = rule(static_cast<int>(i), static_cast<int>(j));
    }
    return mask;
}

}  // namespace

// Everything in the chapters may be called: none of it does what this exercise asks.

TEST_CASE("a window of three places")
{
    const int w = 3;
    const auto window = [](int i, int j) { return j <= i && i < j + w; };
    const BoolMatrix right = mask_by(6, 6, window);
    const BoolMatrix inverted = !right;
    check::ask(
        {.call = "window_mask(6, 6, 3)",
         .answer = [&] { return window_mask(6, 6, 3); },
         .expected = right,
         .mistakes = {
             {"mask_inverted", inverted, "You swapped true and false: x means that a query may attend."},
             {"looks_ahead", mask_by(6, 6, [](int i, int j) { return i <= j && j < i + w; }),
              "Your queries see their own place and those after it. A word may not see later words."},
             {"own_place_hidden", mask_by(6, 6, [](int i, int j) { return j < i && i <= j + w; }),
              "Your queries do not see their own place. That leaves the first one with nothing."},
             {"own_place_hidden", mask_by(6, 6, [](int i, int j) { return j < i && i < j + w; }),
              "Your queries do not see their own place. That leaves the first one with nothing."},
             {"own_place_not_counted", mask_by(6, 6, [](int i, int j) { return j <= i && i <= j + w; }),
              "Each query sees one place too many: width includes its own place."},
             {"one_too_few", mask_by(6, 6, [](int i, int j) { return j <= i && i < j + w - 1; }),
              "Each query sees one place too few. Count the x in the last row."},
             {"both_sides", mask_by(6, 6, [](int i, int j) { return std::abs(i - j) < w; }),
              "Your window reaches to both sides of a query. A word may not see later words."},
             {"never_ends", mask_by(6, 6, [](int i, int j) { return j <= i; }),
              "This is the causal mask: your window has no left end."},
             {"sees_the_future", mask_by(6, 6, [](int i, int j) { return i < j + w; }),
              "Your window begins in the right place but does not end at the query: later words are seen."},
             {"wrapped_below_zero", mask_by(6, 6, [](int i, int j) { return j <= i && i < j + w && i + 1 >= w; }),
              "The first queries see nothing. A size below 0 wraps around to a huge one; add on the other side "
              "instead."}}});
}

TEST_CASE("a window over words from before")
{
    const int w = 4;
    const BoolMatrix right = mask_by(3, 8, [](int i, int j) { return j <= i + 5 && i + 5 < j + w; });
    check::ask({.call = "window_mask(3, 8, 4)",
                .answer = [&] { return window_mask(3, 8, 4); },
                .expected = right,
                .mistakes = {{"top_left", mask_by(3, 8, [](int i, int j) { return j <= i && i < j + w; }),
                              "Your first query is at the first key. These queries are the newest words: the last one "
                              "is at the last key."},
                             {"queries_for_keys", mask_by(3, 3, [](int i, int j) { return j <= i && i < j + w; }),
                              "Your mask is square, with one column per query. It needs one column per key."},
                             {"queries_for_keys", mask_by(8, 8, [](int i, int j) { return j <= i && i < j + w; }),
                              "Your mask is square, with one row per key. It needs one row per query."},
                             {"one_place_off", mask_by(3, 8, [](int i, int j) { return j <= i + 6 && i + 6 < j + w; }),
                              "All your queries are one key too far to the right. Where is the last one?"},
                             {"one_place_off", mask_by(3, 8, [](int i, int j) { return j <= i + 4 && i + 4 < j + w; }),
                              "All your queries are one key too far to the left. Where is the last one?"}}});
}

TEST_CASE("a window without places")
{
    const BoolMatrix causal = mask_by(3, 5, [](int i, int j) { return j <= i + 2; });
    const BoolMatrix own = mask_by(3, 5, [](int i, int j) { return j == i + 2; });
    check::ask(
        {.call = "window_mask(3, 5, 0)",
         .answer = [&] { return window_mask(3, 5, 0); },
         .expected = mask_by(3, 5, [](int, int) { return false; }),
         .mistakes = {
             {"width_zero_wrapped", causal,
              "With width 0 your queries see everything before them. 0 - 1 is a huge size; add on the other side."},
             {"width_zero_is_one", own, "With width 0 each query still sees its own place. It should see nothing."}}});
}

TEST_CASE("a prefix of three words out of six")
{
    const int p = 3;
    const BoolMatrix right = mask_by(6, 6, [](int i, int j) { return j < p || j <= i; });
    const BoolMatrix inverted = !right;
    check::ask(
        {.call = "prefix_mask(6, 3)",
         .answer = [&] { return prefix_mask(6, 3); },
         .expected = right,
         .mistakes = {{"mask_inverted", inverted, "You swapped true and false: x means that a query may attend."},
                      {"prefix_forgotten", mask_by(6, 6, [](int i, int j) { return j <= i; }),
                       "This is the causal mask: the first word does not see the second."},
                      {"prefix_of_queries", mask_by(6, 6, [](int i, int j) { return i < p || j <= i; }),
                       "Your first queries see everything, including the answer. All queries may see the first keys."},
                      {"prefix_alone", mask_by(6, 6, [](int, int j) { return j < p; }),
                       "Every query sees only the prefix. A later one also sees its own place and those before."},
                      {"and_for_or", mask_by(6, 6, [](int i, int j) { return j < p && j <= i; }),
                       "You combined the two conditions by \"and\". A key may be seen for one reason or the other."},
                      {"answer_sees_answer_alone",
                       mask_by(6, 6, [](int i, int j) { return i < p ? j < p : j >= p && j <= i; }),
                       "Later words do not see the prefix. They are the ones it is for."},
                      {"prefix_too_long", mask_by(6, 6, [](int i, int j) { return j <= p || j <= i; }),
                       "Your prefix is one word too long. Count the x in the first row."},
                      {"prefix_too_short", mask_by(6, 6, [](int i, int j) { return j < p - 1 || j <= i; }),
                       "Your prefix is one word too short. Count the x in the first row."},
                      {"own_place_hidden", mask_by(6, 6, [](int i, int j) { return j < p || j < i; }),
                       "Words after the prefix do not see their own place."},
                      {"looks_ahead", mask_by(6, 6, [](int i, int j) { return j < p || j >= i; }),
                       "After the prefix, your queries see later words. Causal is the other triangle."}}});
}

TEST_CASE("no prefix, and nothing but prefix")
{
    check::ask(
        {.call = "prefix_mask(4, 0)", .answer = [&] { return prefix_mask(4, 0); }, .expected = causal_mask(4, 4)});
    check::ask({.call = "prefix_mask(4, 4)",
                .answer = [&] { return prefix_mask(4, 4); },
                .expected = mask_by(4, 4, [](int, int) { return true; })});
}

TEST_CASE("three documents and padding in one row")
{
    const std::vector<int> d = {7, 7, 7, 3, 3, 5, -1, -1};
    const auto at = [&](int i) { return d[static_cast<std::size_t>(i)]; };
    const BoolMatrix right = mask_by(8, 8, [&](int i, int j) { return j <= i && at(i) == at(j) && at(j) >= 0; });
    const BoolMatrix inverted = !right;
    const char* const one_row =
        "Padding still sees padding. Its places share a number but are no document: they see nothing.";
    check::ask(
        {.call = "packed_mask({7, 7, 7, 3, 3, 5, -1, -1})",
         .answer = [&] { return packed_mask(d); },
         .expected = right,
         .mistakes = {
             {"mask_inverted", inverted, "You swapped true and false: x means that a query may attend."},
             {"padding_sees_padding", mask_by(8, 8, [&](int i, int j) { return j <= i && at(i) == at(j); }), one_row},
             {"padding_sees_padding",
              mask_by(8, 8, [&](int i, int j) { return i == j || (j <= i && at(i) == at(j) && at(j) >= 0); }), one_row},
             {"padding_of_queries", mask_by(8, 8, [&](int i, int j) { return j <= i && at(i) >= 0; }),
              "You emptied the rows of padding but ignored the documents: each sees those before it in the row."},
             {"documents_not_told_apart", mask_by(8, 8, [&](int i, int j) { return j <= i && at(j) >= 0; }),
              "Documents see those before them in the row. They should see only themselves."},
             {"documents_not_told_apart", mask_by(8, 8, [&](int i, int j) { return j <= i; }),
              "This is the causal mask: documents see those before them in the row, and padding is seen as well."},
             {"not_causal", mask_by(8, 8, [&](int i, int j) { return at(i) == at(j) && at(j) >= 0; }),
              "Within a document, words see later words."},
             {"not_causal", mask_by(8, 8, [&](int i, int j) { return at(i) == at(j); }),
              "Within a document, words see later words. And padding sees padding."},
             {"numbers_as_order", mask_by(8, 8, [&](int i, int j) { return j <= i && at(j) <= at(i) && at(j) >= 0; }),
              "You compared document numbers by size. They are only names: they are equal or not."},
             {"numbers_as_order", mask_by(8, 8, [&](int i, int j) { return j <= i && at(j) >= at(i) && at(j) >= 0; }),
              "You compared document numbers by size. They are only names: they are equal or not."},
             {"own_place_hidden", mask_by(8, 8, [&](int i, int j) { return j < i && at(i) == at(j) && at(j) >= 0; }),
              "Your words do not see their own place. That leaves the first word of a document with nothing."},
             {"looks_ahead", mask_by(8, 8, [&](int i, int j) { return j >= i && at(i) == at(j) && at(j) >= 0; }),
              "Your words see later words, not earlier ones. Causal is the other triangle."},
             {"neighbours_only",
              mask_by(8, 8, [&](int i, int j) { return (j == i || j == i - 1) && at(i) == at(j) && at(j) >= 0; }),
              "Each word sees its own place and only the one before it. A document may be longer than two words."}}});
}

TEST_CASE("the document with number 0, and none at all")
{
    const std::vector<int> zeros = {0, 0, 4};
    const BoolMatrix right = {{true, false, false}, {true, true, false}, {false, false, true}};
    const BoolMatrix without = {{false, false, false}, {false, false, false}, {false, false, true}};
    check::ask({.call = "packed_mask({0, 0, 4})",
                .answer = [&] { return packed_mask(zeros); },
                .expected = right,
                .mistakes = {{"zero_is_a_document", without, "Document 0 sees nothing. Padding has the number -1."}}});
    const BoolMatrix empty = xt::zeros<bool>({0, 0});
    check::ask({.call = "packed_mask({})", .answer = [&] { return packed_mask({}); }, .expected = empty});
}
