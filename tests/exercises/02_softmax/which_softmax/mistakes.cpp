// Exercise 2.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/02_softmax/which_softmax/task.hpp"

namespace attention
{

namespace right::letter_by_letter
{
std::string which_softmax() { return std::string("EB") + 'D' + "AC"; }
}  // namespace right::letter_by_letter

namespace right::plain
{
std::string which_softmax() { return "EBDAC"; }
}  // namespace right::plain

namespace five_letters::plain
{
std::string which_softmax() { return "EBDA"; }
}  // namespace five_letters::plain

namespace five_letters::small
{
std::string which_softmax() { return "ebdac"; }
}  // namespace five_letters::small

namespace ratios
{
std::string which_softmax() { return "ABDEC"; }
}  // namespace ratios

namespace sums_of_the_fifth
{
std::string which_softmax() { return "CBDAE"; }
}  // namespace sums_of_the_fifth

namespace sums_of_the_second
{
std::string which_softmax() { return "ECDAB"; }
}  // namespace sums_of_the_second

namespace sums_of_the_third
{
std::string which_softmax() { return "DBEAC"; }
}  // namespace sums_of_the_third

}  // namespace attention
