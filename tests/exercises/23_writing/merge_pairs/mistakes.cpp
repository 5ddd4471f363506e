// Exercise 23.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/23_writing/merge_pairs/task.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

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

namespace right::in_place
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    std::map<std::string, double> pieces;
    std::vector<std::pair<Pair, double>> pairs;  // in the order in which they come
    for (const PiecedWord& word : words) {
        for (std::size_t i = 0; i < word.pieces.size(); ++i) {
            pieces[word.pieces[i]] += static_cast<double>(word.times);
            if (i == 0) continue;
            const Pair pair = {word.pieces[i - 1], word.pieces[i]};
            const auto found = std::ranges::find(pairs, pair, &std::pair<Pair, double>::first);
            if (found == pairs.end())
                pairs.emplace_back(pair, word.times);
            else
                found->second += static_cast<double>(word.times);
        }
    }
    std::erase_if(pairs, [&](const auto& pair) { return pair.second < static_cast<double>(least); });
    if (pairs.empty()) return words;
    const auto score = [&](const std::pair<Pair, double>& pair) {
        return pair.second / pieces[pair.first.first] / pieces[pair.first.second];
    };
    const auto [left, right] = std::ranges::max_element(pairs, {}, score)->first;
    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) {
        for (std::size_t i = 0; i + 1 < word.pieces.size(); ++i) {
            if (word.pieces[i] != left || word.pieces[i + 1] != right) continue;
            word.pieces[i] += right;
            word.pieces.erase(word.pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
    return result;
}
}  // namespace right::in_place

// Like the solution, except where marked.
namespace divided_by_left
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            const double score = static_cast<double>(of_pair[pair]) / static_cast<double>(of_piece[pair.first]);  // <--
            if (of_pair[pair] < least || score <= highest) continue;
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace divided_by_left

// Like the solution, except where marked.
namespace divided_by_right
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            const double score =                                                                  // <--
                static_cast<double>(of_pair[pair]) / static_cast<double>(of_piece[pair.second]);  // <--
            if (of_pair[pair] < least || score <= highest) continue;
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace divided_by_right

// Like the solution, except where marked.
namespace divided_by_sum
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            const auto both =                                                                            // <--
                static_cast<double>(of_piece[pair.first]) + static_cast<double>(of_piece[pair.second]);  // <--
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
}  // namespace divided_by_sum

// Like the solution, except where marked.
namespace first_pair
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    std::map<std::string, std::size_t> of_piece;
    std::map<Pair, std::size_t> of_pair;
    for (const PiecedWord& word : words) {
        for (const std::string& piece : word.pieces) of_piece[piece] += word.times;
        for (std::size_t i = 1; i < word.pieces.size(); ++i)
            of_pair[{word.pieces[i - 1], word.pieces[i]}] += word.times;
    }

    Pair best;
    double highest = -1.0;  // <--
    for (const PiecedWord& word : words) {
        for (std::size_t i = 1; i < word.pieces.size(); ++i) {
            const Pair pair = {word.pieces[i - 1], word.pieces[i]};
            const std::size_t both = of_piece[pair.first] * of_piece[pair.second];  // <--
            const auto score = static_cast<double>(of_pair[pair] / both);           // <--
            if (of_pair[pair] < least || score <= highest) continue;
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace first_pair

// Like the solution, except where marked.
namespace rarest
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    std::map<std::string, std::size_t> of_piece;
    std::map<Pair, std::size_t> of_pair;
    for (const PiecedWord& word : words) {
        for (const std::string& piece : word.pieces) of_piece[piece] += word.times;
        for (std::size_t i = 1; i < word.pieces.size(); ++i)
            of_pair[{word.pieces[i - 1], word.pieces[i]}] += word.times;
    }

    Pair best;
    double lowest = 2.0;  // <--
    for (const PiecedWord& word : words) {
        for (std::size_t i = 1; i < word.pieces.size(); ++i) {
            const Pair pair = {word.pieces[i - 1], word.pieces[i]};
            const auto both = static_cast<double>(of_piece[pair.first]) * static_cast<double>(of_piece[pair.second]);
            const double score = static_cast<double>(of_pair[pair]) / both;
            if (of_pair[pair] < least || score >= lowest) continue;  // <--
            lowest = score;                                          // <--
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace rarest

// Like the solution, except where marked.
namespace from_the_right
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
    for (PiecedWord& word : result) {                                                                          // <--
        std::vector<std::string> pieces;                                                                       // <--
        for (std::size_t i = word.pieces.size(); i > 0; --i) {                                                 // <--
            const bool here = i > 1 && word.pieces[i - 2] == best.first && word.pieces[i - 1] == best.second;  // <--
            pieces.insert(pieces.begin(), here ? best.first + best.second : word.pieces[i - 1]);               // <--
            if (here) --i;                                                                                     // <--
        }  // <--
        word.pieces = pieces;  // <--
    }  // <--
    return result;
}
}  // namespace from_the_right

// Like the solution, except where marked.
namespace last_of_several
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            if (of_pair[pair] < least || score < highest) continue;  // <--
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace last_of_several

// Like the solution, except where marked.
namespace last_piece_lost
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
    for (PiecedWord& word : result) {                                                             // <--
        std::vector<std::string> pieces;                                                          // <--
        for (std::size_t i = 0; i + 1 < word.pieces.size(); ++i) {                                // <--
            const bool here = word.pieces[i] == best.first && word.pieces[i + 1] == best.second;  // <--
            pieces.push_back(here ? best.first + best.second : word.pieces[i]);                   // <--
            if (here) ++i;                                                                        // <--
        }  // <--
        word.pieces = pieces;  // <--
    }  // <--
    return result;
}
}  // namespace last_piece_lost

