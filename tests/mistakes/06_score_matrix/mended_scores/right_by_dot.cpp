#include "tests/exercises/06_score_matrix/mended_scores.hpp"

#include "01_similarity/similarity.hpp"

namespace attention
{

Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        for (std::size_t i = 0; i < Q.shape(0); ++i) scores(i, j) = dot(row_of(Q, i), row_of(K, j));
    }
    return scores;
}

}  // namespace attention
