/// \file
/// Chapter 23: a sentence while its pairs are merged, one after the other.
#pragma once

#include "23_writing/text/byte_pairs.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attention
{

/// The sentence that is shown: its two banks are found by merging.
inline constexpr std::string_view merged_sentence = "the river bank and the money bank";

/// What one merge did.
struct MergeShown {
    std::string left;                 ///< the pair that was seen most often: its first half
    std::string right;                ///< and its second
    std::size_t times = 0;            ///< how often it was seen before it was merged
    std::vector<std::string> tokens;  ///< the text after the merge, token by token
};

/// Learn from a text alone, and keep what it looks like after each merge.
///
/// \param text  a sentence or two
/// \return      first the text in single bytes, with no pair; then a merge each, until no pair is seen twice
inline std::vector<MergeShown> shown_merges(std::string_view text)
{
    const std::vector<TokenPair> all = learn_byte_pairs(text, 2 * bytes).merges();
    std::vector<MergeShown> shown;
    for (std::size_t count = 0; count <= all.size(); ++count) {
        const BytePairs pairs({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)});
        MergeShown now;
        if (count > 0) {
            now.left = pairs.text_of(all[count - 1].first);
            now.right = pairs.text_of(all[count - 1].second);
        }
        for (const int token : pairs.tokens_of(text)) {
            now.tokens.push_back(pairs.text_of(token));
            if (count > 0 && token == pairs.vocabulary() - 1) ++now.times;
        }
        shown.push_back(std::move(now));
    }
    return shown;
}

}  // namespace attention
