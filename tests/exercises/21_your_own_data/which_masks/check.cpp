#include "tests/exercises/21_your_own_data/which_masks/task.hpp"

#include "tests/exercises/check.hpp"

#include <string>

using namespace attention;

TEST_CASE("the masks that broadcast")
{
    const auto word = [](const char* letters) { return check::Value(std::string(letters)); };
    check::ask({.call = "which_masks()",
                .answer = [] { return which_masks(); },
                .expected = word("ABDF"),
                .mistakes = {{"aligned_at_the_front", word("F"),
                              "You aligned the axes at their beginning. They are aligned at their ends."},
                             {"ones_forgotten", word("AB"), "An axis of 1 stretches to any size."},
                             {"padding_trap", word("ABDEF"),
                              "E looks like one row for each of the 2 sequences, but its 2 is below the 4 heads."},
                             {"heads_trap", word("ABCDF"),
                              "C looks like one row for each of the 4 heads, but its 4 is below the 5 queries."},
                             {"both_traps", word("ABCDEF"), "Not all of them: two have a size in the wrong place."},
                             {"only_full_rank", word("F"), "A mask may have fewer axes than the scores."}},
                .secret = true});
}
