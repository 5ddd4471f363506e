// Exercise 23.4 done right and wrong. Each namespace is named for the verdict that its version must get.
#include "tests/exercises/23_writing/bits_a_character/task.hpp"

#include <cmath>

namespace attention
{

namespace right::computed
{
Vector bits_a_character()
{
    const double a = 3.6 * 3200 / std::log(2.0);
    const double b = 4.5 * 2400 / std::log(2.0);
    return {a / 9600,        b / 9600,         std::log2(512) * 3200 / 9600,
            9600 * 1.75 / 8, std::exp2(-1.75), (3000 + 15200) / 9600.0};
}

std::string fair_comparisons() { return "BCD"; }
}  // namespace right::computed

namespace right::rounded
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace right::rounded

namespace a_for_b
{
Vector bits_a_character() { return {1.731, 1.731, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace a_for_b

namespace added
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 3.5}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace added

namespace bits_a_token::a
{
Vector bits_a_character() { return {5.194, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace bits_a_token::a

namespace bits_a_token::b
{
Vector bits_a_character() { return {1.731, 6.492, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace bits_a_token::b

namespace bits_a_token::c
{
Vector bits_a_character() { return {1.731, 1.623, 9, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace bits_a_token::c

namespace bits_for_bytes
{
Vector bits_a_character() { return {1.731, 1.623, 3, 16800, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace bits_for_bytes

namespace divided_for_multiplied
{
Vector bits_a_character() { return {1.731, 1.623, 3, 5485.714, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace divided_for_multiplied

namespace e_for_two
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.174, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace e_for_two

namespace lengths_swapped
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.604}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace lengths_swapped

namespace logarithm_forgotten
{
Vector bits_a_character() { return {1.731, 1.623, 170.667, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace logarithm_forgotten

namespace nats_a_token
{
Vector bits_a_character() { return {1.731, 1.623, 6.238, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace nats_a_token

namespace nats_for_bits::a
{
Vector bits_a_character() { return {1.2, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace nats_for_bits::a

namespace nats_for_bits::b
{
Vector bits_a_character() { return {1.731, 1.125, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace nats_for_bits::b

namespace nats_for_bits::c
{
Vector bits_a_character() { return {1.731, 1.623, 2.079, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace nats_for_bits::c

namespace one_in_bits
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.571, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace one_in_bits

namespace other_vocabulary
{
Vector bits_a_character() { return {1.731, 2.164, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace other_vocabulary

namespace perplexity
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 3.364, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace perplexity

namespace plain_mean
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.75}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace plain_mean

namespace probability_for_bits
{
Vector bits_a_character() { return {1.731, 1.623, 1 / 512.0, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace probability_for_bits

namespace times_ln2
{
Vector bits_a_character() { return {0.832, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace times_ln2

namespace times_three
{
Vector bits_a_character() { return {15.581, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace times_three

namespace tokens_for_characters
{
Vector bits_a_character() { return {1.731, 1.623, 3, 700, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace tokens_for_characters

namespace undiagnosed::slip
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2010, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCD"; }
}  // namespace undiagnosed::slip

namespace another_text
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCDF"; }
}  // namespace another_text

namespace hard_ones_left_out
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCDG"; }
}  // namespace hard_ones_left_out

namespace looks_back_farther
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BC"; }
}  // namespace looks_back_farther

namespace not_letters
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "DCB"; }
}  // namespace not_letters

namespace other_tokens
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "ABCD"; }
}  // namespace other_tokens

namespace same_tokens
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "CD"; }
}  // namespace same_tokens

namespace seen_before
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BCDE"; }
}  // namespace seen_before

namespace tokens_or_characters
{
Vector bits_a_character() { return {1.731, 1.623, 3, 2100, 0.297, 1.896}; }

std::string fair_comparisons() { return "BD"; }
}  // namespace tokens_or_characters

}  // namespace attention
