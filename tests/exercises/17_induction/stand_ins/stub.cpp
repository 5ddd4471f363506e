/// Exercise 17.5: Who stands in for whom?
///
/// A head that is not missed may do nothing. Or another head does the same job and takes over. Only a measurement can tell.
///
/// A model has learned the task of this chapter with two heads in each layer, four in all. You may ask, as often as you like,
/// what share of the answers it gets right without some of its heads:
///
///     accuracy({})      with all of them
///     accuracy({0, 3})  without heads 0 and 3
///
/// The **cost** of some heads is what is lost without them: the accuracy with all, minus the accuracy without those. Two heads
/// stand in for each other if losing both costs more than losing one plus losing the other. We call the difference their
/// surplus; it may be negative. Find the two heads with the largest surplus. If pairs tie, take the first of them in the
/// order (0, 1), (0, 2), ..., (1, 2), ...
///
/// The check trains a small model of its own first. Give it ten seconds or more.
///
/// \param heads     how many there are, numbered from 0; at least 2
/// \param accuracy  the share of right answers of a model without the heads you name (name none twice)
/// \return          the two heads, the smaller number first, and their surplus, shape (3)
#include "tests/exercises/17_induction/stand_ins/task.hpp"

#include <cstddef>

namespace attention
{

Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
