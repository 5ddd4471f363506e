#include "tests/exercises/18_head_zoo/toy_answers/task.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

using namespace attention;

namespace
{

std::vector<std::string> words_of(const check::Value& answer)
{
    std::istringstream text(answer.text);
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);
    return words;
}

/// A known wrong word at one of the four places.
check::Property not_this(const std::string& key, std::size_t place, const std::string& wrong,
                         const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        const std::vector<std::string> words = words_of(answer);
        return place >= words.size() || words[place] != wrong;
    });
}

}  // namespace

TEST_CASE("four questions")
{
    check::ask(
        {.call = "toy_answers()",
         .answer = [] { return toy_answers(); },
         .expected = "ma -one Clara lut",
         .properties =
             {check::property("too_few_words", "There are four questions, so four words with blanks between them.",
                              [](const check::Value& answer) { return words_of(answer).size() == 4; }),
              not_this("a_syllable_before", 0, "ba",
                       "\"twice\" asks for the word right before it, not for a syllable somewhere earlier."),
              not_this("a_syllable_before", 0, "ti",
                       "\"twice\" asks for the word right before it, not for a syllable somewhere earlier."),
              not_this("says_twice", 0, "twice", "\"twice\" does not want itself, it wants the word before it."),
              not_this(
                  "agrees_with_nearby", 1, "-many",
                  "The ending agrees with the subject. The owls are many, but they come right after \"near\", so they are "
                  "only nearby."),
              not_this(
                  "who_is_called", 2, "Helen",
                  "Helen comes right after \"calls\", so she is the one who is called. \"she\" means the one who calls."),
              not_this("other_name", 2, "Hugo", "\"she\" does not mean Hugo."),
              not_this("other_name", 2, "Adam", "\"she\" does not mean Adam."),
              not_this("other_pair", 3, "gub", "\"gub\" came after \"fep\". What came after \"dax\"?"),
              not_this("before_it", 3, "Clara",
                       "\"Clara\" came before \"dax\". What comes next is what came after it."),
              not_this("same_word", 3, "dax", "\"dax\" is the word that asks. What came after it the first time?")},
         .secret = true});
}
