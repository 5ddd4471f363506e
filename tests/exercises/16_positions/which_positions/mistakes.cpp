// Exercise 16.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/16_positions/which_positions/task.hpp"

namespace attention
{

namespace right::lettered
{
std::string which_positions() { return std::string("E") + "D" + "B" + "A" + "C"; }
}  // namespace right::lettered

namespace right::plain
{
std::string which_positions() { return "EDBAC"; }
}  // namespace right::plain

namespace absolute_taken_for_shifted
{
std::string which_positions() { return "EBDAC"; }
}  // namespace absolute_taken_for_shifted

namespace none_and_absolute_exchanged
{
std::string which_positions() { return "EDABC"; }
}  // namespace none_and_absolute_exchanged

namespace rotary_exchanged
{
std::string which_positions() { return "ECBAD"; }
}  // namespace rotary_exchanged

namespace slope_taken_for_turn
{
std::string which_positions() { return "CDBAE"; }
}  // namespace slope_taken_for_turn

namespace undiagnosed::guess
{
std::string which_positions() { return "ABCDE"; }
}  // namespace undiagnosed::guess

}  // namespace attention
