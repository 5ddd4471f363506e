#include "tests/exercises/23_writing/merge_pairs/task.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

using namespace attention;

namespace
{

using Words = std::vector<PiecedWord>;

/// `word(4, "a t")`: a and t, 4 times.
PiecedWord word(std::size_t times, const std::string& pieces)
{
    PiecedWord result{{}, times};
    std::istringstream text(pieces);
    for (std::string piece; text >> piece;) result.pieces.push_back(piece);
    return result;
}

/// A line for each word, as the task writes them.
std::string text_of(const Words& words)
{
    std::string text;
    for (const PiecedWord& one : words) {
        text += fmt::format("{} x", one.times);
        for (const std::string& piece : one.pieces) text += " " + piece;
        text += "\n";
    }
    return text;
}

/// What it would be if this pair had been merged: in the text, where it is replaced from left to right.
std::string replaced(Words words, const std::string& pair)
{
    const std::string whole = pair.substr(0, pair.find(' ')) + pair.substr(pair.find(' ') + 1);
    std::string text = text_of(words);
    for (std::size_t at = text.find(" " + pair); at != std::string::npos; at = text.find(" " + pair, at + 1)) {
        const char after = text[at + pair.size() + 1];
        if (after == ' ' || after == '\n') text.replace(at + 1, pair.size(), whole);
    }
    return text;
}

check::Mistake merged(const Words& words, const std::string& key, const std::string& pair, const std::string& sentence)
{
    return {key, replaced(words, pair), sentence};
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"learn_byte_pairs", "merge"}); }

TEST_CASE("the example")
{
    const Words words = {word(3, "t o"), word(4, "a t"), word(2, "q u"), word(1, "o a")};
    const std::string unchanged = text_of(words);
    check::ask(
        {.call = "merge_pairs(3 x \"t o\", 4 x \"a t\", 2 x \"q u\", 1 x \"o a\"; least = 1)",
         .answer = [&] { return text_of(merge_pairs(words, 1)); },
         .expected = "3 x t o\n4 x a t\n2 x qu\n1 x o a\n",
         .mistakes = {
             merged(words, "most_often", "a t",
                    "You merged the pair that is seen most often. That is the chapter's rule, not this one."),
             merged(words, "first_pair", "t o",
                    "You merged the first pair of all. Do all pairs have the same score for you, because a whole "
                    "number is divided by a whole number?"),
             merged(words, "rarest", "o a", "You merged the pair with the smallest score. It should be the largest."),
             {"nothing_merged", unchanged,
              "Nothing was merged. A score is a fraction below 1: is a whole number divided by a whole number?"},
             {"last_piece_lost", "3 x t\n4 x a\n2 x qu\n1 x o\n",
              "The last piece of a word is lost where it is not part of the pair. It has no neighbour on its right, but "
              "must be copied as well."},
             {"pair_kept_too", "3 x t o\n4 x a t\n2 x qu u\n1 x o a\n",
              "You wrote the merged piece, and then its right half once more. Step over both."}}});
    check::ask(
        {.call = "merge_pairs(3 x \"t o\", 4 x \"a t\", 2 x \"q u\", 1 x \"o a\"; least = 3)",
         .answer = [&] { return text_of(merge_pairs(words, 3)); },
         .expected = "3 x t o\n4 x at\n2 x q u\n1 x o a\n",
         .mistakes = {
             merged(words, "least_ignored", "q u", "q u is seen twice, and `least` is 3: it does not take part."),
             merged(words, "divided_by_right", "t o",
                    "t o has the largest times(a b) / times(b). How common the left piece is counts too."),
             {"times_ignored", unchanged,
              "Nothing was merged, though a t is seen 4 times. A word that the text has 4 times counts 4 times."}}});
    check::ask(
        {.call = "merge_pairs(3 x \"t o\", 4 x \"a t\", 2 x \"q u\", 1 x \"o a\"; least = 4)",
         .answer = [&] { return text_of(merge_pairs(words, 4)); },
         .expected = "3 x t o\n4 x at\n2 x q u\n1 x o a\n",
         .mistakes = {{"more_than_least", unchanged,
                       "a t is seen 4 times and `least` is 4: that is enough. At least means that as many will do."}}});
}

TEST_CASE("seven words that have common letters")
{
    const Words words = {word(3, "o n"),     word(6, "s h o e"), word(8, "c h e e s e"), word(8, "t h e"),
                         word(5, "t h e n"), word(4, "h e"),     word(9, "t h a t")};
    check::ask(
        {.call = "merge_pairs(seven words, least = 4)",
         .answer = [&] { return text_of(merge_pairs(words, 4)); },
         .expected = "3 x o n\n6 x s h o e\n8 x c h e e s e\n8 x t h e\n5 x t h e n\n4 x h e\n9 x t h at\n",
         .mistakes = {
             merged(
                 words, "times_ignored", "h e",
                 "You counted each word once. A word that the text has 8 times counts 8 times, for pieces and for pairs."),
             merged(words, "divided_by_left", "c h",
                    "c h has the largest times(a b) / times(a). The right piece counts too: h is everywhere."),
             merged(words, "divided_by_right", "h a",
                    "h a has the largest times(a b) / times(b). The left piece counts too: h is everywhere."),
             merged(words, "divided_by_sum", "t h",
                    "You divided by the sum of the two counts. It should be their product."),
             merged(words, "least_ignored", "o n", "o n is seen 3 times, and `least` is 4: it does not take part.")}});
}

