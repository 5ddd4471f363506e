// Exercise 6.2 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/06_score_matrix/mended_scores/task.hpp"

namespace attention
{

// Like the solution, except where marked.
namespace crash::coordinates_as_many_as_keys
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < 100 * K.shape(0); ++c) scores(i, j) += Q(i, c) * K(j, c);  // <--
        }
    }
    return scores;
}
}  // namespace crash::coordinates_as_many_as_keys

}  // namespace attention
