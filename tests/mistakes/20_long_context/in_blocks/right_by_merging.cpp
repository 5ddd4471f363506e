#include "tests/exercises/20_long_context/in_blocks.hpp"

#include "19_online_softmax/partial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    Partial all = nothing_seen(V.shape(1));
    for (std::size_t first = 0; first < scores.size(); first += block) {
        Partial part = nothing_seen(V.shape(1));
        for (std::size_t j = first; j < first + block && j < scores.size(); ++j) absorb(part, scores(j), row_of(V, j));
        all = merged(part, all);
    }
    return finished(all);
}

}  // namespace attention