// Like the solution, except where marked.
namespace least_ignored
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            if (score <= highest || least == 0) continue;  // <--
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace least_ignored

// Like the solution, except where marked.
namespace more_than_least
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            if (of_pair[pair] <= least || score <= highest) continue;  // <--
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace more_than_least

// Like the solution, except where marked.
namespace most_often
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            const double score = static_cast<double>(of_pair[pair]);  // <--
            if (of_pair[pair] < least || score <= highest) continue;
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace most_often

// Like the solution, except where marked.
namespace nothing_merged
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
            const std::size_t both = of_piece[pair.first] * of_piece[pair.second];  // <--
            const auto score = static_cast<double>(of_pair[pair] / both);           // <--
            if (of_pair[pair] < least || score <= highest) continue;
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace nothing_merged

// Like the solution, except where marked.
namespace once_a_word
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
    for (PiecedWord& word : result) {                                                                        // <--
        bool merged_here = false;                                                                            // <--
        std::vector<std::string> pieces;                                                                     // <--
        for (std::size_t i = 0; i < word.pieces.size(); ++i) {                                               // <--
            const bool here = !merged_here && i + 1 < word.pieces.size() && word.pieces[i] == best.first &&  // <--
                              word.pieces[i + 1] == best.second;                                             // <--
            pieces.push_back(here ? best.first + best.second : word.pieces[i]);                              // <--
            if (here) ++i;                                                                                   // <--
            if (here) merged_here = true;                                                                    // <--
        }  // <--
        word.pieces = pieces;  // <--
    }  // <--
    return result;
}
}  // namespace once_a_word

// Like the solution, except where marked.
namespace one_word_only
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
    for (PiecedWord& word : result) {                   // <--
        const std::size_t before = word.pieces.size();  // <--
        word.pieces = merged(word.pieces, best);        // <--
        if (word.pieces.size() < before) break;         // <--
    }  // <--
    return result;
}
}  // namespace one_word_only

// Like the solution, except where marked.
namespace pair_kept_too
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
    for (PiecedWord& word : result) {                                                                             // <--
        std::vector<std::string> pieces;                                                                          // <--
        for (std::size_t i = 0; i < word.pieces.size(); ++i) {                                                    // <--
            const bool here =                                                                                     // <--
                i + 1 < word.pieces.size() && word.pieces[i] == best.first && word.pieces[i + 1] == best.second;  // <--
            pieces.push_back(here ? best.first + best.second : word.pieces[i]);                                   // <--
        }  // <--
        word.pieces = pieces;  // <--
    }  // <--
    return result;
}
}  // namespace pair_kept_too

// Like the solution, except where marked.
namespace pieces_used_twice
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
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
    for (PiecedWord& word : result) {                                                                             // <--
        std::vector<std::string> pieces;                                                                          // <--
        bool used = false;                                                                                        // <--
        for (std::size_t i = 0; i < word.pieces.size(); ++i) {                                                    // <--
            const bool here =                                                                                     // <--
                i + 1 < word.pieces.size() && word.pieces[i] == best.first && word.pieces[i + 1] == best.second;  // <--
            if (here) pieces.push_back(best.first + best.second);                                                 // <--
            if (!here && !used) pieces.push_back(word.pieces[i]);                                                 // <--
            used = here;                                                                                          // <--
        }  // <--
        word.pieces = pieces;  // <--
    }  // <--
    return result;
}
}  // namespace pieces_used_twice

// Like the solution, except where marked.
namespace spelled_alike
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    std::map<std::string, std::size_t> of_piece;
    std::map<std::string, std::size_t> of_pair;  // <--
    for (const PiecedWord& word : words) {
        for (const std::string& piece : word.pieces) of_piece[piece] += word.times;
        for (std::size_t i = 1; i < word.pieces.size(); ++i)
            of_pair[word.pieces[i - 1] + word.pieces[i]] += word.times;  // <--
    }

    Pair best;
    double highest = 0.0;
    for (const PiecedWord& word : words) {
        for (std::size_t i = 1; i < word.pieces.size(); ++i) {
            const Pair pair = {word.pieces[i - 1], word.pieces[i]};
            const auto both = static_cast<double>(of_piece[pair.first]) * static_cast<double>(of_piece[pair.second]);
            const double score = static_cast<double>(of_pair[pair.first + pair.second]) / both;  // <--
            if (of_pair[pair.first + pair.second] < least || score <= highest) continue;         // <--
            highest = score;
            best = pair;
        }
    }

    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) word.pieces = merged(word.pieces, best);
    return result;
}
}  // namespace spelled_alike

// Like the solution, except where marked.
namespace times_ignored
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    std::map<std::string, std::size_t> of_piece;
    std::map<Pair, std::size_t> of_pair;
    for (const PiecedWord& word : words) {
        for (const std::string& piece : word.pieces) of_piece[piece] += 1;                                        // <--
        for (std::size_t i = 1; i < word.pieces.size(); ++i) of_pair[{word.pieces[i - 1], word.pieces[i]}] += 1;  // <--
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
}  // namespace times_ignored

}  // namespace attention
