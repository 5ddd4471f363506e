#include "tests/exercises/12_masks/which_mask/task.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cstddef>

namespace
{

/// True unless the answer has this letter for this output, counted from 1.
check::Property not_taken(const std::string& key, std::size_t output, char letter, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        return answer.text.size() < output || answer.text[output - 1] != letter;
    });
}

}  // namespace

TEST_CASE("six outputs, six letters")
{
    const char* const sums =
        "You call an output right whose first row does not sum to 1, or the other way around. Add it up.";
    const char* const zeros = "You call an output right in which query 1 gives a hidden key some weight.";
    check::ask(
        {.call = "which_mask()",
         .answer = attention::which_mask,
         .expected = "dgcafe",
         .properties =
             {check::property("not_six_letters", "Return a word of six small letters from a to h, one for each output.",
                              [](const check::Value& answer) {
                                  return answer.text.size() == 6 &&
                                         answer.text.find_first_not_of("abcdefgh") == std::string::npos;
                              }),
              not_taken("sums_not_looked_at", 1, 'a', sums), not_taken("sums_not_looked_at", 4, 'd', sums),
              not_taken("hidden_is_not_small", 3, 'a', zeros),
              not_taken(
                  "zero_for_minus_ten", 3, 'b',
                  "A score of 0 has the exponential 1, just like the key beside it. Both would have the same weight."),
              not_taken("alignment_for_own_place", 2, 'f',
                        "In one output query 1 sees only the first key. Hiding only its own place would leave it two."),
              not_taken("own_place_for_alignment", 5, 'g',
                        "A query at key 1 may see only that key. Count what query 1 sees."),
              not_taken("after_for_hidden", 6, 'h',
                        "One query sees nothing at all. A query that sees its own place always sees something."),
              not_taken(
                  "nothing_left_of_own_place", 6, 'f',
                  "In one output query 1 sees only the last key. Query 1 is at the third: is the last one before it?"),
              check::property("same_mask_twice",
                              "You used a letter twice. All six outputs differ, so no two programs did the same.",
                              [](const check::Value& answer) {
                                  return std::ranges::all_of(answer.text, [&](char letter) {
                                      return answer.text.find(letter) == answer.text.rfind(letter);
                                  });
                              })},
         .secret = true});
}
