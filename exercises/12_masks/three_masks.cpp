/// Exercise 12.3: Three more masks
///
/// Write three masks that the chapter does not have. Below, x = may attend.
///
/// window_mask: each query sees `width` places, its own and those just before it. The queries are the newest words: the last
/// query is at the last key. prefix_mask: the first `prefix` words are a question that may be read as a whole, so every query
/// sees all of them; apart from that it is causal. packed_mask: several documents share one row, one after another. Each
/// place has the number of its document; no two documents have the same number. It sees only that document, and no
/// later place. Number -1 is padding: nobody sees it, not even itself.
///
///     window_mask(2, 4, 2)  . x x .    prefix_mask(4, 2)  x x . .    packed_mask({7, 7, 3, -1})  x . . .
///                           . . x x                       x x . .                                x x . .
///                                                         x x x .                                . . x .
///                                                         x x x x                                . . . .
///
/// Be careful with sizes: they are never negative, and 1 - 2 is a huge number.
///
/// \param n          queries, in prefix_mask also keys
/// \param m          keys, at least n
/// \param width      places a query sees, including its own; 0 is allowed
/// \param prefix     words that all may see, from 0 to n
/// \param documents  for each of n places, the number of its document, 0 or above, or -1; n may be 0
/// \return           true = may attend, shape (n, m), (n, n) and (n, n)
#include "tests/exercises/12_masks/three_masks/task.hpp"

#include "12_masks/masks.hpp"

namespace attention
{

BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    throw common::NotDoneYet();  // your code goes here
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    throw common::NotDoneYet();  // your code goes here
}

BoolMatrix packed_mask(const std::vector<int>& documents)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
