#include "tests/exercises/07_attention/row_by_row.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < K.shape(0); ++j) {
            if (dot(row_of(Q, i), row_of(K, j)) > dot(row_of(Q, i), row_of(K, best))) best = j;
        }
        weights(i, best) = 1.0;
        set_row(output, i, row_of(V, best));
    }
    return {output, weights};
}

}  // namespace attention
