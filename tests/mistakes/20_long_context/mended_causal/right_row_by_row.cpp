#include "tests/exercises/20_long_context/mended_causal.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const std::size_t none = block * 0;
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = none; i < Q.shape(0); ++i) {
        Vector scores = xt::zeros<double>({i + 1});
        for (std::size_t j = 0; j <= i; ++j)
            scores(j) = dot(row_of(Q, i), row_of(K, j)) / std::sqrt(static_cast<double>(Q.shape(1)));
        const Vector weights = softmax(scores);
        for (std::size_t j = 0; j <= i; ++j) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(j) * V(j, c);
        }
    }
    return output;
}

}  // namespace attention
