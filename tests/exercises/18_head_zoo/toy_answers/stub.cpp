/// Exercise 18.1: Speak the toy language
///
/// A sentence of the language of this chapter begins
///
///     . ti owls.O Hugo fep gub oh ba cat.S Helen dax lut now
///
/// and goes on with four questions. Which word comes next, where the dots are?
///
///     ma twice ...   jump ...   he ...   dax ...
///
/// The rules are in the lesson: "twice" wants the word before it once more; a stem like "jump" wants "-one" or "-many", as
/// the subject is; "he" wants the name that it means; and a word without meaning that stands there a second time wants
/// what came behind it the first time.
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
