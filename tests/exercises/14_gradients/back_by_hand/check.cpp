#include "tests/exercises/14_gradients/back_by_hand/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("three numbers")
{
    check::ask(
        {.call = "back_by_hand()",
         .answer = [] { return back_by_hand(); },
         .expected = Vector{0.75, -0.625, -0.125},
         .mistakes = {{"diagonal_only", Vector{1, 0, 0.375},
                       "A score moves all the weights, not only its own. These three sum to 1.375, not to 0."},
                      {"products_only", Vector{2, 0, 0.5},
                       "This is A dA. Subtract the mean of dA, by the weights, before you multiply by A."},
                      {"plain_mean", Vector{1, -0.5, 0},
                       "You subtracted the plain mean of dA, 2. It has to be the mean by the weights."},
                      {"sum_in_place_of_mean", Vector{-1, -1.5, -1},
                       "You subtracted the sum of dA. It has to be the mean by the weights."},
                      {"not_times_weight", Vector{1.5, -2.5, -0.5},
                       "These are the distances of dA from its mean. Each still has to be multiplied by its weight."},
                      {"sign_turned", Vector{-0.75, 0.625, 0.125},
                       "The sign: where dA is above the mean, raising the score raises the loss, so dS is positive."}},
         .secret = true});
}
