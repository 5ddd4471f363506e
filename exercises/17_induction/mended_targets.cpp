/// Exercise 17.2: Questions with three slips
///
/// A sequence is a block of different tokens, and then the same block again and again until the sequence is full. The last
/// block may be cut off. A model that reads it has to say, at each place, which token comes next. Somebody has written
/// down what it is asked, with three slips. Mend them, and change nothing else.
///
/// Ask wherever the answer can be known, and nowhere else: from the first place whose token has been seen before, as
/// long as the sequence has a next token. Everywhere else the target is -1.
///
/// \param tokens  the token at each place, all at least 0
/// \param block   after how many tokens the sequence begins again, at least 1
/// \return        for each place the token that comes next, or -1
#include "tests/exercises/17_induction/mended_targets/task.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    throw common::NotDoneYet();  // take this line out, then mend the rest
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 >= block;
        if (is_known) targets[t] = tokens[(t + 2) % tokens.size()];
    }
    return targets;
}

}  // namespace attention
