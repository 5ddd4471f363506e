#include "tests/exercises/18_head_zoo/toy_answers/task.hpp"

namespace attention
{

std::string toy_answers()
{
    // "ma" stands right before "twice"; the subject is cat.S, one; "he" means the only name of a man; "lut" came behind
    // the first "dax".
    return "ma -one Hugo lut";
}

}  // namespace attention
