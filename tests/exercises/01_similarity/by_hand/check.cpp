#include "tests/exercises/01_similarity/by_hand/task.hpp"

#include "01_similarity/similarity.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("four scores by hand")
{
    const Vector q = {1, -2, 3};
    const Matrix K = {{2, 1, 1}, {-3, 0, 1}, {0, 4, -2}, {-1, -3, 0.5}};
    const Vector scores = score_row(q, K);
    const Vector cosines = {cosine(q, {2, 1, 1}), cosine(q, {-3, 0, 1}), cosine(q, {0, 4, -2}),
                            cosine(q, {-1, -3, 0.5})};
    check::ask(
        {.call = "scores_by_hand()",
         .answer = scores_by_hand,
         .expected = scores,
         .mistakes =
             {{"signs_dropped", score_row(xt::abs(q), xt::abs(K)),
               "You left out the signs. Where two coordinates have different signs, their product is negative."},
              {"no_negative_scores", xt::abs(scores),
               "A score may be negative: it says that the key points away from the query."},
              {"minus_times_minus", Vector{3, 0, -14, -5.5}, "Minus times minus is plus: look at -2 times -3 again."},
              {"added_coordinates", Vector{6, 0, 4, -1.5},
               "You added up all the coordinates. Multiply each pair first, then add."},
              {"cosines", cosines, "These are cosines. A dot product keeps the norms: do not divide by them.", 1e-3}},
         .secret = true});
}
