// Exercise 13.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/13_multi_head/which_cut/task.hpp"

namespace attention
{

namespace right::lettered
{
std::string which_cut() { return std::string("C") + "B" + "D" + "E" + "A"; }
}  // namespace right::lettered

namespace right::plain
{
std::string which_cut() { return "CBDEA"; }
}  // namespace right::plain

namespace took_alternating
{
std::string which_cut() { return "ABDEC"; }
}  // namespace took_alternating

namespace took_exchanged
{
std::string which_cut() { return "CBAED"; }
}  // namespace took_exchanged

namespace took_reshaped
{
std::string which_cut() { return "CADEB"; }
}  // namespace took_reshaped

namespace transposed_and_reshaped
{
std::string which_cut() { return "CEDBA"; }
}  // namespace transposed_and_reshaped

namespace undiagnosed::guess
{
std::string which_cut() { return "EDCBA"; }
}  // namespace undiagnosed::guess

}  // namespace attention
