#include "tests/exercises/17_induction/where_they_look/task.hpp"

namespace attention
{

Vector where_they_look()
{
    // After the a of place 1 comes place 2; after the n of place 2 comes place 3; after the a's of places 1 and 3 come
    // places 2 and 4. At places 3, 4, 5 it predicts n, a, n, and the last is wrong: an s comes.
    return {4, 2, 3, 3, 0.5, 2};
}

}  // namespace attention
