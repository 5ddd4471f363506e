/// Exercise 23.4: Bits a character
///
/// Take a pencil and a calculator. There is a text of 9,600 characters, and no model has learned from it. One vocabulary, of
/// 512 tokens, makes 3,200 tokens of it. Another, of 1,024, makes 2,400.
///
/// a) Model A has the first vocabulary. Its loss, the mean of -ln p over the tokens of the text, is 3.6 nats a token. How many
/// bits a character does it need?
///
/// b) Model B has the second vocabulary, and its loss is 4.5 nats a token. How many bits a character?
///
/// c) Model C has the first vocabulary and knows nothing: it thinks all 512 tokens equally likely. How many bits a character?
///
/// d) A table that remembers a few characters needs 1.75 bits a character. If the text were stored in just as many bits, how
/// many bytes would it take?
///
/// e) Suppose the table foresaw every character equally well. How likely did it consider each of them?
///
/// f) The text is made of two lessons. Another model needs 1.5 bits a character on the first, which has 2,000 characters, and
/// 2 on the second, which has the other 7,600. How many on the whole text?
///
/// The second function asks which comparisons are fair: in which of them does the smaller number mean that the text was
/// foreseen better?
///
///     A  the losses of models A and B, in nats a token
///     B  the losses of two models that both have the first vocabulary, in nats a token
///     C  model A and the table, in bits a character
///     D  the same, but model A looks back 64 tokens, and the table three characters
///     E  the same, but the table may count this very text before it is asked
///     F  the same, but model A reads the text without capital letters, as it has learned to
///     G  the same, but model A is asked only about tokens with at least 32 tokens before them, the table about everything
///
/// \return  in the first function the six numbers, as in `return {1, 2, 3, 4, 5, 6};`, to three decimals; in the second the
///          letters of what is fair, in order, as in "ACE"
#include "tests/exercises/23_writing/bits_a_character/task.hpp"

namespace attention
{

Vector bits_a_character()
{
    throw common::NotDoneYet();  // your code goes here
}

std::string fair_comparisons()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
