/// Exercise 23.3: Pairs that belong together
///
/// The chapter merges the pair of neighbours that is seen most often. That need not be a pair that belongs together: t and h
/// meet often because both are common. Write one merge by another rule, much like the one that made BERT's tokens: take the
/// pair that is seen most often given how common its pieces are, the one with the largest
///
///     times(a b) / (times(a) * times(b))
///
/// times(a) says how often piece a is in the text, times(a b) how often it is there with b right after it in the same word. A
/// word that the text has 4 times counts 4 times. Only pairs that are seen at least `least` times take part; of several with
/// the same score, take the one that comes first in `words`. Put one piece in the place of each such pair, in all words, from
/// left to right. If no pair takes part, nothing changes.
///
///     3 x "t o"   4 x "a t"   2 x "q u"   1 x "o a"
///
/// Here a t has the score 4 / (5 * 7), and q u has 2 / (2 * 2). With least = 1 or 2 the third word becomes "qu"; with
/// least = 3 it is the second that becomes "at".
///
/// \param words  different words of a text, in pieces
/// \param least  how often a pair must be seen at least to take part, at least 1
/// \return       the same words in the same order, in which one pair has been merged
#include "tests/exercises/23_writing/merge_pairs/task.hpp"

namespace attention
{

std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
