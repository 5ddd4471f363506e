#include "tests/exercises/19_online_softmax/trace_by_hand/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("l, o and o / l after each key")
{
    const Matrix right = {{1, 3, 3}, {4.0 / 3, 1, 0.75}, {11.0 / 6, 5, 30.0 / 11}};
    const Matrix uncorrected = {{1, 3, 3}, {2, 3, 1.5}, {2.5, 7, 2.8}};
    const Matrix no_maximum = {{2, 6, 3}, {8, 6, 0.75}, {11, 30, 30.0 / 11}};
    const Matrix shrunk_again = {{1, 3, 3}, {4.0 / 3, 1, 0.75}, {4.0 / 6 + 1, 0.5 + 8, 8.5 / (5.0 / 3)}};
    const Matrix only_l = {{1, 3, 3}, {4.0 / 3, 3, 2.25}, {11.0 / 6, 7, 42.0 / 11}};
    check::ask(
        {.call = "trace_by_hand()",
         .answer = [] { return trace_by_hand(); },
         .expected = right,
         .mistakes =
             {{"uncorrected", uncorrected,
               "The old sums were never corrected. They were made with a smaller maximum than the one key 1 brings.",
               1e-3},
              {"no_maximum", no_maximum,
               "You summed exp(s) itself. The outputs are right, but l and o must carry the factor exp(-m).", 1e-3},
              {"followed_last_key", shrunk_again,
               "At key 2 you used its own score as the maximum. The largest so far is key 1's.", 1e-3},
              {"only_l_corrected", only_l, "l was corrected at key 1, o was not. Both were made with the old maximum.",
               1e-3}},
         .secret = true,
         .tolerance = 1e-3});
}
