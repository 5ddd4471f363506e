/// Exercise 13.2: Without putting them side by side
///
/// The heads' outputs are put side by side, and the result is multiplied by W_O. But look at what that product does: head h
/// only ever meets its own rows of W_O. So you can get the same without putting anything side by side:
///
///     output = head_1 W_O_1 + head_2 W_O_2 + ...
///
/// Here W_O_1 is the first rows of W_O, one for each column of head 1, W_O_2 the next rows, and so on. Write it that way. It
/// shows what a head is: something that adds to the output, independent of the other heads.
///
///     found {[[1, 2]], [[3]]},  W_O [[1, 0], [0, 1], [10, 10]]    gives [[1 + 30, 2 + 30]]
///
/// \param found  what each head found, at least one, shape (n, its own d_v)
/// \param W_O    shape (sum of all d_v, d_model)
/// \return       shape (n, d_model)
#include "tests/exercises/13_multi_head/without_concatenating/task.hpp"

#include "common/blas.hpp"

namespace attention
{

Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
