#include "tests/exercises/02_softmax/which_softmax/task.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

const std::string right = "EBDAC";

check::Property letter(std::size_t place, const std::string& key, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& word) { return word.text[place] == right[place]; });
}

}  // namespace

TEST_CASE("five results, five letters")
{
    check::ask(
        {.call = "which_softmax()",
         .answer = [] { return which_softmax(); },
         .properties =
             {check::property("five_letters", "Return five capital letters, one for each result: each of A to E once.",
                              [](const check::Value& word) {
                                  std::string letters = word.text;
                                  std::sort(letters.begin(), letters.end());
                                  return letters == "ABCDE";
                              }),
              letter(2, "sums_of_the_third",
                     "Look at result 3 again: which of the five programs returns numbers above 1?"),
              letter(1, "sums_of_the_second",
                     "Look at result 2 again. Its rows do not sum to 1. Do its columns? Does the whole matrix?"),
              letter(4, "sums_of_the_fifth", "Look at result 5 again: add up all six numbers."),
              letter(0, "ratios",
                     "In results 1 and 4 the rows sum to 1. With the right softmax, a score that is larger by 1 "
                     "gets a weight that is e times as large.")},
         .secret = true});
}
