/// Exercise 19.3: Entropy in one pass
///
/// Chapter 8 reads a row of weights by its entropy, H = -sum_j A_j ln A_j. But now there is no row of weights any more.
/// Find the entropy while the scores go by, each seen once and forgotten. They come as a stream, for a loop such as
/// `for (const double s : scores)`. A second loop would find nothing, and there is no room to keep them.
///
/// With A_j = exp(s_j - m) / l, and so ln A_j = (s_j - m) - ln l, the entropy is
///
///     H = ln l - t / l,   where  t = sum_j exp(s_j - m) (s_j - m)
///
/// You know m, the running maximum, and l. How must t be corrected when m rises? A factor alone won't do: m appears in
/// t twice.
///
///     scores 0, 0                 give ln 2
///     scores 5000, 5000, -5000    give ln 2 as well
///
/// A score of -infinity has weight 0 and adds nothing. Where there is nothing to attend to, the entropy is 0.
///
/// \param scores  of one query, one after another, as many as there are keys
/// \return        in nats, from 0 to the logarithm of the number of keys
#include "tests/exercises/19_online_softmax/entropy_in_one_pass/task.hpp"

namespace attention
{

double entropy_in_one_pass(Stream<double>& scores)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
