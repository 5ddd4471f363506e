/// Exercise 10.3: The width that the points choose
///
/// The chapter's table shows that the width of a Gaussian matters, and that the best one depends on how many points are
/// known. Whoever has only the points cannot look at the curve. But the points can be asked: hide one of them, guess its
/// height from the others by Gaussian attention, and compare. Do so for each in turn. The width with the smallest mean
/// squared error is a good choice.
///
///     errors_when_hidden([0, 1, 3], [0, 1, 3], [0.5, 1, 5])  gives [1.9951, 1.8625, 3.3399]
///     best_width([0, 1, 3], [0, 1, 3], [0.5, 1, 5])          gives 1
///
/// Here the place is the query, the places of the other points are keys, and their heights are values. Two points may lie at
/// the same place: then the one still helps to guess the other. A width may be so narrow that no other point is near; the
/// nearest one decides then, and nothing is NaN.
///
/// You may use whatever the chapter has.
///
/// \param x       places of the known points, shape (m), m at least 2
/// \param y       their heights, shape (m)
/// \param widths  to choose from, shape (k), k at least 1, each at least 1e-100, in any order
/// \return        for each width the mean over the m points of the squared error, shape (k); and the width where it is least
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
