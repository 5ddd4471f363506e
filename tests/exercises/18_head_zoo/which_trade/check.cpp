#include "tests/exercises/18_head_zoo/which_trade/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("seven heads")
{
    const std::string nouns =
        "Head 3 looks at both nouns alike, the one that is only nearby as well. That is a head for nouns, and says "
        "nothing about who is the subject.";
    const std::string names =
        "Head 7 looks at both names alike, the one who calls and the one who is called. It cannot tell whom \"he\" means.";
    const std::string same = "Head 5 looks at place 4, where the same word stands. The answer stands right after it.";
    check::ask({.call = "which_trade()",
                .answer = [] { return which_trade(); },
                .expected = "CPNINSN",
                .mistakes =
                    {{"nouns_for_subjects", "CPSINSN", nouns},
                     {"names_for_the_name", "CPNINSC", names},
                     {"nouns_and_names", "CPSINSC",
                      "Heads 3 and 7 look at source and distractor alike. A kind needs a difference between the two."},
                     {"same_word", "CPNIISN", same},
                     {"exchanged", "CPNNISN",
                      "You have exchanged heads 4 and 5. Place 4 holds the same word, place 5 what came after it."},
                     {"all_lookalikes", "CPSIISC",
                      "Three of the heads only look much like one of the four kinds. What do they do with distractors, "
                      "and where exactly does the answer stand?"},
                     {"previous_is_none", "CNNINSN",
                      "Head 2 does the same for whoever asks, and for \"twice\" that is what is needed."}},
                .secret = true});
}
