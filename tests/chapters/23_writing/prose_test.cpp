#include "23_writing/text/corpus.hpp"
#include "23_writing/text/prose.hpp"

#include "tests/catch.hpp"

#include <cstddef>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace attention;
using Strings = std::vector<std::string>;

TEST_CASE("a lesson is read without what nobody reads aloud")
{
    CHECK(
        paragraphs_of_markdown("# A heading\n\n> The idea.\n\n| a | table |\n|---|---|\n\nOne line\nand another.\n\n"
                               "![a picture](map.svg)\n```cpp\nint code = 0;\n```\n- **b** An answer\n  of two lines.\n"
                               "- Another.\n12. A step.\n<details><summary>More</summary>\n\nPrevious: chapter 1.\n") ==
        Strings{"The idea.", "One line and another.", "An answer of two lines.", "Another.", "A step."});
}

TEST_CASE("comments are read without code, and without the names of parameters")
{
    CHECK(paragraphs_of_comments(
              "/// \\file\n/// Chapter 23: what it does.\n#pragma once\n\n/// One line\n/// and another.\n///\n"
              "///     an example\n///\n/// \\param x  what comes in\n/// \\return    what goes out\n"
              "int f(int x);  // not this\n  // But this.\n/// Exercise 2.1: A name\n") ==
          Strings{"what it does.", "One line and another.", "what comes in", "what goes out", "But this."});
}

TEST_CASE("sentences are kept that can be said in words, each once")
{
    std::set<std::string> said;
    CHECK(plain_words("Let `bank` ask [the river](river.md) in row $n$. Here is $a + b$ for you. Is it all **so**? No.",
                      said) == "let bank ask the river in row n. is it all so?");
    CHECK(plain_words("IS IT ALL SO? Now it is new.", said) == "now it is new.");
    CHECK(plain_words("It has 1, 2, 3, 4 and 5 of them. It takes no more than one of them, the 2nd.", said) ==
          "it takes no more than one of them, the 2nd.");
    CHECK(plain_words("a label without an end", said).empty());
}

TEST_CASE("no sentence that is kept to test with can be learned by heart")
{
    const std::string learned = corpus();
    const std::string kept = held_out();
    CHECK(learned.size() > 300'000);
    CHECK(kept.size() > 15'000);
    std::size_t sentences = 0;
    std::istringstream lines(kept);
    for (std::string line; std::getline(lines, line);) {
        for (const std::string& sentence : sentences_of(line)) {
            INFO(sentence);
            CHECK(learned.find(sentence) == std::string::npos);
            ++sentences;
        }
    }
    CHECK(sentences > 200);
}

TEST_CASE("both texts consist of sentences in lower case")
{
    for (const std::string& text : {corpus(), held_out()}) {
        CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz .,:;?!'\"-()0123456789\n") == std::string::npos);
        CHECK(text.find("\n\n") == std::string::npos);
        CHECK(text.back() == '\n');
    }
}
