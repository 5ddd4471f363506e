#include "tests/exercises/21_your_own_data/smoothed_information.hpp"

#include <cmath>

namespace attention
{

Matrix smoothed_information(const Matrix& counts)
{
    const std::size_t size = counts.shape(0);
    Vector sums = xt::zeros<double>({size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) sums(a) += counts(a, b);
    }
    double total = 0.0;
    [[maybe_unused]] double smooth = 0.0;
    for (const double sum : sums) {
        total += sum;
        smooth += std::pow(sum, 0.75);
    }
    Matrix information = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            if (counts(a, b) == 0.0) continue;
            information(a, b) =
                std::fmax(0.0, std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / total)));
        }
    }
    return information;
}

}  // namespace attention
