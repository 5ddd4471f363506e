#include "tests/exercises/09_scaling/scaled_by_hand/task.hpp"

#include "02_softmax/softmax.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>

using namespace attention;

namespace
{

/// Both rows of weights where the scores are divided by these two numbers.
Matrix weights_for(double divisor_a, double divisor_b)
{
    const Vector scores = {2.0 * std::log(3.0), 2.0 * std::log(2.0), 0.0};
    Matrix weights = xt::zeros<double>({2, 3});
    set_row(weights, 0, softmax(scores / divisor_a));
    set_row(weights, 1, softmax(4.0 * scores / divisor_b));
    return weights;
}

}  // namespace

TEST_CASE("two rows of scaled weights by hand")
{
    const Matrix right = weights_for(2, 4);
    const Matrix halves = {{2}, {4}};
    const double root_8 = std::sqrt(8.0);
    const double root_2 = std::sqrt(2.0);
    const double root_3 = std::sqrt(3.0);
    const char* const after =
        "Your weights do not sum to 1. Divide the scores before softmax, not the weights after it.";
    check::ask(
        {.call = "scaled_by_hand()",
         .answer = scaled_by_hand,
         .expected = right,
         .mistakes =
             {{"scale_forgotten", weights_for(1, 1), "You did not divide the scores by anything.", 1e-3},
              {"divided_by_d_k", weights_for(4, 16),
               "You divided by d_k, or twice by its root. Divide by the root once.", 1e-3},
              {"multiplied_by_root", weights_for(0.5, 0.25),
               "You multiplied by the square root of d_k. Scores are divided by it.", 1e-3},
              {"root_of_d_model", weights_for(root_8, root_8),
               "You divided by the square root of d_model. A score adds up d_k products, so divide by the root of d_k.",
               1e-3},
              {"root_of_d_model", weights_for(root_8, std::sqrt(32.0)),
               "You divided by the square root of d_model. A score adds up d_k products, so divide by the root of d_k.",
               1e-3},
              {"root_of_heads", weights_for(root_2, root_2),
               "You divided by the square root of 2, which is d_model / d_k. What counts is d_k itself.", 1e-3},
              {"root_of_m", weights_for(root_3, root_3),
               "You divided by the square root of 3, the number of keys. What counts is d_k.", 1e-3},
              {"scaled_after_softmax", right / halves, after, 1e-3},
              {"scaled_after_softmax", weights_for(1, 1) / halves, after, 1e-3},
              {"repeating_changes_nothing", weights_for(2, 8),
               "In b you have the weights of a. The score grows with the number of coordinates, the divisor only with "
               "its root.",
               1e-3},
              {"repeating_flattens", weights_for(2, 16),
               "In b your weights are flatter than in a. Did you multiply the scores by 4, too?", 1e-3},
              {"root_of_old_d_k", weights_for(2, 2),
               "In b you still divide by the root of 4. The vectors have 16 coordinates now.", 1e-3}},
         .secret = true,
         .tolerance = 1e-4});
}
