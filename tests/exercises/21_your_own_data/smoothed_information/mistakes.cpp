// Exercise 21.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/21_your_own_data/smoothed_information/task.hpp"

#include <cmath>

namespace attention
{

namespace right::plain
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
                std::fmax(0.0, std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / smooth)));
        }
    }
    return information;
}
}  // namespace right::plain

namespace right::sums_of_logs
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
}  // namespace right::sums_of_logs

// Like right::plain, except where marked.
namespace both_smoothed
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
                std::fmax(0.0, std::log(counts(a, b) / total /                                                    // <--
                                        (std::pow(sums(a), 0.75) / smooth * std::pow(sums(b), 0.75) / smooth)));  // <--
        }
    }
    return information;
}
}  // namespace both_smoothed

// Like right::plain, except where marked.
namespace in_bits
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
            information(a, b) = std::fmax(                                                                     // <--
                0.0, std::log2(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / smooth)));  // <--
        }
    }
    return information;
}
}  // namespace in_bits

// Like right::plain, except where marked.
namespace minus_infinity
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
            // <-- without: if (counts(a, b) == 0.0) continue;
            information(a, b) =
                std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / smooth));  // <--
        }
    }
    return information;
}
}  // namespace minus_infinity

// Like right::plain, except where marked.
namespace no_logarithm
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
                double(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / smooth));  // <--
        }
    }
    return information;
}
}  // namespace no_logarithm

// Like right::plain, except where marked.
namespace not_clipped
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
                std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / smooth));  // <--
        }
    }
    return information;
}
}  // namespace not_clipped

// Like right::plain, except where marked.
namespace not_smoothed
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
                std::fmax(0.0, std::log(counts(a, b) / total / (sums(a) / total * sums(b) / total)));  // <--
        }
    }
    return information;
}
}  // namespace not_smoothed

// Like right::plain, except where marked.
namespace one_total_for_both
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
            information(a, b) = std::fmax(                                                                   // <--
                0.0, std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / total)));  // <--
        }
    }
    return information;
}
}  // namespace one_total_for_both

// Like right::plain, except where marked.
namespace word_smoothed
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
            information(a, b) = std::fmax(                                                                    // <--
                0.0, std::log(counts(a, b) / total / (std::pow(sums(a), 0.75) / smooth * sums(b) / total)));  // <--
        }
    }
    return information;
}
}  // namespace word_smoothed

namespace not_renormalised
{
Matrix smoothed_information(const Matrix& counts)
{
    const std::size_t size = counts.shape(0);
    Vector sums = xt::zeros<double>({size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) sums(a) += counts(a, b);
    }
    double total = 0.0;
    for (const double sum : sums) {
        total += sum;
    }
    Matrix information = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            if (counts(a, b) == 0.0) continue;
            information(a, b) =
                std::fmax(0.0, std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b) / total, 0.75))));
        }
    }
    return information;
}
}  // namespace not_renormalised

namespace base_10
{
Matrix smoothed_information(const Matrix& counts)
{
    const std::size_t size = counts.shape(0);
    Vector sums = xt::zeros<double>({size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) sums(a) += counts(a, b);
    }
    double total = 0.0;
    double smooth = 0.0;
    for (const double sum : sums) {
        total += sum;
        smooth += std::pow(sum, 0.75);
    }
    Matrix information = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            if (counts(a, b) == 0.0) continue;
            information(a, b) =
                std::fmax(0.0, std::log10(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / smooth)));
        }
    }
    return information;
}
}  // namespace base_10

namespace power_of_4_thirds
{
Matrix smoothed_information(const Matrix& counts)
{
    const std::size_t size = counts.shape(0);
    Vector sums = xt::zeros<double>({size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) sums(a) += counts(a, b);
    }
    double total = 0.0;
    double smooth = 0.0;
    for (const double sum : sums) {
        total += sum;
        smooth += std::pow(sum, 4.0 / 3.0);
    }
    Matrix information = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            if (counts(a, b) == 0.0) continue;
            information(a, b) = std::fmax(
                0.0, std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 4.0 / 3.0) / smooth)));
        }
    }
    return information;
}
}  // namespace power_of_4_thirds

namespace square_root
{
Matrix smoothed_information(const Matrix& counts)
{
    const std::size_t size = counts.shape(0);
    Vector sums = xt::zeros<double>({size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) sums(a) += counts(a, b);
    }
    double total = 0.0;
    double smooth = 0.0;
    for (const double sum : sums) {
        total += sum;
        smooth += std::pow(sum, 0.5);
    }
    Matrix information = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            if (counts(a, b) == 0.0) continue;
            information(a, b) =
                std::fmax(0.0, std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.5) / smooth)));
        }
    }
    return information;
}
}  // namespace square_root

}  // namespace attention
