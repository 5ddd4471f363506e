/// Exercise 18.1: Speak the toy language
///
/// A sentence of the language of this chapter begins
///
///     . ti near owls cat Hugo calls Adam fep gub oh ba calls Helen Clara dax lut now
///
/// and goes on with four questions. Which word comes where the dots are?
///
///     ma twice ...   jump ...   she ...   dax ...
///
/// The rules are in the lesson. "twice" wants the word before it once more. A stem like "jump" wants "-one" or "-many", to
/// agree with the subject, which is the noun that does not come right after "near". "she" wants the name that it means: the
/// woman who calls, not the one who is called. And a word without meaning that comes a second time wants what came after it
/// the first time.
///
/// \return  four words with blanks between them, as in "so -many Anna wug"
#include "tests/exercises/18_head_zoo/toy_answers/task.hpp"

namespace attention
{

std::string toy_answers()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
