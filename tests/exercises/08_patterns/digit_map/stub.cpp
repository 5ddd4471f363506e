/// Exercise 8.3: A map of digits
///
/// Draw weights as text, so narrow that many keys fit on a screen: one line per query, two characters per key. Cat, sat and
/// mat are drawn as
///
///     *4 1*4        because the weights are   0.42  0.16  0.42
///      1*4*4                                  0.16  0.42  0.42
///      2 2*5                                  0.21  0.21  0.58
///
/// The second character is the weight in tenths, rounded down: 0.58 is 5. A weight below 0.1 is a dot, and a weight of 1 is
/// a 9. The first character marks what the query likes best: a star if no key in that row has a larger weight, otherwise a
/// space. If several keys share the largest weight, each gets a star. A query that may look at nothing has weights 0 and
/// gets no star at all.
///
/// Every line ends with '\n', the last one too.
///
/// \param weights  shape (n, m), none below 0 and none above 1
/// \return         n lines of 2 m characters
#include "tests/exercises/08_patterns/digit_map/task.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace attention
{

std::string digit_map(const Matrix& weights)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
