#include "tests/exercises/05_queries_keys_values/roles_by_hand/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("the query of x, the key of y, and their score")
{
    check::ask({.call = "roles_by_hand()",
                .answer = [] { return roles_by_hand(); },
                .expected = Vector{4, -2, 2, 3, 2},
                .mistakes = {{"roles_swapped", Vector{1, 6, -2, 3, 16},
                              "You let y ask and x answer. x is the one who asks: its vector goes through W_Q."},
                             {"one_projection_for_both", Vector{4, -2, 1, 6, -8},
                              "You sent both words through W_Q. y is asked, so its key comes from W_K."},
                             {"score_of_the_words", Vector{4, -2, 2, 3, 0},
                              "Query and key are right, but the score is the dot product of the words themselves. "
                              "It is the query and the key that meet."},
                             {"sign_lost", Vector{4, 4, 2, 3, 20}, "The second coordinate of x is -1, not 1."}},
                .secret = true});
}
