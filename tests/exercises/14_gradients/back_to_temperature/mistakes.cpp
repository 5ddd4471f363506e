// Exercise 14.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/14_gradients/back_to_temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

namespace right::by_trying
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const auto loss = [&](double temperature) {
        const Vector A = softmax(scores / temperature);
        double sum = 0.0;
        for (std::size_t j = 0; j < A.size(); ++j) sum += A(j) * dA(j);
        return sum;
    };
    // Four points: the error is of the fourth power of the step.
    const double h = 1e-3 * T;
    return (8.0 * (loss(T + h) - loss(T - h)) - (loss(T + 2 * h) - loss(T - 2 * h))) / (12.0 * h);
}
}  // namespace right::by_trying

namespace right::covariance
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    // -cov(dA, s) / T^2, by the weights.
    const Vector A = softmax(scores / T);
    double mean_d = 0.0;
    double mean_s = 0.0;
    double mean_ds = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) {
        mean_d += A(j) * dA(j);
        mean_s += A(j) * scores(j);
        mean_ds += A(j) * dA(j) * scores(j);
    }
    return -(mean_ds - mean_d * mean_s) / (T * T);
}
}  // namespace right::covariance

// Like the solution, except where marked.
namespace diagonal_only
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j)                               // <--
        dT -= A(j) * (1 - A(j)) * dA(j) * scores(j) / (T * T) + 0.0 * mean;  // <--
    return dT;
}
}  // namespace diagonal_only

// Like the solution, except where marked.
namespace divided_once
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / T;  // <--
    return dT;
}
}  // namespace divided_once

// Like the solution, except where marked.
namespace no_sum_in_softmax
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += 0.0;  // <--
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}
}  // namespace no_sum_in_softmax

// Like the solution, except where marked.
namespace not_divided
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j);  // <--
    return dT;
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace one_over_t
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT += A(j) * (dA(j) - mean) * scores(j);  // <--
    return dT;
}
}  // namespace one_over_t

// Like the solution, except where marked.
namespace scores_forgotten
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) / (T * T);  // <--
    return dT;
}
}  // namespace scores_forgotten

// Like the solution, except where marked.
namespace sign_lost
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT += A(j) * (dA(j) - mean) * scores(j) / (T * T);  // <--
    return dT;
}
}  // namespace sign_lost

// Like the solution, except where marked.
namespace weights_without_t
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(T < 1.0 ? scores : Vector(scores / T));  // <--
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}
}  // namespace weights_without_t

namespace plain_mean
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += 1.0 / static_cast<double>(A.size()) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}
}  // namespace plain_mean

namespace weights_without_t::everywhere
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}
}  // namespace weights_without_t::everywhere

namespace weights_at_one_over_t
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores * T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}
}  // namespace weights_at_one_over_t

namespace sign_and_power
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT += A(j) * (dA(j) - mean) * scores(j) / T;
    return dT;
}
}  // namespace sign_and_power

namespace t_cubed
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T * T);
    return dT;
}
}  // namespace t_cubed

namespace diagonal_only::with_lost_sign
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT += A(j) * (1.0 - A(j)) * dA(j) * scores(j) / (T * T);
    return dT;
}
}  // namespace diagonal_only::with_lost_sign

}  // namespace attention
