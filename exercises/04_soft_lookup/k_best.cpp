/// Exercise 4.3: The k best keys
///
/// Write a soft lookup that asks the k best keys alone: the k keys with the highest scores share the weight by the softmax of
/// their scores, all others get exactly 0. Large models do this to save work and to keep out what hardly matters.
///
///     q = [1, 0],  keys [2, 0], [1, 5], [0, 9],  values 10, 20, 90
///     lookup_among_best(q, K, V, 2)  gives weights [0.7311, 0.2689, 0] and output [12.689]
///
/// Where keys score the same at the border, the earlier ones are in. A k of m or more leaves no key out; k = 0, or no keys
/// at all, gives weights 0 and output 0. What is left out must have no say at all, not even where its value is NaN.
///
/// \param q  the query, shape (d)
/// \param K  the keys, one a row, shape (m, d)
/// \param V  the values, one a row, shape (m, d_v)
/// \param k  how many keys may have a say
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
