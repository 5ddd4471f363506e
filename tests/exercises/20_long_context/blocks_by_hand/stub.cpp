/// Exercise 20.1: Blocks by hand
///
/// 1000 queries look at 1000 keys, causal: query i sees the keys 0 to i. The scores are floats, made in blocks of 256 queries
/// by 512 keys. A block is left out if none of its queries may see any of its keys. Values have 64 coordinates.
///
/// Without running anything, say
///
///     how many blocks of scores are made in all
///     how many bytes a full block takes
///     how many numbers a query keeps from one block to the next
///
/// \return  the three numbers, in this order
#include "tests/exercises/20_long_context/blocks_by_hand/task.hpp"

namespace attention
{

Vector blocks_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
