#include "tests/exercises/15_learning/which_learner/task.hpp"

#include "tests/exercises/check.hpp"

#include <string>

using namespace attention;

TEST_CASE("five heads, five letters")
{
    const auto word = [](const char* letters) { return check::Value(std::string(letters)); };
    check::ask(
        {.call = "which_learner()",
         .answer = [] { return which_learner(); },
         .expected = word("ECBAD"),
         .mistakes =
             {{"frozen_exchanged", word("DCBAE"),
               "You swapped the two heads in which a part stays as it is. If W_Q and W_K never change, no weight "
               "ever can."},
              {"blind_taken_for_frozen", word("EDBAC"),
               "Two heads hardly change their weights. The one that divides by d_k mixes evenly from the start, so "
               "its entropy is ln 8."},
              {"none_and_root_exchanged", word("ECABD"),
               "You swapped undivided scores and those divided by the root. Without division one weight has nearly "
               "everything before anything is learned."},
              {"none_and_full_exchanged", word("EABCD"),
               "You swapped undivided scores and those divided by d_k. Tiny scores give even weights and an entropy "
               "of ln 8, huge ones an entropy near 0."},
              {"full_and_values_exchanged", word("CEBAD"),
               "In 512 dimensions scores divided by d_k are tiny, and the entropy before the first step is ln 8. "
               "Lines 1, 3 and 5 start with the same scaling."}},
         .secret = true});
}
