/// Exercise 3.1: Weights for a point
///
/// The three words of the chapter have the values
///
///     cat [1, 0],  sat [0, 1],  mat [1, 1]
///
/// and every output lies in the triangle between them. Go the other way: given an output, find the weights that made
/// it, three of them, not negative and with sum 1, in the order cat, sat, mat.
///
///     weights_for([1, 0.5])    gives [0.5, 0, 0.5]: half cat, half mat
///
/// A point outside the triangle is not an average of the values. For such a point, throw a `std::invalid_argument`. The
/// border belongs to the triangle. You need no tolerance: rounding makes no difference at the points of the check.
///
/// Two coordinates and one sum are three equations for three unknowns, so there is never more than one answer. With a
/// fourth word there would usually be many: an output does not tell you what the query listened to.
///
/// \param p  an output, shape (2)
/// \return   its weights, shape (3)
/// \throws std::invalid_argument  where p lies outside the triangle
#include "tests/exercises/03_weighted_sum/weights_for/task.hpp"

namespace attention
{

Vector weights_for(const Vector& p)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
