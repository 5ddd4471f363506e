// Exercise 20.2 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/20_long_context/in_blocks/task.hpp"

#include "19_online_softmax/partial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

// Like the solution, except where marked.
namespace crash::beyond_the_last
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = first + block;  // <--
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores.data()[j]);  // <--
        if (next == -infinity) continue;
        if (l > 0.0) {  // <--
            const double keep = std::exp(m - next);
            l *= keep;
            o *= keep;
        }  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores.data()[j] - next);  // <--
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V.data()[j * V.shape(1) + c];  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace crash::beyond_the_last

}  // namespace attention
