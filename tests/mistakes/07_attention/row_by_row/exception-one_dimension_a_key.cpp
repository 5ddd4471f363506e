#include "tests/exercises/07_attention/row_by_row.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(1); ++j) weights(i, j) = dot(row_of(Q, i), column_of(K, j));
    }
    return {weights, weights};
}

}  // namespace attention
