#include "tests/exercises/03_weighted_sum/average_so_far/task.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>

using namespace attention;
using check::not_a_number;

namespace
{

/// Row j computed anew from the values 0 to j, each divided by what `divisor` gives for it.
template <class Divisor>
Matrix by_definition(const Vector& weights, const Matrix& V, Divisor divisor, std::size_t ahead = 1)
{
    Matrix rows = xt::zeros<double>({V.shape(0), V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            for (std::size_t i = 0; i < j + ahead && i < V.shape(0); ++i) rows(j, c) += weights(i) * V(i, c);
            rows(j, c) /= divisor(j);
        }
    }
    return rows;
}

double sum_to(const Vector& weights, std::size_t end)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < end; ++i) sum += weights(i);
    return sum;
}

Matrix right(const Vector& weights, const Matrix& V)
{
    return by_definition(weights, V, [&](std::size_t j) { return sum_to(weights, j + 1); });
}

/// The last average and the new value, half and half.
Matrix halfway(const Vector&, const Matrix& V)
{
    Matrix rows = V;
    for (std::size_t j = 1; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) rows(j, c) = (rows(j - 1, c) + V(j, c)) / 2;
    }
    return rows;
}

Matrix last_row_everywhere(const Matrix& averages)
{
    Matrix rows = averages;
    for (std::size_t j = 0; j < rows.shape(0); ++j) set_row(rows, j, row_of(averages, rows.shape(0) - 1));
    return rows;
}

/// Value j alone, over the weight that has come so far.
Matrix own_value_alone(const Vector& weights, const Matrix& V)
{
    Matrix rows = V;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) rows(j, c) = weights(j) * V(j, c) / sum_to(weights, j + 1);
    }
    return rows;
}

/// What was divided is added to, as if it were still a sum.
Matrix divided_in_place(const Vector& weights, const Matrix& V)
{
    Matrix rows = V;
    for (std::size_t j = 1; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c)
            rows(j, c) = (rows(j - 1, c) + weights(j) * V(j, c)) / sum_to(weights, j + 1);
    }
    return rows;
}

/// Row j averages what comes from value j on.
Matrix to_come(const Vector& weights, const Matrix& V)
{
    Matrix rows = xt::zeros_like(V);
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            double sum = 0.0;
            double weight = 0.0;
            for (std::size_t i = j; i < V.shape(0); ++i) {
                sum += weights(i) * V(i, c);
                weight += weights(i);
            }
            rows(j, c) = sum / weight;
        }
    }
    return rows;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"weighted_sum"}); }

TEST_CASE("four values of two coordinates")
{
    const Vector weights = {2, 1, 0.5, 4};
    const Matrix V = {{1, 10}, {4, -2}, {-6, 3}, {2, 5}};
    const auto dividing = [&](auto divisor) { return by_definition(weights, V, divisor); };
    const Vector alike = xt::ones<double>({4});
    const Matrix before =
        by_definition(weights, V, [&](std::size_t j) { return j == 0 ? 1.0 : sum_to(weights, j); }, 0);
    check::ask(
        {.call = "average_so_far([2, 1, 0.5, 4], [[1, 10], [4, -2], [-6, 3], [2, 5]])",
         .answer = [&] { return average_so_far(weights, V); },
         .expected = right(weights, V),
         .mistakes = {
             {"never_divided", dividing([](std::size_t) { return 1.0; }),
              "These are sums. For an average, divide by the weight that has arrived so far."},
             {"divided_by_count", dividing([](std::size_t j) { return static_cast<double>(j + 1); }),
              "You divided by the number of values. A value with weight 2 counts twice: divide by the weights."},
             {"divided_by_all", dividing([&](std::size_t) { return sum_to(weights, 4); }),
              "You divided every row by the total weight. After the first value, only its own weight has arrived."},
             {"weights_left_out", right(alike, V), "Every value counted the same. You left out the weights."},
             {"last_row_only", last_row_everywhere(right(weights, V)),
              "Every row is the average of all values. Row j may only use the values 0 to j."},
             {"one_behind", before,
              "Each row leaves out its own value. Row j is the average of the values 0 to j, value j included."},
             {"own_weight_late", dividing([&](std::size_t j) { return j == 0 ? 2.0 : sum_to(weights, j); }),
              "You divided by the weight before this value. Add the weight of this value first."},
             {"last_weight_only", dividing([&](std::size_t j) { return weights(j); }),
              "You divided by the newest weight alone. The sum contains all values so far: divide by the sum of their "
              "weights."},
             {"numerator_unweighted", by_definition(alike, V, [&](std::size_t j) { return sum_to(weights, j + 1); }),
              "You divided by the weights, but added up the values without them. Multiply each value by its weight."},
             {"own_value_alone", own_value_alone(weights, V),
              "Row j is value j alone, divided by the weights so far. You carried nothing over from the rows before."},
             {"divided_in_place", divided_in_place(weights, V),
              "You carry over an average that is already divided. Carry over the sum, and divide only what you write "
              "down."},
             {"still_to_come", to_come(weights, V),
              "Row j averages the values from j on. It should average the values up to j."},
             {"halfway", halfway(weights, V),
              "You averaged the last average with the new value, as if they weighed the same. But the last average "
              "has the weight of everything before it."}}});
}

TEST_CASE("weights of 0")
{
    const Vector weights = {0, 0, 3, 0, 1};
    const Matrix V = {{7}, {8}, {2}, {9}, {6}};
    check::ask({.call = "average_so_far([0, 0, 3, 0, 1], [[7], [8], [2], [9], [6]])",
                .answer = [&] { return average_so_far(weights, V); },
                .expected = Matrix{{0}, {0}, {2}, {2}, {3}},
                .mistakes = {
                    {"zero_over_zero", Matrix{{not_a_number}, {not_a_number}, {2}, {2}, {3}},
                     "While all weights were 0 you divided 0 by 0, and got NaN."},
                    {"kept_nan", Matrix{{not_a_number}, {not_a_number}, {not_a_number}, {not_a_number}, {not_a_number}},
                     "0 / 0 is NaN, and once your running average is NaN, it stays NaN."},
                    {"row_skipped", Matrix{{0}, {0}, {2}, {0}, {3}},
                     "A value of weight 0 changes nothing. But there already is an average, so its row is not 0."}}});
}

TEST_CASE("weights far from 1, no values, values without coordinates")
{
    const Matrix V = {{1, 2, 3}, {4, 5, 6}};
    check::ask({.call = "average_so_far([1e-9, 3e-9], [[1, 2, 3], [4, 5, 6]])",
                .answer = [&] { return average_so_far({1e-9, 3e-9}, V); },
                .expected = Matrix{{1, 2, 3}, {3.25, 4.25, 5.25}},
                .mistakes = {{"small_is_zero", Matrix{{0, 0, 0}, {0, 0, 0}},
                              "Small weights count too. Compare with 0 itself."}}});
    const Matrix none = xt::zeros<double>({0, 3});
    const Vector no_weights = xt::zeros<double>({0});
    check::ask({.call = "average_so_far(no weights, no values of 3)",
                .answer = [&] { return average_so_far(no_weights, none); },
                .expected = none});
}
