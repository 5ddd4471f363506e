#include "tests/exercises/16_positions/which_positions/task.hpp"

#include "tests/exercises/check.hpp"

#include <string>

using namespace attention;

TEST_CASE("five matrices, five letters")
{
    const auto word = [](const char* letters) { return check::Value(std::string(letters)); };
    check::ask(
        {.call = "which_positions()",
         .answer = [] { return which_positions(); },
         .expected = word("EDBAC"),
         .mistakes = {{"rotary_exchanged", word("ECBAD"),
                       "You swapped the two rotary ones. Counted correctly, a word at the query's own place has not "
                       "turned away from it, and scores 2."},
                      {"slope_taken_for_turn", word("CDBAE"),
                       "You took the slope for a rotation. From 2 to 1.5 to 1 is a straight line; a rotation gives a "
                       "cosine."},
                      {"absolute_taken_for_shifted", word("EBDAC"),
                       "You took the added sines for one of the rotary ones. Rotary scores do not change when all "
                       "words move on, however they are counted."},
                      {"none_and_absolute_exchanged", word("EDABC"),
                       "Without positions nothing can change when words move, and equal words have equal scores."}},
         .secret = true});
}
