#include "tests/exercises/18_head_zoo/toy_answers.hpp"

namespace attention
{

std::string toy_answers()
{
    std::string answers;
    for (const std::string word : {"ma", "-one", "Hugo", "lut"}) answers += (answers.empty() ? "" : " ") + word;
    return answers;
}

}  // namespace attention
