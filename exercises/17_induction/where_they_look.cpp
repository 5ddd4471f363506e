/// Exercise 17.1: Where the two heads look
///
/// The tokens are b, a, n, a, n, a, s, at places 0 to 6. A perfect previous-token head puts all its weight on the place
/// before. A perfect induction head sees its own place and those before it. It divides all its weight equally among the
/// places **after** earlier occurrences of its own token, and predicts the tokens that it finds there.
///
///     place  0  1  2  3  4  5  6
///     token  b  a  n  a  n  a  s
///
/// Six questions, for pencil and paper:
///
///     1. Which place does the previous-token head look at from place 5?
///     2. Which place does the induction head look at from place 3?
///     3. Which from place 4?
///     4. At how many of the seven places does the induction head find something?
///     5. How much weight does it put on place 4 from place 5?
///     6. How many of its predictions are right?
///
/// \return  the six answers in this order, shape (6)
#include "tests/exercises/17_induction/where_they_look/task.hpp"

namespace attention
{

Vector where_they_look()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
