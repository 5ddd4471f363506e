#include "tests/exercises/15_learning/step_by_hand/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("a projection and two scores")
{
    check::ask(
        {.call = "step_by_hand()",
         .answer = [] { return step_by_hand(); },
         .expected = Vector{1, 1, 0, 0, 3, -3},
         .mistakes =
             {{"uphill", Vector{-1, -1, 0, 0, -3, 3},
               "You stepped along the gradient. The loss grows that way: the wrong value gets more."},
              {"scale_forgotten", Vector{2, 2, 0, 0, 6, -6},
               "Your step is twice as long as it should be. S = q . k / sqrt(d_k), so the root is on the way back as well."},
              {"square_forgotten", Vector{0.5, 0.5, 0, 0, 1.5, -1.5},
               "Your step is half as long as it should be. What is the derivative of a square?"},
              {"input_forgotten", Vector{1.0 / 3, 1.0 / 3, 0, 0, 1, -1},
               "You took dq for dW_Q. q = x W_Q, and x is 3."},
              {"rate_forgotten", Vector{3, 3, 0, 0, 9, -9},
               "That is a step with the learning rate 1. It should be 1/3."},
              {"diagonal_only", Vector{1.5, -0.5, 4, 0, 28.5, 25.5},
               "On the way through softmax you let each score move only its own weight. dS must sum to 0."},
              {"no_mean", Vector{3, -1, 8, 0, 57, 51},
               "Your dS is A dA. Subtract the mean of dA first; then dS sums to 0."},
              {"new_scores_unscaled", Vector{1, 1, 0, 0, 6, -6},
               "W_Q is right, but you did not divide the new scores by sqrt(d_k)."}},
         .secret = true});
}
