/// Exercise 20.2: Block by block
///
/// One query, its scores, and the values behind the keys. Find its output, softmax(scores) V, in blocks: take `block` keys
/// at a time, find the largest score among them, correct what you have if it is a new maximum, and add the block. No more
/// than one block is ever looked at, and each only once.
///
///     scores [1, 3, 2, 5, 4],  block 2    goes over keys 0, 1, then 2, 3, then 4
///
/// The last block may be shorter. Some scores may be -infinity, even all of a block, and even the first one. Scores of 5000
/// beside -5000 must not trouble you. Where nothing may be seen, the output is 0.
///
/// \param scores  shape (m)
/// \param V       the values, shape (m, d_v)
/// \param block   how many keys at a time, at least 1
/// \return        shape (d_v)
#include "tests/exercises/20_long_context/in_blocks/task.hpp"

namespace attention
{

Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
