#include "tests/exercises/23_writing/merge_pairs/task.hpp"

#include <map>
#include <utility>

namespace attention
{

namespace
{

using Pair = std::pair<std::string, std::string>;

std::vector<std::string> merged(const std::vector<std::string>& pieces, const Pair& pair)
{
    std::vector<std::string> result;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool here = i + 1 < pieces.size() && pieces[i] == pair.first && pieces[i + 1] == pair.second;
        result.push_back(here ? pieces[i] + pieces[i + 1] : pieces[i]);
        if (here) ++i;
    }
    return result;
}

}  // namespace

std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    // Merge the most frequent pair, and tokens get short for common text: fewer tokens to read, which is what the chapter's
    // model is after. Merge by this rule, and what sticks together becomes a token, q and u before t and h; without `least`,
    // a pair that is seen once would beat them all. Either way, a few hundred such merges are the whole tokenizer that
    // every language model reads and writes through.
    std::map<std::string, std::size_t> of_piece;
    std::map<Pair, std::size_t> of_pair;
    for (const PiecedWord& word : words) {
        for (const std::string& piece : word.pieces) of_piece[piece] += word.times;
        for (std::size_t i = 1; i < word.pieces.size(); ++i)
            of_pair[{word.pieces[i - 1], word.pieces[i]}] += word.times;
    }

    Pair best;
    double highest = 0.0;
    for (const PiecedWord& word : words) {
        for (std::size_t i = 1; i < word.pieces.size(); ++i) {
            const Pair pair = {word.pieces[i - 1], word.pieces[i]};
            const auto both = static_cast<double>(of_piece[pair.first]) * static_cast<double>(of_piece[pair.second]);
            const double score = static_cast<double>(of_pair[pair]) / both;
            if (of_pair[pair] < least || score <= highest) continue;
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}

}  // namespace attention
