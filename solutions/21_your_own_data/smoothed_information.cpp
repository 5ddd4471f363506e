#include "tests/exercises/21_your_own_data/smoothed_information/task.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix smoothed_information(const Matrix& counts)
{
    // Only p(b) is smoothed. The power 0.75 lifts small sums relative to large ones, so rare company is less of a surprise.
    const std::size_t size = counts.shape(0);
    const Vector sums = xt::sum(counts, {1});   // (words)
    const Vector powers = xt::pow(sums, 0.75);  // (words)
    const double total = xt::sum(sums)();
    const double smooth_total = xt::sum(powers)();
    Matrix information = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            if (counts(a, b) == 0.0) continue;  // ln 0, and 0 is what max would give
            const double ratio = counts(a, b) / total / (sums(a) / total * powers(b) / smooth_total);
            information(a, b) = std::fmax(0.0, std::log(ratio));
        }
    }
    return information;
}

}  // namespace attention
