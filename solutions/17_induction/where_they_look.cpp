#include "tests/exercises/17_induction/where_they_look/task.hpp"

namespace attention
{

Vector where_they_look()
{
    // Behind the a of place 1 stands place 2; behind the n of place 2 stands place 3; behind the a's of places 1 and 3 stand
    // places 2 and 4. It says n, a, n at places 3, 4, 5, and the last is wrong: an s comes.
    return {4, 2, 3, 3, 0.5, 2};
}

}  // namespace attention
