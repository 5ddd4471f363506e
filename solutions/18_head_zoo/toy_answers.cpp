#include "tests/exercises/18_head_zoo/toy_answers/task.hpp"

namespace attention
{

std::string toy_answers()
{
    // "ma" comes right before "twice". The owls are only near the cat, which is one. Helen is called, so Clara is the one who
    // calls. "lut" came after the first "dax".
    return "ma -one Clara lut";
}

}  // namespace attention
