#include "tests/exercises/09_scaling/which_slip/task.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cstddef>

namespace
{

/// True where the answer is a word that does not have this letter for this output, counted from 1.
check::Property not_taken(const std::string& key, std::size_t output, char letter, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        return answer.text.size() < output || answer.text[output - 1] != letter;
    });
}

}  // namespace

TEST_CASE("six outputs, six letters")
{
    check::ask(
        {.call = "which_slips()",
         .answer = attention::which_slips,
         .expected = "ecgbda",
         .properties =
             {check::property("not_six_letters", "Return a word of six small letters from a to h, one for each output.",
                              [](const check::Value& answer) {
                                  return answer.text.size() == 6 &&
                                         answer.text.find_first_not_of("abcdefgh") == std::string::npos;
                              }),
              not_taken("sums_not_looked_at", 3, 'b',
                        "By their ratios, two outputs look the same: c = 1. Add up the weights of each."),
              not_taken("weights_divided_nowhere", 4, 'g',
                        "You say that weights were divided which still sum to 1. Add them up again."),
              not_taken("decimals_not_cut", 1, 'a',
                        "You take a factor of 0.5 for 1 over the root of 5. That is 0.447: work with three decimals."),
              not_taken(
                  "decimals_cut", 6, 'e',
                  "You take a factor of 0.447 for one half. A whole-number root of 5 is 2: work with three decimals."),
              not_taken(
                  "factor_for_divisor", 2, 'f',
                  "You took a small factor for a large one. Nearly even weights come from scores that were divided, "
                  "not multiplied."),
              not_taken(
                  "head_for_model", 5, 'h',
                  "One divisor is about 3.16. It is not the root of d_model / d_k: of which size is it the root?"),
              not_taken("gap_of_two_forgotten", 1, 'b',
                        "Your factors seem to be twice too large. The scores 1 and -1 are 2 apart."),
              check::property("same_slip_twice",
                              "You used a letter twice. All six outputs differ, so no two programs did the same thing.",
                              [](const check::Value& answer) {
                                  return std::ranges::all_of(answer.text, [&](char letter) {
                                      return answer.text.find(letter) == answer.text.rfind(letter);
                                  });
                              })},
         .secret = true});
}
