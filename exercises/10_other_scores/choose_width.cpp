/// Exercise 10.3: Let the points choose the width
///
/// The chapter's table shows that the width of a Gaussian matters, and that the best one depends on how many points are
/// known. If you have only the points, you cannot compare with the curve. But you can ask the points: hide one of them,
/// guess its height from the others by Gaussian attention, and compare. Do so for each point in turn. The width with the
/// smallest mean squared error is a good choice.
///
///     errors_when_hidden([0, 1, 3], [0, 1, 3], [0.5, 1, 5])  gives [1.9951, 1.8625, 3.3399]
///     best_width([0, 1, 3], [0, 1, 3], [0.5, 1, 5])          gives 1
///
/// The place of the hidden point is the query, the places of the other points are keys, and their heights are values. Two
/// points may be at the same place: if one is hidden, the other still helps to guess it. A width may be so narrow that no
/// other point is near; then the nearest one decides, and nothing is NaN.
///
/// You may use whatever the chapter has, such as `guess` in `regression.hpp`.
///
/// \param x       places of the known points, shape (m), m at least 2
/// \param y       their heights, shape (m)
/// \param widths  to choose from, shape (k), k at least 1, each at least 1e-100, in any order
/// \return        for each width the mean over the m points of the squared error, shape (k); and the width with the
///                least, either of them if two tie
#include "tests/exercises/10_other_scores/choose_width/task.hpp"

#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/regression.hpp"

#include <cstddef>
#include <limits>

namespace attention
{

Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    throw common::NotDoneYet();  // your code goes here
}

double best_width(const Vector& x, const Vector& y, const Vector& widths)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
