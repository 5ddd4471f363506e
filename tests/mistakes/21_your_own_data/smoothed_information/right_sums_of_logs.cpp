#include "tests/exercises/21_your_own_data/smoothed_information.hpp"

#include <cmath>

namespace attention
{

Matrix smoothed_information(const Matrix& counts)
{
    Vector log_sums = xt::zeros<double>({counts.shape(0)});
    double total = 0.0;
    double smooth = 0.0;
    for (std::size_t a = 0; a < counts.shape(0); ++a) {
        double sum = 0.0;
        for (std::size_t b = 0; b < counts.shape(1); ++b) sum += counts(a, b);
        log_sums(a) = std::log(sum);
        total += sum;
        smooth += std::exp(0.75 * log_sums(a));
    }
    Matrix information = counts;
    for (std::size_t a = 0; a < counts.shape(0); ++a) {
        for (std::size_t b = 0; b < counts.shape(1); ++b) {
            const double log_ratio = std::log(counts(a, b)) - log_sums(a) - 0.75 * log_sums(b) + std::log(smooth);
            information(a, b) = log_ratio > 0.0 ? log_ratio : 0.0;
        }
    }
    return total > 0.0 ? information : counts;
}

}  // namespace attention
