/// Exercise 4.3: The k best keys
///
/// Write a soft lookup that asks only the k best keys: the k keys with the highest scores share the weight by the
/// softmax of their scores, and all the others get exactly 0. This saves work, and it keeps out what hardly matters.
///
///     q = [1, 0],  keys [2, 0], [1, 5], [0, 9],  values 10, 20, 90
///     lookup_among_best(q, K, V, 2)  gives weights [0.7311, 0.2689, 0] and output [12.689]
///
/// If keys at the border have the same score, the earlier ones are in. With k = m or more, no key is left out; k = 0,
/// or no keys at all, gives weights 0 and output 0. What is left out must have no influence, not even if its value is
/// NaN.
///
/// \param q  the query, shape (d)
/// \param K  the keys, one per row, shape (m, d)
/// \param V  the values, one per row, shape (m, d_v)
/// \param k  how many keys count
/// \return   output, shape (d_v), and weights, shape (m)
#include "tests/exercises/04_soft_lookup/k_best/task.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

#include <cstddef>

namespace attention
{

Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
