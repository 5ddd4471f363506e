/// \file
/// Chapter 23: a model goes on with a text.
#pragma once

#include "23_writing/reading.hpp"
#include "23_writing/sampling.hpp"
#include "23_writing/saved.hpp"

#include "common/random.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace attention
{

/// What an empty prompt stands for: the end of the paragraph before.
inline constexpr const char* beginning = "\n";

/// How the next token is chosen.
struct WritingStyle {
    double temperature = 0.8;  ///< below 1, likely tokens get likelier; 0: always the likeliest
    std::size_t top_k = 10;    ///< so many of the likeliest are chosen from; 0: all
    std::uint64_t seed = 1;    ///< of the random numbers that choose
};

/// Called with each token, as soon as it is written.
using TokenWatch = std::function<void(int token)>;

/// Read a prompt, then choose a token, read it, choose the next, and so on.
///
/// \param reading  a `CachedReading` or a `PlainReading` that has read nothing yet
/// \param prompt   at least one token
/// \param count    how many tokens are written
/// \param style    how they are chosen
/// \param watch    is told of each
/// \return         what was written, without the prompt
/// \throws std::invalid_argument  where the prompt is empty
template <typename Reading>
std::vector<int> gone_on(
    Reading reading, const std::vector<int>& prompt, std::size_t count, const WritingStyle& style,
    const TokenWatch& watch = [](int) {})
{
    common::require(!prompt.empty(), "gone_on: an empty prompt has no last token to go on from");
    common::Random random(style.seed);
    Vector logits;
    for (const int token : prompt) logits = reading.after(token);
    std::vector<int> written;
    while (written.size() < count) {
        const std::size_t token = sampled(logits, style.temperature, style.top_k, random.uniform());
        written.push_back(static_cast<int>(token));
        watch(written.back());
        if (written.size() < count) logits = reading.after(written.back());
    }
    return written;
}

/// Go on with a text, and say it in text. An empty prompt stands for the beginning of a paragraph.
///
/// \param writer  a model with its vocabulary
/// \param prompt  a text; in lower case, as all that the model has read
/// \param count   how many tokens are written
/// \param style   how they are chosen
inline std::string written_text(const SavedWriter& writer, const std::string& prompt, std::size_t count,
                                const WritingStyle& style)
{
    const std::vector<int> tokens = writer.pairs.tokens_of(prompt.empty() ? beginning : prompt);
    return writer.pairs.text_of(gone_on(CachedReading<float>(writer.model), tokens, count, style));
}

}  // namespace attention
