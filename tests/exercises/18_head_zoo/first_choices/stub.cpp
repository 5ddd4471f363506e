/// Exercise 18.3: First choices
///
/// Mass is a mean, and a mean can hide a lot: 0.5 may be half of the weight every time, or all of it half of the time.
/// Another score asks how often a head **decides** for the source. In what share of the questions does the source get more
/// weight than any other place?
///
///     weights at the word that asks [0.4, 0.3, 0.3], source at 0: yes, though it is less than half
///     [0.4, 0.4, 0.2], source at 0: no, another place gets the same
///
/// \param weights    of one head, a matrix for each sentence, shape (n, n), n may differ; row i belongs to the word at
///                   place i
/// \param questions  one for each sentence: `asks` and `source` are places in it
/// \return           between 0 and 1; 0 if there is no question
#include "tests/exercises/18_head_zoo/first_choices/task.hpp"

#include <cstddef>

namespace attention
{

double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
