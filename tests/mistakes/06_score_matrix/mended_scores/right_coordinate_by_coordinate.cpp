#include "tests/exercises/06_score_matrix/mended_scores.hpp"

namespace attention
{

Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        for (std::size_t i = 0; i < scores.shape(0); ++i) {
            for (std::size_t j = 0; j < scores.shape(1); ++j) scores(i, j) += Q(i, c) * K(j, c);
        }
    }
    return scores;
}

}  // namespace attention
