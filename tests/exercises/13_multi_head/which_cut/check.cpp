#include "tests/exercises/13_multi_head/which_cut/task.hpp"

#include "tests/exercises/check.hpp"

#include <string>

using namespace attention;

TEST_CASE("five heads, five letters")
{
    const auto word = [](const char* letters) { return check::Value(std::string(letters)); };
    check::ask(
        {.call = "which_cut()",
         .answer = [] { return which_cut(); },
         .expected = word("CBDEA"),
         .mistakes =
             {{"took_reshaped", word("CADEB"),
               "You took the reshaped head for the right one. A head has its part of every token, not whole tokens."},
              {"took_exchanged", word("CBAED"), "Head 0 has the first columns. You took the other head for it."},
              {"took_alternating", word("ABDEC"), "Neighbouring columns belong together, not every second one."},
              {"transposed_and_reshaped", word("CEDBA"),
               "A transposed head has a row for each of its numbers, not for each token."}},
         .secret = true});
}
