/// \file
/// Chapter 24: blocks that come twice, after a token that starts every sequence.
#pragma once

#include "17_induction/sequences.hpp"

#include "common/random.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

inline constexpr std::size_t doubled_letters = 24;  ///< tokens that blocks are made of
inline constexpr int start_token = 24;              ///< the first of every sequence, `<s>`
inline constexpr std::size_t doubled_length = 33;   ///< of a sequence, with `<s>`

/// What there is to know about the token that comes next.
enum class Next {
    known,    ///< within the second copy of a block: the first copy says it
    unknown,  ///< within the first copy: nobody can know
    unclear,  ///< after `<s>` and at the end of a copy: only if one knew how long the block is
};

/// The tokens of one sequence, and of each what there is to know about the next one.
struct Doubled {
    std::vector<int> tokens;  ///< the last has none after it
    std::vector<Next> next;   ///< as many
};

/// A sequence `<s>` A A B B C C ...: blocks of 4 to 8 letters, no letter in two of them, each block twice.
/// \param random  where the blocks come from
inline Doubled doubled_sequence(common::Random& random)
{
    std::vector<int> letters(doubled_letters);
    std::iota(letters.begin(), letters.end(), 0);
    random.shuffle(letters);
    Doubled made{{start_token}, {Next::unclear}};
    for (std::size_t first = 0; made.tokens.size() < doubled_length;) {
        const std::size_t block = 4 + random.below(5);
        for (std::size_t t = 0; t < 2 * block; ++t) {
            made.tokens.push_back(letters[first + t % block]);
            const bool ends = (t + 1) % block == 0;
            made.next.push_back(ends ? Next::unclear : t < block ? Next::unknown : Next::known);
        }
        first += block;
    }
    made.tokens.resize(doubled_length);
    made.next.resize(doubled_length);
    return made;
}

/// Several such sequences, and what is asked of a model that reads them.
/// \param asked   of which places, by what there is to know there; the tokens do not depend on it
/// \param from    the first place where anything is asked
/// \param count   how many sequences
/// \param random  where the blocks come from
inline Sequences doubled_sequences(const std::vector<Next>& asked, std::size_t from, std::size_t count,
                                   common::Random& random)
{
    Sequences sequences{doubled_length, {}, {}};
    for (std::size_t s = 0; s < count; ++s) {
        const Doubled made = doubled_sequence(random);
        sequences.tokens.insert(sequences.tokens.end(), made.tokens.begin(), made.tokens.end());
        for (std::size_t place = 0; place < doubled_length; ++place) {
            const bool is_asked =
                place >= from && place + 1 < doubled_length && std::ranges::count(asked, made.next[place]) > 0;
            sequences.targets.push_back(is_asked ? made.tokens[place + 1] : nothing_asked);
        }
    }
    return sequences;
}

}  // namespace attention
