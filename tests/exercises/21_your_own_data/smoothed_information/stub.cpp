/// Exercise 21.3: Rare company
///
/// The chapter's measure, ln p(a, b) / (p(a) p(b)), has a weakness: it favours rare words. Two words that are near each other
/// once, and near nothing else, beat every other pair. A small change helps (Levy, Goldberg, Dagan 2015): where company is
/// rare, pretend that it is a little more frequent:
///
///     p_smooth(b) = sum(b)^0.75 / sum over all words w of sum(w)^0.75,    where  sum(b) = sum of row b of the counts
///     information(a, b) = max(0, ln( p(a, b) / (p(a) p_smooth(b)) ))
///
/// p(a, b) and p(a) stay as they were: counts divided by the total of all counts, and sums of rows divided by that total.
/// Where two words are never near each other, the information is 0. It isn't symmetric any more: a is the word, b its
/// company.
///
/// \param counts  how often two words are near each other, shape (words, words), symmetric, no row all 0
/// \return        shape (words, words)
#include "tests/exercises/21_your_own_data/smoothed_information/task.hpp"

namespace attention
{

Matrix smoothed_information(const Matrix& counts)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
