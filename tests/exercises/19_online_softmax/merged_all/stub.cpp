/// Exercise 19.2: Many helpers, one result
///
/// Eight helpers have each attended over some of the keys, and their partial results are on your desk. Turn them into one,
/// as if a single query had seen all the keys. A `Partial` has a `maximum` (m), a `sum` (l) and an `output` (o). The
/// chapter's `merged` takes two at a time. Do it in one go, with one common maximum, and without calling `merged`.
///
///     parts  m = 0, l = 1, o = [10]  and  m = ln 3, l = 2, o = [6]
///     gives  m = ln 3, l = 1/3 + 2 = 7/3, o = [10/3 + 6]
///
/// Some helpers may have seen nothing at all (m = -infinity, l = 0, o = 0). If none of them has seen anything, neither has
/// the result. Maxima as far apart as 5000 and -5000 must work too.
///
/// \param parts  at least one, all with outputs of the same size
/// \return       over all keys together
#include "tests/exercises/19_online_softmax/merged_all/task.hpp"

namespace attention
{

Partial merged_all(const std::vector<Partial>& parts)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
