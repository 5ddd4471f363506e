#include "tests/exercises/24_cheaper/sink_softmax/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector sink_softmax(const Vector& scores, double sink)
{
    // The sink is one more key: it takes part in the maximum and in the sum, but its weight is not returned.
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;  // not even a sink
    double sum = std::exp(sink - largest);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    // What these weights leave of 1 goes to the sink, and says how little the head has found. A head that found nothing adds
    // nothing, and needs no first token to look at. Models with a window are trained with such a sum today.
    return weights / sum;
}

}  // namespace attention
