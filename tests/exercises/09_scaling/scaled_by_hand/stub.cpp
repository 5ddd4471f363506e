/// Exercise 9.1: Scaled by hand
///
/// The words of a model have d_model = 8 features, and its projections make queries and keys with d_k = 4 coordinates. One
/// query meets three keys:
///
///     q   = [1, 2, 0, 1]
///     k_1 = [ln 3,  0,   5, ln 3]
///     k_2 = [  0, ln 2, -1,   0 ]
///     k_3 = [  2,  -1,   7,   0 ]
///
/// a) Which weights does scaled dot-product attention give them? Use a pencil, and no calculator.
///
/// b) In a larger model, each of these four vectors is written four times in a row, so that it has 16 coordinates:
///    q = [1, 2, 0, 1, 1, 2, 0, 1, ...], and so on. Predict first: do the weights stay the same, sharpen, or flatten? Then
///    compute them.
///
/// Return a as the first row and b as the second: `return {{0.2, 0.3, 0.5}, {0.2, 0.3, 0.5}};`.
///
/// \return  weights, shape (2, 3), exact or rounded to 4 decimals
#include "tests/exercises/09_scaling/scaled_by_hand/task.hpp"

namespace attention
{

Matrix scaled_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
