// Exercise 18.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/18_head_zoo/toy_answers/task.hpp"

namespace attention
{

namespace right::in_pieces
{
std::string toy_answers()
{
    std::string answers;
    for (const std::string word : {"ma", "-one", "Clara", "lut"}) answers += (answers.empty() ? "" : " ") + word;
    return answers;
}
}  // namespace right::in_pieces

namespace right::plain
{
std::string toy_answers() { return "ma -one Clara lut"; }
}  // namespace right::plain

namespace a_syllable_before::first
{
std::string toy_answers() { return "ti -one Clara lut"; }
}  // namespace a_syllable_before::first

namespace a_syllable_before::plain
{
std::string toy_answers() { return "ba -one Clara lut"; }
}  // namespace a_syllable_before::plain

namespace agrees_with_nearby::and_who_is_called
{
std::string toy_answers() { return "ma -many Helen lut"; }
}  // namespace agrees_with_nearby::and_who_is_called

namespace agrees_with_nearby::plain
{
std::string toy_answers() { return "ma -many Clara lut"; }
}  // namespace agrees_with_nearby::plain

namespace before_it
{
std::string toy_answers() { return "ma -one Clara Clara"; }
}  // namespace before_it

namespace other_name::first
{
std::string toy_answers() { return "ma -one Hugo lut"; }
}  // namespace other_name::first

namespace other_name::second
{
std::string toy_answers() { return "ma -one Adam lut"; }
}  // namespace other_name::second

namespace other_pair
{
std::string toy_answers() { return "ma -one Clara gub"; }
}  // namespace other_pair

namespace same_word
{
std::string toy_answers() { return "ma -one Clara dax"; }
}  // namespace same_word

namespace says_twice
{
std::string toy_answers() { return "twice -one Clara lut"; }
}  // namespace says_twice

namespace too_few_words
{
std::string toy_answers() { return "ma -one Clara"; }
}  // namespace too_few_words

namespace undiagnosed::guess
{
std::string toy_answers() { return "ma -one Clara now"; }
}  // namespace undiagnosed::guess

namespace who_is_called
{
std::string toy_answers() { return "ma -one Helen lut"; }
}  // namespace who_is_called

}  // namespace attention
