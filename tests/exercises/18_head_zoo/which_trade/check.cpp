#include "tests/exercises/18_head_zoo/which_trade/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("seven heads")
{
    const std::string nouns =
        "Head 3 gives both nouns the same, even the one that is only nearby. That is a head for nouns, and it does "
        "not find the subject.";
    const std::string names =
        "Head 7 gives both names the same, the one who calls and the one who is called. It cannot tell who \"he\" is.";
    const std::string same = "Head 5 looks at place 4, which holds the same word. The answer is right after it.";
    check::ask(
        {.call = "which_trade()",
         .answer = [] { return which_trade(); },
         .expected = "CPNINSN",
         .mistakes =
             {{"nouns_for_subjects", "CPSINSN", nouns},
              {"names_for_the_name", "CPNINSC", names},
              {"nouns_and_names", "CPSINSC",
               "Heads 3 and 7 give source and distractor the same. To be of a kind, a head must tell the two apart."},
              {"same_word", "CPNIISN", same},
              {"exchanged", "CPNNISN",
               "You swapped heads 4 and 5. Place 4 holds the same word, place 5 what came after it."},
              {"all_lookalikes", "CPSIISC",
               "Three of the heads only resemble one of the four kinds. What do they do with distractors, and "
               "where exactly is the answer?"},
              {"previous_is_none", "CNNINSN",
               "Head 2 does the same whoever asks, and for \"twice\" that is just right."}},
         .secret = true});
}
