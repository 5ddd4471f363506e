#include "tests/exercises/20_long_context/in_blocks.hpp"

#include "19_online_softmax/partial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    Vector mean = xt::zeros<double>({V.shape(1)});
    double blocks = 0.0;
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double l = 0.0;
        Vector o = xt::zeros<double>({V.shape(1)});
        for (std::size_t j = first; j < end; ++j) {
            l += std::exp(scores(j));
            o += std::exp(scores(j)) * row_of(V, j);
        }
        mean += o / l;
        blocks += 1.0;
    }
    return mean / blocks;
}

}  // namespace attention
