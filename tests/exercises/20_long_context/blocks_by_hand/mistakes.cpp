// Exercise 20.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/20_long_context/blocks_by_hand/task.hpp"

namespace attention
{

namespace right::counted
{
Vector blocks_by_hand()
{
    double blocks = 0;
    for (int first = 0; first < 1000; first += 256) {
        const int seen = first + 256 < 1000 ? first + 256 : 1000;
        blocks += (seen + 511) / 512;
    }
    return {blocks, 4.0 * 256 * 512, 64.0 + 2};
}
}  // namespace right::counted

namespace right::plain
{
Vector blocks_by_hand() { return {6, 524288, 66}; }
}  // namespace right::plain

namespace a_row_of_scores
{
Vector blocks_by_hand() { return {6, 524288, 512}; }
}  // namespace a_row_of_scores

namespace border_counted
{
Vector blocks_by_hand() { return {7, 524288, 66}; }
}  // namespace border_counted

namespace doubles
{
Vector blocks_by_hand() { return {6, 1048576, 66}; }
}  // namespace doubles

namespace half_of_the_blocks
{
Vector blocks_by_hand() { return {4, 524288, 66}; }
}  // namespace half_of_the_blocks

namespace no_block_left_out
{
Vector blocks_by_hand() { return {8, 524288, 66}; }
}  // namespace no_block_left_out

namespace numbers_not_bytes
{
Vector blocks_by_hand() { return {6, 131072, 66}; }
}  // namespace numbers_not_bytes

namespace only_m_and_l
{
Vector blocks_by_hand() { return {6, 524288, 2}; }
}  // namespace only_m_and_l

namespace only_the_output
{
Vector blocks_by_hand() { return {6, 524288, 64}; }
}  // namespace only_the_output

}  // namespace attention
