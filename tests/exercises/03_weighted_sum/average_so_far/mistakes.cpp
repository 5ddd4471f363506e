// Exercise 3.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/03_weighted_sum/average_so_far/task.hpp"

namespace attention
{

namespace right::by_definition
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        double seen = 0.0;
        for (std::size_t i = 0; i <= j; ++i) seen += weights(i);
        if (seen == 0.0) continue;
        for (std::size_t i = 0; i <= j; ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) += weights(i) / seen * V(i, c);
        }
    }
    return averages;
}
}  // namespace right::by_definition

// Like the solution, except where marked.
namespace right::moved
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector average = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        // The new value pulls the average towards itself, by its share of the weight.
        const double share = seen > 0 ? weights(j) / seen : 0.0;                                    // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) average(c) += share * (V(j, c) - average(c));  // <--
        set_row(averages, j, average);                                                              // <--
    }
    return averages;
}
}  // namespace right::moved

// Like the solution, except where marked.
namespace divided_by_all
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);  // <--
        for (std::size_t c = 0; c < V.shape(1); ++c)                                     // <--
            averages(j, c) = seen > 0 ? output(c) / xt::sum(weights)() : 0.0;            // <--
    }
    return averages;
}
}  // namespace divided_by_all

// Like the solution, except where marked.
namespace divided_by_count
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);  // <--
        for (std::size_t c = 0; c < V.shape(1); ++c)                                     // <--
            averages(j, c) = seen > 0 ? output(c) / static_cast<double>(j + 1) : 0.0;    // <--
    }
    return averages;
}
}  // namespace divided_by_count

namespace halfway
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = V;
    for (std::size_t j = 1; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = 0.5 * (averages(j - 1, c) + V(j, c));
    }
    return averages;
}
}  // namespace halfway

// Like right::moved, except where marked.
namespace kept_nan
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector average = xt::zeros<double>({V.shape(1)});
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) average(c) += weights(j) / seen * (V(j, c) - average(c));  // <--
        set_row(averages, j, average);
    }
    return averages;
}
}  // namespace kept_nan

// Like right::by_definition, except where marked.
namespace last_row_only
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    const double seen = xt::sum(weights)();  // <--
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t i = 0; i < V.shape(0); ++i) {                                                   // <--
            for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) += weights(i) * V(i, c) / seen;  // <--
        }
    }
    return averages;
}
}  // namespace last_row_only

// Like the solution, except where marked.
namespace last_weight_only
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);                         // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = seen > 0 ? output(c) / weights(j) : 0.0;  // <--
    }
    return averages;
}
}  // namespace last_weight_only

// Like the solution, except where marked.
namespace never_divided
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);            // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = seen > 0 ? output(c) : 0.0;  // <--
    }
    return averages;
}
}  // namespace never_divided

// Like the solution, except where marked.
namespace one_behind
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = seen > 0 ? output(c) / seen : 0.0;  // <--
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);  // <--
    }
    return averages;
}
}  // namespace one_behind

// Like the solution, except where marked.
namespace own_weight_late
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);                          // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = output(c) / (j == 0 ? weights(0) : seen);  // <--
        seen += weights(j);
        // <-- without: if (seen > 0) set_row(averages, j, Vector(sum / seen));
    }
    return averages;
}
}  // namespace own_weight_late

// Like the solution, except where marked.
namespace row_skipped
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);                         // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = weights(j) > 0 ? output(c) / seen : 0.0;  // <--
    }
    return averages;
}
}  // namespace row_skipped

// Like the solution, except where marked.
namespace small_is_zero
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);                      // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = seen > 1e-6 ? output(c) / seen : 0.0;  // <--
    }
    return averages;
}
}  // namespace small_is_zero

// Like the solution, except where marked.
namespace weights_left_out
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        seen += 1.0;                                                                                      // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += V(j, c);                                // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = seen > 0 ? output(c) / seen : 0.0;  // <--
    }
    return averages;
}
}  // namespace weights_left_out

// Like the solution, except where marked.
namespace zero_over_zero
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});  // <--
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        // <-- without: sum += weights(j) * row_of(V, j);
        seen += weights(j);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);  // <--
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = output(c) / seen;  // <--
    }
    return averages;
}
}  // namespace zero_over_zero

namespace numerator_unweighted
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix rows = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector sum = xt::zeros<double>({V.shape(1)});
    double weight = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        weight += weights(j);
        sum += row_of(V, j);
        if (weight > 0.0) set_row(rows, j, Vector(sum / weight));
    }
    return rows;
}
}  // namespace numerator_unweighted

namespace own_value_alone
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix rows = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector sum = xt::zeros<double>({V.shape(1)});
    double weight = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        weight += weights(j);
        sum = Vector(weights(j) * row_of(V, j));
        if (weight > 0.0) set_row(rows, j, Vector(sum / weight));
    }
    return rows;
}
}  // namespace own_value_alone

namespace divided_in_place
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix rows = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector sum = xt::zeros<double>({V.shape(1)});
    double weight = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        weight += weights(j);
        sum += weights(j) * row_of(V, j);
        if (weight > 0.0) set_row(rows, j, Vector(sum / weight));
        if (weight > 0.0) sum /= weight;
    }
    return rows;
}
}  // namespace divided_in_place

namespace still_to_come
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix rows = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector sum = xt::zeros<double>({V.shape(1)});
    double weight = 0.0;
    for (std::size_t j = V.shape(0); j-- > 0;) {
        weight += weights(j);
        sum += weights(j) * row_of(V, j);
        if (weight > 0.0) set_row(rows, j, Vector(sum / weight));
    }
    return rows;
}
}  // namespace still_to_come

}  // namespace attention
