#include "tests/exercises/18_head_zoo/toy_answers/task.hpp"

namespace attention
{

std::string toy_answers()
{
    // "ma" stands right before "twice"; the owls are only near the cat, which is one; Helen is called by Clara; "lut" came
    // after the first "dax".
    return "ma -one Clara lut";
}

}  // namespace attention
