#include "tests/exercises/08_patterns/how_decided.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include <cmath>

namespace attention
{

Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(static_cast<double>(scores.shape(0)));
    }
    return decided;
}

}  // namespace attention
