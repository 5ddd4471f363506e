#include "23_writing/text/byte_pairs.hpp"
#include "23_writing/text/corpus.hpp"
#include "23_writing/text/merges_shown.hpp"

#include "common/random.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace attention;

TEST_CASE("words begin with their blank, and letters, numbers and marks are apart")
{
    CHECK(words_with_blanks("the bank, 12x  on.\nSo") ==
          std::vector<std::string_view>{"the", " bank", ",", " 12", "x", " ", " on", ".\n", "So"});
    CHECK(words_with_blanks("a\xc3\xa9z ") == std::vector<std::string_view>{"a\xc3\xa9z", " "});
    CHECK(words_with_blanks("").empty());
}

TEST_CASE("a pair is merged from left to right")
{
    std::vector<int> tokens = {7, 7, 7, 1, 7, 7};
    merge(tokens, {7, 7}, 300);
    CHECK(tokens == std::vector<int>{300, 7, 1, 300});
    std::vector<int> none;
    merge(none, {7, 7}, 300);
    CHECK(none.empty());
}

TEST_CASE("byte pairs by pencil")
{
    // aa is seen four times: Z = aa. In ZabdZabac, Za and ab are both seen twice, and Za comes first: Y = Za. Then X = Yb.
    const BytePairs pairs = learn_byte_pairs("aaabdaaabac", 300);
    CHECK(pairs.merges() == std::vector<TokenPair>{{'a', 'a'}, {256, 'a'}, {257, 'b'}});
    CHECK(pairs.vocabulary() == 259);
    CHECK(pairs.tokens_of("aaabdaaabac") == std::vector<int>{258, 'd', 258, 'a', 'c'});
    CHECK(pairs.text_of(258) == "aaab");
    CHECK(learn_byte_pairs("aaabdaaabac", 257).merges() == std::vector<TokenPair>{{'a', 'a'}});
    CHECK(learn_byte_pairs("", 300).vocabulary() == 256);
    CHECK_THROWS_AS(learn_byte_pairs("aa", 255), std::invalid_argument);
    CHECK_THROWS_AS(pairs.text_of(259), std::invalid_argument);
    CHECK_THROWS_AS(pairs.text_of(-1), std::invalid_argument);
}

TEST_CASE("no token crosses from one word into the next, and a word counts as often as it is there")
{
    // "ab" three times, " c" never twice without its blank: xy is seen twice, in one word each.
    const BytePairs pairs = learn_byte_pairs("ab ab xy xy ab", 300);
    CHECK(pairs.merges() == std::vector<TokenPair>{{'a', 'b'}, {' ', 256}, {' ', 'x'}, {258, 'y'}});
    CHECK(pairs.tokens_of("ab ab") == std::vector<int>{256, 257});
}

TEST_CASE("text goes into tokens and out again, whatever its bytes")
{
    const BytePairs pairs = learn_byte_pairs(corpus(), 1024);
    CHECK(pairs.vocabulary() == 1024);
    const std::string text = held_out();
    const std::vector<int> tokens = pairs.tokens_of(text);
    CHECK(pairs.text_of(tokens) == text);
    CHECK(tokens.size() * 3 < text.size());
    CHECK(std::ranges::any_of(tokens, [&](int token) { return pairs.text_of(token) == " attention"; }));
    for (int token = bytes; token < pairs.vocabulary(); ++token) {
        INFO(pairs.text_of(token));
        CHECK(pairs.text_of(token).find(' ', 1) == std::string::npos);
    }
    common::Random random(1);
    std::string any(2000, ' ');
    for (char& c : any) c = static_cast<char>(random.below(256));
    CHECK(pairs.text_of(pairs.tokens_of(any)) == any);
    CHECK(pairs.tokens_of("").empty());
}

TEST_CASE("the merges of a text are replayed in the order in which they were learned")
{
    // Learned: er, then he. In "hers", e could go to either side, and er was there first.
    const BytePairs pairs({{'e', 'r'}, {'h', 'e'}});
    CHECK(pairs.tokens_of("hers") == std::vector<int>{'h', 256, 's'});
    CHECK(pairs.tokens_of("hes") == std::vector<int>{257, 's'});
}

TEST_CASE("the merges that are shown find the bank that is there twice")
{
    const std::vector<MergeShown> shown = shown_merges(merged_sentence);
    REQUIRE(shown.size() == 7);
    CHECK(shown[0].tokens.size() == merged_sentence.size());
    CHECK(shown[0].merged.times == 0);
    CHECK(shown[1].merged.left + "+" + shown[1].merged.right == "a+n");
    CHECK(shown[1].merged.times == 3);
    CHECK(shown[1].pairs.size() == 18);
    CHECK(shown[1].tokens.size() == merged_sentence.size() - 3);
    CHECK(shown[0].numbers == std::vector<int>(merged_sentence.begin(), merged_sentence.end()));
    CHECK(std::ranges::count(shown[1].numbers, 256) == 3);
    for (std::size_t i = 2; i < shown.size(); ++i) CHECK(shown[i].merged.times == 2);
    CHECK(shown.back().pairs.front().times == 1);
    const std::vector<TokenPair> learned = learn_byte_pairs(merged_sentence, 300).merges();
    const BytePairs pairs(learned);
    REQUIRE(learned.size() == 6);
    for (std::size_t i = 0; i < learned.size(); ++i) {
        CHECK(shown[i].pairs.front().left == pairs.text_of(learned[i].first));
        CHECK(shown[i].pairs.front().right == pairs.text_of(learned[i].second));
    }
    for (const MergeShown& step : shown) {
        std::string text;
        for (const std::string& token : step.tokens) text += token;
        CHECK(text == merged_sentence);
    }
    CHECK(std::ranges::count(shown.back().tokens, " bank") == 2);
    CHECK(shown_merges("").size() == 1);
}
