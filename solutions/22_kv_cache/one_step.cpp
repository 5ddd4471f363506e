#include "tests/exercises/22_kv_cache/one_step/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);  // first, because a token sees itself
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);  // (heads, tokens): each head makes its own choice
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    // The loop over a group's heads is the innermost: six heads, and only three keys fetched for each token. Chapter 23 writes
    // with such a step, and every model that shares its keys saves the same way.
    return output;
}

}  // namespace attention
