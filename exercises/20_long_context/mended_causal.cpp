/// Exercise 20.3: Causal, and in blocks
///
/// Somebody has written causal attention for blocks of queries, and it is right for a block of 1. For larger blocks it is
/// not. There are three slips in it; mend them, and nothing else.
///
/// Query i sees the keys 0 to i (Q and K have as many rows). Scores are divided by the square root of d_k. A block of queries
/// goes over the keys together, and stops behind the last key that any of them sees.
///
/// \param Q      queries, shape (n, d_k)
/// \param K      keys, shape (n, d_k)
/// \param V      values, shape (n, d_v)
/// \param block  how many queries at a time, at least 1
/// \return       shape (n, d_v)
#include "tests/exercises/20_long_context/mended_causal/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    throw common::NotDoneYet();  // take this line out when you have mended the rest
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = first;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= r)) continue;
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}

}  // namespace attention
