// Exercise 18.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/18_head_zoo/which_trade/task.hpp"

namespace attention
{

namespace right::joined
{
std::string which_trade() { return std::string("CPN") + "INSN"; }
}  // namespace right::joined

namespace right::plain
{
std::string which_trade() { return "CPNINSN"; }
}  // namespace right::plain

namespace all_lookalikes
{
std::string which_trade() { return "CPSIISC"; }
}  // namespace all_lookalikes

namespace names_for_the_name
{
std::string which_trade() { return "CPNINSC"; }
}  // namespace names_for_the_name

namespace nouns_and_names
{
std::string which_trade() { return "CPSINSC"; }
}  // namespace nouns_and_names

namespace nouns_for_subjects
{
std::string which_trade() { return "CPSINSN"; }
}  // namespace nouns_for_subjects

namespace exchanged
{
std::string which_trade() { return "CPNNISN"; }
}  // namespace exchanged

namespace previous_is_none
{
std::string which_trade() { return "CNNINSN"; }
}  // namespace previous_is_none

namespace same_word
{
std::string which_trade() { return "CPNIISN"; }
}  // namespace same_word

namespace undiagnosed::guess
{
std::string which_trade() { return "PSCINNN"; }
}  // namespace undiagnosed::guess

}  // namespace attention
