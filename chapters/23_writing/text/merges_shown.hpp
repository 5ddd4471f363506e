/// \file
/// Chapter 23: a sentence while its pairs are merged, one after the other.
#pragma once

#include "23_writing/text/byte_pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attention
{

/// The sentence that is shown: its two banks are found by merging.
inline constexpr std::string_view merged_sentence = "the river bank and the money bank";

/// Two neighbouring tokens, as text.
struct PairShown {
    std::string left;       ///< the first
    std::string right;      ///< the second
    std::size_t times = 0;  ///< the text has them side by side
};

/// A text after some merges.
struct MergeShown {
    PairShown merged;                 ///< the latest of them; empty before the first
    std::vector<std::string> tokens;  ///< the text after the merge, token by token
    std::vector<int> numbers;         ///< of these tokens: a byte's own, or 256 and on in the order of the merges
    std::vector<PairShown> pairs;     ///< of neighbours in it, the most frequent first: the next one to be merged
};

/// The pairs of neighbours within words, the most frequent first; of equals, the one that comes first in the text.
inline std::vector<PairShown> pairs_in(const BytePairs& pairs, std::string_view text)
{
    std::vector<PairShown> shown;
    for (const std::string_view word : words_with_blanks(text)) {
        const std::vector<int> tokens = pairs.tokens_of(word);
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const std::string& left = pairs.text_of(tokens[i]);
            const std::string& right = pairs.text_of(tokens[i + 1]);
            const auto same = [&](const PairShown& pair) { return pair.left == left && pair.right == right; };
            const auto found = std::ranges::find_if(shown, same);
            if (found == shown.end())
                shown.push_back({left, right, 1});
            else
                ++found->times;
        }
    }
    std::ranges::stable_sort(shown, std::ranges::greater(), &PairShown::times);
    return shown;
}

/// Learn from a text alone, and keep what it looks like after each merge.
///
/// \param text  a sentence or two
/// \return      first the text in single bytes; then after each merge, until no pair is seen twice
inline std::vector<MergeShown> shown_merges(std::string_view text)
{
    const std::vector<TokenPair> all = learn_byte_pairs(text, 2 * bytes).merges();
    std::vector<MergeShown> shown;
    PairShown merged;
    for (std::size_t count = 0; count <= all.size(); ++count) {
        const BytePairs pairs({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)});
        MergeShown now{merged, {}, pairs.tokens_of(text), pairs_in(pairs, text)};
        for (const int token : now.numbers) now.tokens.push_back(pairs.text_of(token));
        if (!now.pairs.empty()) merged = now.pairs.front();
        shown.push_back(std::move(now));
    }
    return shown;
}

}  // namespace attention