TEST_CASE("the same piece again and again, and a pair in many places")
{
    const Words words = {word(2, "m m m"), word(1, "o r s r s"), word(3, "r s a"), word(9, "o a"), word(1, "r s")};
    check::ask(
        {.call = "merge_pairs(2 x \"m m m\", 1 x \"o r s r s\", 3 x \"r s a\", 9 x \"o a\", 1 x \"r s\"; least = 5)",
         .answer = [&] { return text_of(merge_pairs(words, 5)); },
         .expected = "2 x m m m\n1 x o rs rs\n3 x rs a\n9 x o a\n1 x rs\n",
         .mistakes = {{"once_a_word", "2 x m m m\n1 x o rs r s\n3 x rs a\n9 x o a\n1 x rs\n",
                       "You merged the first place of each word. A word can have the pair several times."},
                      {"one_word_only", "2 x m m m\n1 x o rs rs\n3 x r s a\n9 x o a\n1 x r s\n",
                       "You merged in one word only. The pair is merged wherever it stands."},
                      {"one_place_only", "2 x m m m\n1 x o rs r s\n3 x r s a\n9 x o a\n1 x r s\n",
                       "You merged in one place only. The pair is merged wherever it stands."}}});
    const Words same = {word(2, "m m m m m"), word(9, "o a"), word(7, "a o"), word(3, "m m")};
    check::ask(
        {.call = "merge_pairs(2 x \"m m m m m\", 9 x \"o a\", 7 x \"a o\", 3 x \"m m\"; least = 1)",
         .answer = [&] { return text_of(merge_pairs(same, 1)); },
         .expected = "2 x mm mm m\n9 x o a\n7 x a o\n3 x mm\n",
         .mistakes = {{"pieces_used_twice", "2 x mm mm mm mm\n9 x o a\n7 x a o\n3 x mm\n",
                       "You used a piece in two pairs. From left to right: a piece that has been merged is gone."},
                      {"from_the_right", "2 x m mm mm\n9 x o a\n7 x a o\n3 x mm\n",
                       "You merged from right to left. The task asks for left to right."}}});
}

TEST_CASE("pairs that spell the same")
{
    const Words words = {word(2, "st op"), word(2, "s top"), word(4, "st ay"), word(3, "s ay"),
                         word(2, "f top"), word(3, "f op"),  word(6, "be ay"), word(6, "be f")};
    const std::string rest = "4 x st ay\n3 x s ay\n2 x f top\n3 x f op\n6 x be ay\n6 x be f\n";
    const std::string apart =
        "st op and s top are two pairs, each seen twice. You counted them together, since both spell stop.";
    check::ask({.call = "merge_pairs(eight words in larger pieces, least = 3)",
                .answer = [&] { return text_of(merge_pairs(words, 3)); },
                .expected = "2 x st op\n2 x s top\n4 x st ay\n3 x s ay\n2 x f top\n3 x fop\n6 x be ay\n6 x be f\n",
                .mistakes = {{"spelled_alike", "2 x stop\n2 x stop\n" + rest, apart},
                             {"spelled_alike", "2 x st op\n2 x stop\n" + rest, apart}}});
}

TEST_CASE("of several, the first")
{
    const Words words = {word(2, "o n"), word(2, "i t"), word(2, "a s")};
    check::ask({.call = "merge_pairs(2 x \"o n\", 2 x \"i t\", 2 x \"a s\"; least = 2)",
                .answer = [&] { return text_of(merge_pairs(words, 2)); },
                .expected = "2 x on\n2 x i t\n2 x a s\n",
                .mistakes = {merged(
                    words, "last_of_several", "a s",
                    "All three pairs have the same score, and you took the one that comes last or is first in the "
                    "alphabet. Take the one that comes first in `words`.")}});
}

TEST_CASE("nothing to merge")
{
    const Words single = {word(5, "a"), word(3, "the"), word(1, "o n")};
    check::ask({.call = "merge_pairs(5 x \"a\", 3 x \"the\", 1 x \"o n\"; least = 2)",
                .answer = [&] { return text_of(merge_pairs(single, 2)); },
                .expected = text_of(single)});
    check::ask({.call = "merge_pairs(no words, least = 1)",
                .answer = [] { return text_of(merge_pairs({}, 1)); },
                .expected = ""});
}
