#include "tests/exercises/23_writing/bits_a_character/task.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// True unless one of the six numbers, a to f, is this well-known wrong one.
check::Property is_not(char which, double wrong, const std::string& key, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        const auto place = static_cast<std::size_t>(which - 'a');
        return answer.cells.size() <= place ||
               !check::agree(wrong, answer.cells[place], 1.1e-3 / std::fmax(1.0, wrong));
    });
}

Vector rounded(Vector numbers)
{
    for (double& number : numbers) number = std::round(number * 1e3) / 1e3;
    return numbers;
}

/// True unless this letter is where it does not belong, or missing where it does.
check::Property letter(char which, bool is_fair, const std::string& key, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& word) {
        return (word.text.find(which) != std::string::npos) == is_fair;
    });
}

bool are_letters(const check::Value& word)
{
    const auto is_fine = [](char c) { return c >= 'A' && c <= 'G'; };
    return std::ranges::all_of(word.text, is_fine) && std::ranges::is_sorted(word.text, std::ranges::less_equal{});
}

}  // namespace

TEST_CASE("six numbers")
{
    const double ln2 = std::log(2.0);
    const Vector right = {1.2 / ln2, 1.125 / ln2, 3.0, 2100.0, std::exp(-1.75 * ln2), 18.2 / 9.6};
    check::ask(
        {.call = "bits_a_character()",
         .answer = [] { return rounded(bits_a_character()); },
         .expected = rounded(right),
         .properties =
             {is_not('a', 1.2, "nats_for_bits",
                     "a is in nats a character. A bit is ln 2 = 0.693 nats, so divide by that."),
              is_not('a', 1.2 * ln2, "times_ln2",
                     "In a you multiplied by ln 2. A bit is less than a nat, so there are more bits than nats."),
              is_not('a', 3.6 / ln2, "bits_a_token", "a is in bits a token. A token has three characters here."),
              is_not('a', 3.6 / ln2 * 3, "times_three",
                     "In a you multiplied by the characters of a token. A token's cost is shared by its characters."),
              is_not('b', 1.125, "nats_for_bits",
                     "b is in nats a character. A bit is ln 2 = 0.693 nats, so divide by that."),
              is_not('b', 4.5 / ln2, "bits_a_token",
                     "b is in bits a token. How many characters has a token of the second vocabulary?"),
              is_not(
                  'b', 4.5 / ln2 / 3, "other_vocabulary",
                  "In b you counted three characters a token, as in a. The second vocabulary makes 2,400 tokens of the text."),
              is_not('b', 1.2 / ln2, "a_for_b", "b is the same as a. The loss is larger, but so are the tokens."),
              is_not('c', 9.0, "bits_a_token", "c is in bits a token: log2 512. A token has three characters here."),
              is_not('c', std::log(512.0) / 3, "nats_for_bits", "c is in nats a character. Take log2, not ln."),
              is_not('c', std::log(512.0), "nats_a_token",
                     "c is in nats a token. Take log2, and three characters a token."),
              is_not('c', 512.0 / 3, "logarithm_forgotten",
                     "In c you counted tokens, not bits. How many bits does it take to name one of 512?"),
              is_not('c', 1.0 / 512, "probability_for_bits",
                     "c is how likely a token is. How many bits does that cost?"),
              is_not('d', 16800.0, "bits_for_bytes", "d is in bits. A byte has 8 of them."),
              is_not('d', 9600.0 / 1.75, "divided_for_multiplied",
                     "In d you divided by the bits a character. Each character takes that many."),
              is_not('d', 700.0, "tokens_for_characters",
                     "In d you counted tokens. The table's bits are for each character."),
              is_not('e', std::exp(-1.75), "e_for_two",
                     "In e you took e^-1.75. The 1.75 are bits, so it is a power of 2."),
              is_not('e', std::pow(2.0, 1.75), "perplexity",
                     "e is 2^1.75, among how many the table seemed to choose. How likely was each?"),
              is_not('e', 1.0 / 1.75, "one_in_bits",
                     "e is 1 / 1.75. A bit halves what is likely: two bits are a quarter."),
              is_not('f', 1.75, "plain_mean",
                     "f is the plain mean of 1.5 and 2. The second lesson is longer, so it counts more."),
              is_not('f', (1.5 * 7600 + 2.0 * 2000) / 9600, "lengths_swapped",
                     "In f you gave each lesson the other's length."),
              is_not('f', 3.5, "added", "In f you added the two. Bits can be added, bits a character cannot.")},
         .secret = true});
}

TEST_CASE("the fair ones")
{
    check::ask(
        {.call = "fair_comparisons()",
         .answer = [] { return fair_comparisons(); },
         .properties =
             {check::property("not_letters", "Return capital letters from A to G in their order, each once.",
                              are_letters),
              letter(
                  'A', false, "other_tokens",
                  "A is not fair: in your own a and b the larger loss belongs to the better model. A token of one is not a token of "
                  "the other."),
              letter('B', true, "same_tokens", "B is fair: both are asked for the same tokens of the same text."),
              letter('E', false, "seen_before", "E is not fair: who has counted the text has seen the answers."),
              letter(
                  'C', true, "tokens_or_characters",
                  "C is fair: bits a character are what the whole text costs, divided by the same 9,600, however it is cut."),
              letter(
                  'D', true, "looks_back_farther",
                  "D is fair: whoever makes good use of what came before deserves the smaller number, however far back that is."),
              letter('F', false, "another_text",
                     "F is not fair: without capitals it is another text, and one that is easier to foresee."),
              letter(
                  'G', false, "hard_ones_left_out",
                  "G is not fair: model A is not asked where there is little to go by. Both must be asked about all of the text, "
                  "or about the same part.")},
         .secret = true});
}
