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

// Whatever the chapters have may be called: none of it does what is asked here.

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
             {"mask_inverted", inverted, "True and false have changed places: x means that a query may attend."},
             {"looks_ahead", mask_by(6, 6, [](int i, int j) { return i <= j && j < i + w; }),
              "Your queries see their own place and those after it. A word may not see the words to come."},
             {"own_place_hidden", mask_by(6, 6, [](int i, int j) { return j < i && i <= j + w; }),
              "Nobody sees its own place. The first query sees nothing at all then."},
             {"own_place_hidden", mask_by(6, 6, [](int i, int j) { return j < i && i < j + w; }),
              "Nobody sees its own place. The first query sees nothing at all then."},
             {"own_place_not_counted", mask_by(6, 6, [](int i, int j) { return j <= i && i <= j + w; }),
              "Each sees one place too many: width counts the own place, too."},
             {"one_too_few", mask_by(6, 6, [](int i, int j) { return j <= i && i < j + w - 1; }),
              "Each sees one place too few. Count the x in the last row."},
             {"both_sides", mask_by(6, 6, [](int i, int j) { return std::abs(i - j) < w; }),
              "The window reaches to both sides of a query. A word may not see the words to come."},
             {"never_ends", mask_by(6, 6, [](int i, int j) { return j <= i; }),
              "This is the causal mask: the window has no other end."},
             {"sees_the_future", mask_by(6, 6, [](int i, int j) { return i < j + w; }),
              "The window begins where it should, and never ends: words to come are seen."},
             {"wrapped_below_zero", mask_by(6, 6, [](int i, int j) { return j <= i && i < j + w && i + 1 >= w; }),
              "The first queries see nothing. A size below 0 wraps round to a huge one; add on the other side "
              "instead."}}});
}

TEST_CASE("a window over words from before")
{
    const int w = 4;
    const BoolMatrix right = mask_by(3, 8, [](int i, int j) { return j <= i + 5 && i + 5 < j + w; });
    check::ask(
        {.call = "window_mask(3, 8, 4)",
         .answer = [&] { return window_mask(3, 8, 4); },
         .expected = right,
         .mistakes = {{"top_left", mask_by(3, 8, [](int i, int j) { return j <= i && i < j + w; }),
                       "Your first query stands at the first key. These queries are the newest words: the last one "
                       "stands at the last key."},
                      {"queries_for_keys", mask_by(3, 3, [](int i, int j) { return j <= i && i < j + w; }),
                       "The mask is square, with as many columns as queries. There is a column for each key."},
                      {"queries_for_keys", mask_by(8, 8, [](int i, int j) { return j <= i && i < j + w; }),
                       "The mask is square, with as many rows as keys. There is a row for each query."},
                      {"one_place_off", mask_by(3, 8, [](int i, int j) { return j <= i + 6 && i + 6 < j + w; }),
                       "All queries stand one key too far to the right. Where does the last one stand?"},
                      {"one_place_off", mask_by(3, 8, [](int i, int j) { return j <= i + 4 && i + 4 < j + w; }),
                       "All queries stand one key too far to the left. Where does the last one stand?"}}});
}

