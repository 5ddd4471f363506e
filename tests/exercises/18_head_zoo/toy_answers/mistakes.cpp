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
    for (const std::string word : {"ma", "-one", "Hugo", "lut"}) answers += (answers.empty() ? "" : " ") + word;
    return answers;
}
}  // namespace right::in_pieces

namespace right::plain
{
std::string toy_answers() { return "ma -one Hugo lut"; }
}  // namespace right::plain

namespace a_syllable_before::first
{
std::string toy_answers() { return "ti -one Hugo lut"; }
}  // namespace a_syllable_before::first

namespace a_syllable_before::plain
{
std::string toy_answers() { return "ba -one Hugo lut"; }
}  // namespace a_syllable_before::plain

namespace agrees_with_object::and_other_name
{
std::string toy_answers() { return "ma -many Helen lut"; }
}  // namespace agrees_with_object::and_other_name

namespace agrees_with_object::plain
{
std::string toy_answers() { return "ma -many Hugo lut"; }
}  // namespace agrees_with_object::plain

namespace before_it
{
std::string toy_answers() { return "ma -one Hugo Helen"; }
}  // namespace before_it

namespace other_name
{
std::string toy_answers() { return "ma -one Helen lut"; }
}  // namespace other_name

namespace other_pair
{
std::string toy_answers() { return "ma -one Hugo gub"; }
}  // namespace other_pair

namespace same_word
{
std::string toy_answers() { return "ma -one Hugo dax"; }
}  // namespace same_word

namespace says_twice
{
std::string toy_answers() { return "twice -one Hugo lut"; }
}  // namespace says_twice

namespace too_few_words
{
std::string toy_answers() { return "ma -one Hugo"; }
}  // namespace too_few_words

namespace undiagnosed::guess
{
std::string toy_answers() { return "ma -one Hugo now"; }
}  // namespace undiagnosed::guess

}  // namespace attention
