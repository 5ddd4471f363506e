// Exercise 2.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/02_softmax/log_softmax_rows/task.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

namespace right::by_differences
{
Matrix log_softmax_rows(const Matrix& scores)
{
    // ln of the weight of j is minus the ln of the sum of exp(s_k - s_j); the largest difference is taken out of the sum.
    Matrix logs = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        for (std::size_t j = 0; j < scores.shape(1); ++j) {
            double largest = 0.0;
            for (std::size_t k = 0; k < scores.shape(1); ++k) largest = std::max(largest, scores(i, k) - scores(i, j));
            double sum = 0.0;
            for (std::size_t k = 0; k < scores.shape(1); ++k) sum += std::exp(scores(i, k) - scores(i, j) - largest);
            logs(i, j) = -(largest + std::log(sum));
        }
    }
    return logs;
}
}  // namespace right::by_differences

namespace right::whole_matrices
{
Matrix log_softmax_rows(const Matrix& scores)
{
    const Matrix row_max = xt::amax(scores, {1}, xt::keep_dims);
    const Matrix shifted = scores - row_max;
    const Matrix exps = xt::exp(shifted);
    const Matrix sums = xt::sum(exps, {1}, xt::keep_dims);
    const Matrix log_sums = xt::log(sums);
    return shifted - log_sums;
}
}  // namespace right::whole_matrices

// Like the solution, except where marked.
namespace added
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = 0.0;                                    // <--
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();  // <--
        set_row(logs, i, Vector(row + std::log(sum)));                 // <--
    }
    return logs;
}
}  // namespace added

// Like the solution, except where marked.
namespace base_2
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();               // <--
        set_row(logs, i, Vector((row - largest - std::log(sum)) / std::log(2.0)));  // <--
    }
    return logs;
}
}  // namespace base_2

namespace down_the_columns
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = scores;
    for (std::size_t j = 0; j < scores.shape(1); ++j) {
        const Vector column = column_of(scores, j);
        const double largest = xt::amax(column)();
        const double sum = xt::sum(xt::exp(Vector(column - largest)))();
        for (std::size_t i = 0; i < scores.shape(0); ++i) logs(i, j) = scores(i, j) - largest - std::log(sum);
    }
    return logs;
}
}  // namespace down_the_columns

// Like the solution, except where marked.
namespace logarithm_forgotten
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();    // <--
        set_row(logs, i, Vector(xt::exp(Vector(row - largest)) / sum));  // <--
    }
    return logs;
}
}  // namespace logarithm_forgotten

// Like the solution, except where marked.
namespace logarithm_of_a_weight
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();                     // <--
        set_row(logs, i, Vector(xt::log(Vector(xt::exp(Vector(row - largest)) / sum))));  // <--
    }
    return logs;
}
}  // namespace logarithm_of_a_weight

// Like the solution, except where marked.
namespace maximum_of_no_row::one_for_all
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        double largest = std::numeric_limits<double>::min();                // <--
        for (const double score : row) largest = std::max(largest, score);  // <--
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();       // <--
        set_row(logs, i, Vector(row - largest - std::log(sum)));            // <--
    }
    return logs;
}
}  // namespace maximum_of_no_row::one_for_all

// Like the solution, except where marked.
namespace maximum_of_no_row::plain
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        double largest = 0.0;                                               // <--
        for (const double score : row) largest = std::max(largest, score);  // <--
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();       // <--
        set_row(logs, i, Vector(row - largest - std::log(sum)));            // <--
    }
    return logs;
}
}  // namespace maximum_of_no_row::plain

// Like the solution, except where marked.
namespace no_maximum::plain
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = 0.0;                                    // <--
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();  // <--
        set_row(logs, i, Vector(row - largest - std::log(sum)));       // <--
    }
    return logs;
}
}  // namespace no_maximum::plain

// Like the solution, except where marked.
namespace no_maximum::quotient
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = 0.0;                                     // <--
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();   // <--
        set_row(logs, i, Vector(xt::log(Vector(xt::exp(row) / sum))));  // <--
    }
    return logs;
}
}  // namespace no_maximum::quotient

// Like the solution, except where marked.
namespace sum_without_logarithm
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = 0.0;                                    // <--
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();  // <--
        set_row(logs, i, Vector(row - sum));                           // <--
    }
    return logs;
}
}  // namespace sum_without_logarithm

namespace sums_along_columns
{
Matrix log_softmax_rows(const Matrix& scores)
{
    const Matrix exps = xt::exp(scores);
    const Vector log_sums = xt::log(xt::sum(exps, {1}));
    return scores - log_sums;
}
}  // namespace sums_along_columns

namespace whole_matrix
{
Matrix log_softmax_rows(const Matrix& scores)
{
    const double largest = xt::amax(scores)();
    const Matrix exps = xt::exp(scores - largest);
    const double sum = xt::sum(exps)();
    return scores - largest - std::log(sum);
}
}  // namespace whole_matrix

namespace maximum_not_subtracted::from_the_score
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();
        set_row(logs, i, Vector(row - std::log(sum)));
    }
    return logs;
}
}  // namespace maximum_not_subtracted::from_the_score

namespace maximum_not_subtracted::twice
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();
        set_row(logs, i, Vector(row - 2.0 * largest - std::log(sum)));
    }
    return logs;
}
}  // namespace maximum_not_subtracted::twice

namespace sum_of_scores
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(row)() + 0.0 * largest;
        set_row(logs, i, Vector(row - std::log(sum)));
    }
    return logs;
}
}  // namespace sum_of_scores

namespace divided_for_subtracted
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(row))() + 0.0 * largest;
        set_row(logs, i, Vector(row / std::log(sum)));
    }
    return logs;
}
}  // namespace divided_for_subtracted

namespace mean_for_sum
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::mean(xt::exp(Vector(row - largest)))();
        set_row(logs, i, Vector(row - largest - std::log(sum)));
    }
    return logs;
}
}  // namespace mean_for_sum

namespace base_10
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();
        set_row(logs, i, Vector((row - largest - std::log(sum)) / std::log(10.0)));
    }
    return logs;
}
}  // namespace base_10

namespace maximum_of_no_row::whole_matrix
{
Matrix log_softmax_rows(const Matrix& scores)
{
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    const double largest = scores.size() == 0 ? 0.0 : xt::amax(scores)();
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        const double sum = xt::sum(xt::exp(Vector(row - largest)))();
        set_row(logs, i, Vector(row - largest - std::log(sum)));
    }
    return logs;
}
}  // namespace maximum_of_no_row::whole_matrix

namespace sums_along_columns::maxima_too
{
Matrix log_softmax_rows(const Matrix& scores)
{
    const Vector row_max = xt::amax(scores, {1});
    const Matrix shifted = scores - row_max;
    const Matrix exps = xt::exp(shifted);
    const Vector log_sums = xt::log(xt::sum(exps, {1}));
    return shifted - log_sums;
}
}  // namespace sums_along_columns::maxima_too

}  // namespace attention
