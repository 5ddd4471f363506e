/// Exercise 18.1: Speak the toy language
///
/// A sentence of the language of this chapter begins
///
///     . ti near owls cat Hugo calls Adam fep gub oh ba calls Helen Clara dax lut now
///
/// and goes on with four questions. Which word comes next, where the dots are?
///
///     ma twice ...   jump ...   she ...   dax ...
///
/// The rules are in the lesson: "twice" wants the word before it once more; a stem like "jump" wants "-one" or "-many", as
/// the subject is, which does not stand right after "near"; "she" wants the name that it means, the one who calls and is
/// not called; and a word without meaning that stands there a second time wants what came after it the first time.
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
