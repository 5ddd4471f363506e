/// Exercise 19.2: Many helpers, one result
///
/// Eight helpers have each attended over some of the keys, and their partial results lie on your desk. Make one of them: as
/// if a single query had seen all the keys. `merged` of the chapter takes two at a time; do it in one go, with one common
/// maximum, and without calling `merged`.
///
///     parts  m = 0, l = 1, o = [10]  and  m = ln 3, l = 2, o = [6]
///     gives  m = ln 3, l = 1/3 + 2 = 7/3, o = [10/3 + 6]
///
/// Some helpers may have seen nothing at all (m = -infinity, l = 0, o = 0), perhaps even all of them; then so has the result.
/// Maxima of 5000 beside -5000 must not trouble you.
///
/// \param parts  at least one, all with outputs of the same size
/// \return       over all keys together
#include "tests/exercises/19_online_softmax/merged_all.hpp"

#include <cmath>
#include <limits>

namespace attention
{

Partial merged_all(const std::vector<Partial>& parts)
{
    // The largest maximum first, so that every part is corrected once and every exponent is at most 0. A part that has seen
    // nothing is left out: its -infinity less another -infinity would be NaN.
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        if (part.sum == 0.0) continue;
        const double keep = std::exp(part.maximum - all.maximum);
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}

}  // namespace attention
