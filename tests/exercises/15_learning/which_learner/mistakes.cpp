// Exercise 15.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/15_learning/which_learner/task.hpp"

namespace attention
{

namespace right::lettered
{
std::string which_learner()
{
    std::string letters(5, 'A');
    letters[0] = 'E';
    letters[1] = 'C';
    letters[2] = 'B';
    letters[4] = 'D';
    return letters;
}
}  // namespace right::lettered

namespace right::plain
{
std::string which_learner() { return "ECBAD"; }
}  // namespace right::plain

namespace blind_taken_for_frozen
{
std::string which_learner() { return "EDBAC"; }
}  // namespace blind_taken_for_frozen

namespace frozen_exchanged
{
std::string which_learner() { return "DCBAE"; }
}  // namespace frozen_exchanged

namespace full_and_values_exchanged
{
std::string which_learner() { return "CEBAD"; }
}  // namespace full_and_values_exchanged

namespace none_and_full_exchanged
{
std::string which_learner() { return "EABCD"; }
}  // namespace none_and_full_exchanged

namespace none_and_root_exchanged
{
std::string which_learner() { return "ECABD"; }
}  // namespace none_and_root_exchanged

namespace undiagnosed::guess
{
std::string which_learner() { return "ABCDE"; }
}  // namespace undiagnosed::guess

}  // namespace attention
