/// Exercise 7.1: Attention by hand
///
/// The chapter's exercise by hand wants a calculator, for all those powers of e. Put logarithms into the keys, and a pencil
/// is enough:
///
///     Q = [1, 0]    K = [1, ln 3]    V = [12,  0]
///         [0, 1]        [1,    0]        [ 0,  6]
///                       [1, ln 2]        [ 6, 18]
///
/// Work out softmax(Q K^T) V, not scaled, in three steps. First the scores of each query with the three keys. Then their
/// softmax: e^(ln 3) is 3, so each weight is a simple fraction. Then the blend of the three values, one row a query. Return
/// it as `return {{1, 2}, {3, 4}};`.
///
/// Before you compute anything: which of the two queries has no preference? What must its output be, then?
///
/// \return  the output, shape (2, 2): one row a query, exact or rounded to 4 decimals
#include "tests/exercises/07_attention/attention_by_hand.hpp"

namespace attention
{

Matrix output_by_hand()
{
    // Query 1 sees the first coordinates, and those are all 1. Equal scores are equal weights, 1/3 each, whatever the scores
    // are: so its output is the plain mean of the values.
    const double mean_1 = (12.0 + 0.0 + 6.0) / 3.0;  // 6
    const double mean_2 = (0.0 + 6.0 + 18.0) / 3.0;  // 8
    // Query 2 sees ln 3, 0, ln 2. Its exponentials are 3, 1, 2, their sum is 6, its weights are 3/6, 1/6, 2/6.
    const double blend_1 = (3.0 * 12.0 + 1.0 * 0.0 + 2.0 * 6.0) / 6.0;  // 8
    const double blend_2 = (3.0 * 0.0 + 1.0 * 6.0 + 2.0 * 18.0) / 6.0;  // 7
    return {{mean_1, mean_2}, {blend_1, blend_2}};
}

}  // namespace attention
