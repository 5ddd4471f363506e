/// Exercise 20.2: Block by block
///
/// One query, its scores, and the values of its keys. Find the output, softmax(scores) V, in blocks. They come as a stream:
/// each block brings the scores of a few keys, and their values. Find the largest score of the block, correct what you have
/// if it is a new maximum, and add the block. Then the block is gone; there is no room to keep it.
///
///     for (const Block& block : blocks) ...    with  block.scores, shape (keys)  and  block.V, shape (keys, d_v)
///
/// Blocks may differ in length. Some scores may be -infinity, even all scores of a block, even of the first one. Scores as far
/// apart as 5000 and -5000 must work too. If nothing may be seen at all, the output is 0.
///
/// \param blocks  one after another; a second loop would find nothing
/// \param d_v     how many numbers a value has
/// \return        shape (d_v)
#include "tests/exercises/20_long_context/in_blocks/task.hpp"

namespace attention
{

Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