TEST_CASE("a window without places")
{
    const BoolMatrix causal = mask_by(3, 5, [](int i, int j) { return j <= i + 2; });
    const BoolMatrix own = mask_by(3, 5, [](int i, int j) { return j == i + 2; });
    check::ask({.call = "window_mask(3, 5, 0)",
                .answer = [&] { return window_mask(3, 5, 0); },
                .expected = mask_by(3, 5, [](int, int) { return false; }),
                .mistakes = {
                    {"width_zero_wrapped", causal,
                     "With width 0 everything before is seen. 0 - 1 is a huge size; add on the other side."},
                    {"width_zero_is_one", own, "With width 0 each still sees its own place. It shall see nothing."}}});
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
         .mistakes = {
             {"mask_inverted", inverted, "True and false have changed places: x means that a query may attend."},
             {"prefix_forgotten", mask_by(6, 6, [](int i, int j) { return j <= i; }),
              "This is the causal mask: the first word does not see the second."},
             {"prefix_of_queries", mask_by(6, 6, [](int i, int j) { return i < p || j <= i; }),
              "The first queries see everything, the answer included. It is the first keys that all may see."},
             {"prefix_alone", mask_by(6, 6, [](int, int j) { return j < p; }),
              "Every query sees the prefix, and nothing else. After it, each sees its own place and those before."},
             {"and_for_or", mask_by(6, 6, [](int i, int j) { return j < p && j <= i; }),
              "You combined the two by \"and\", which hides more. A key may be seen for one reason or the other."},
             {"answer_sees_answer_alone", mask_by(6, 6, [](int i, int j) { return i < p ? j < p : j >= p && j <= i; }),
              "The later words do not see the prefix. It is there for them."},
             {"prefix_too_long", mask_by(6, 6, [](int i, int j) { return j <= p || j <= i; }),
              "The prefix is one word too long. Count the x in the first row."},
             {"prefix_too_short", mask_by(6, 6, [](int i, int j) { return j < p - 1 || j <= i; }),
              "The prefix is one word too short. Count the x in the first row."},
             {"own_place_hidden", mask_by(6, 6, [](int i, int j) { return j < p || j < i; }),
              "A word after the prefix does not see its own place."},
             {"looks_ahead", mask_by(6, 6, [](int i, int j) { return j < p || j >= i; }),
              "After the prefix, your queries see the words to come. Causal is the other triangle."}}});
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
        "The padding still sees padding. Its places have one number, and are no document: rows of padding see nothing.";
    check::ask(
        {.call = "packed_mask({7, 7, 7, 3, 3, 5, -1, -1})",
         .answer = [&] { return packed_mask(d); },
         .expected = right,
         .mistakes = {
             {"mask_inverted", inverted, "True and false have changed places: x means that a query may attend."},
             {"padding_sees_padding", mask_by(8, 8, [&](int i, int j) { return j <= i && at(i) == at(j); }), one_row},
             {"padding_sees_padding",
              mask_by(8, 8, [&](int i, int j) { return i == j || (j <= i && at(i) == at(j) && at(j) >= 0); }), one_row},
             {"padding_of_queries", mask_by(8, 8, [&](int i, int j) { return j <= i && at(i) >= 0; }),
              "You emptied the rows of padding, and told no documents apart: each sees those before it in the row."},
             {"documents_not_told_apart", mask_by(8, 8, [&](int i, int j) { return j <= i && at(j) >= 0; }),
              "A document sees those before it in the row. They have nothing to do with each other."},
             {"documents_not_told_apart", mask_by(8, 8, [&](int i, int j) { return j <= i; }),
              "This is the causal mask: a document sees those before it in the row, and padding is seen, too."},
             {"not_causal", mask_by(8, 8, [&](int i, int j) { return at(i) == at(j) && at(j) >= 0; }),
              "Within a document, words see those to come."},
             {"not_causal", mask_by(8, 8, [&](int i, int j) { return at(i) == at(j); }),
              "Within a document, words see those to come. And padding sees padding."},
             {"numbers_as_order", mask_by(8, 8, [&](int i, int j) { return j <= i && at(j) <= at(i) && at(j) >= 0; }),
              "You compared the numbers of documents by size. They are names: equal or not is all that they say."},
             {"numbers_as_order", mask_by(8, 8, [&](int i, int j) { return j <= i && at(j) >= at(i) && at(j) >= 0; }),
              "You compared the numbers of documents by size. They are names: equal or not is all that they say."},
             {"own_place_hidden", mask_by(8, 8, [&](int i, int j) { return j < i && at(i) == at(j) && at(j) >= 0; }),
              "Nobody sees its own place. The first word of a document sees nothing then."},
             {"looks_ahead", mask_by(8, 8, [&](int i, int j) { return j >= i && at(i) == at(j) && at(j) >= 0; }),
              "Words see those to come, and not those before. Causal is the other triangle."},
             {"neighbours_only",
              mask_by(8, 8, [&](int i, int j) { return (j == i || j == i - 1) && at(i) == at(j) && at(j) >= 0; }),
              "A word sees its own place and the one before it. A document may be longer than two."}}});
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
