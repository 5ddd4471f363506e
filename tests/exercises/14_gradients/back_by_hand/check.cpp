#include "tests/exercises/14_gradients/back_by_hand/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("three numbers")
{
    check::ask(
        {.call = "back_by_hand()",
         .answer = [] { return back_by_hand(); },
         .expected = Vector{0, -1, 1},
         .mistakes = {{"diagonal_only", Vector{1, 0, 1.5},
                       "A score moves its own weight, and all the others with it. These sum to 2.5, not to 0."},
                      {"products_only", Vector{2, 0, 2},
                       "This is A dA. What all of them have in common must still be taken off."},
                      {"sum_in_place_of_mean", Vector{-4, -3, -1},
                       "You took off the sum of dA. It is the mean by the weights."},
                      {"not_times_weight", Vector{0, -4, 4},
                       "These are the distances of dA from its mean. Each still has to be counted by its weight."},
                      {"sign_turned", Vector{0, 1, -1}, "The sign: a weight that should grow wants a higher score."}},
         .secret = true});
}
