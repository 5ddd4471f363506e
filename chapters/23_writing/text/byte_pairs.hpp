/// \file
/// Chapter 23: tokens out of bytes. The pair of neighbours that is seen most often becomes a token, again and again.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attention
{

/// Two neighbouring tokens.
using TokenPair = std::pair<int, int>;

/// A word of a text as tokens, and how often the text has it.
struct CountedWord {
    std::vector<int> tokens;  ///< bytes at first
    std::size_t times = 1;    ///< it stands in the text
};

/// A pair, and how often a text has it.
struct CountedPair {
    TokenPair pair;         ///< of neighbours within a word
    std::size_t times = 0;  ///< it was seen
};

/// How many tokens there are before anything is merged: one for each byte.
inline constexpr int bytes = 256;

/// What a byte is part of: 0 a word, 1 a number, 2 blanks, 3 something else. Letters beyond ASCII are part of words.
inline int kind_of(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 128 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 0;
    if (c >= '0' && c <= '9') return 1;
    return c == ' ' ? 2 : 3;
}

/// Cut a text into words, each with the blank before it. Their concatenation is the text. No token crosses a cut.
inline std::vector<std::string_view> words_with_blanks(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= text.size(); ++at) {
        const bool goes_on = at < text.size() && kind_of(text[at]) == kind_of(text[at - 1]) && text[at] != ' ';
        const bool first_blank = at < text.size() && text[at - 1] == ' ' && text[at] != ' ';
        if (goes_on || first_blank) continue;
        words.push_back(text.substr(begin, at - begin));
        begin = at;
    }
    return words;
}

/// The bytes of a text as numbers from 0 to 255.
inline std::vector<int> bytes_of(std::string_view text)
{
    std::vector<int> result;
    for (const char c : text) result.push_back(static_cast<unsigned char>(c));
    return result;
}

/// Each different word of a text once, in the order in which they first appear.
inline std::vector<CountedWord> counted_words(std::string_view text)
{
    std::vector<CountedWord> counted;
    std::map<std::string_view, std::size_t> place;
    for (const std::string_view word : words_with_blanks(text)) {
        const auto [found, is_new] = place.try_emplace(word, counted.size());
        if (is_new)
            counted.push_back({bytes_of(word), 1});
        else
            ++counted[found->second].times;
    }
    return counted;
}

/// Counts pairs of neighbours: a table with a row for each left token and a column for each right one.
class PairCounter
{
public:
    /// \param vocabulary  all tokens are below it
    explicit PairCounter(int vocabulary) : size_(static_cast<std::size_t>(vocabulary)), times_(size_ * size_, 0) {}

    /// The pair of neighbours that is seen most often; of several, the one that comes first. Nothing where no word has two tokens.
    std::optional<CountedPair> most_frequent(const std::vector<CountedWord>& words)
    {
        for_each_pair(words, [](const TokenPair&, std::size_t times, std::size_t& count) { count += times; });
        CountedPair best;
        for_each_pair(words, [&](const TokenPair& pair, std::size_t, std::size_t& count) {
            if (count > best.times) best = {pair, count};
        });
        for_each_pair(words, [](const TokenPair&, std::size_t, std::size_t& count) { count = 0; });
        return best.times > 0 ? std::optional(best) : std::nullopt;
    }

private:
    template <typename What>
    void for_each_pair(const std::vector<CountedWord>& words, What what)
    {
        for (const CountedWord& word : words) {
            for (std::size_t i = 0; i + 1 < word.tokens.size(); ++i) {
                const auto row = static_cast<std::size_t>(word.tokens[i]);
                const auto column = static_cast<std::size_t>(word.tokens[i + 1]);
                what({word.tokens[i], word.tokens[i + 1]}, word.times, times_[row * size_ + column]);
            }
        }
    }

    std::size_t size_;
    std::vector<std::size_t> times_;
};

/// Put one token in the place of each such pair, from left to right.
inline void merge(std::vector<int>& tokens, const TokenPair& pair, int merged)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool here = i + 1 < tokens.size() && tokens[i] == pair.first && tokens[i + 1] == pair.second;
        tokens[kept++] = here ? merged : tokens[i];
        if (here) ++i;
    }
    tokens.resize(kept);
}

/// A vocabulary: the 256 bytes, and one token for each pair that was merged.
class BytePairs
{
public:
    /// \param merges  the pair that became token 256, the one that became 257, and so on
    explicit BytePairs(std::vector<TokenPair> merges = {}) : merges_(std::move(merges))
    {
        for (int byte = 0; byte < bytes; ++byte) texts_.emplace_back(1, static_cast<char>(byte));
        for (const auto& [left, right] : merges_) {
            rank_.emplace(TokenPair{left, right}, vocabulary());
            texts_.push_back(text_of(left) + text_of(right));
        }
    }

    /// How many tokens there are.
    int vocabulary() const { return static_cast<int>(texts_.size()); }

    /// The pairs that were merged, in order.
    const std::vector<TokenPair>& merges() const { return merges_; }

    /// The bytes of a token. \throws std::invalid_argument  where there is no such token
    const std::string& text_of(int token) const
    {
        if (token < 0 || token >= vocabulary())
            throw std::invalid_argument("text_of: there is no token " + std::to_string(token));
        return texts_[static_cast<std::size_t>(token)];
    }

    /// The text that these tokens stand for.
    std::string text_of(const std::vector<int>& tokens) const
    {
        std::string text;
        for (const int token : tokens) text += text_of(token);
        return text;
    }

    /// The tokens of a text, whatever its bytes: `text_of` gives it back.
    std::vector<int> tokens_of(std::string_view text) const
    {
        std::vector<int> tokens;
        std::map<std::string_view, std::vector<int>> known;
        for (const std::string_view word : words_with_blanks(text)) {
            const auto [found, is_new] = known.try_emplace(word);
            if (is_new) found->second = tokens_of_word(word);
            tokens.insert(tokens.end(), found->second.begin(), found->second.end());
        }
        return tokens;
    }

private:
    /// Merge in the order in which the merges were learned.
    std::vector<int> tokens_of_word(std::string_view word) const
    {
        std::vector<int> tokens = bytes_of(word);
        while (true) {
            auto first = rank_.end();
            for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
                const auto found = rank_.find({tokens[i], tokens[i + 1]});
                if (found != rank_.end() && (first == rank_.end() || found->second < first->second)) first = found;
            }
            if (first == rank_.end()) return tokens;
            merge(tokens, first->first, first->second);
        }
    }

    std::vector<TokenPair> merges_;
    std::map<TokenPair, int> rank_;  // which token a pair becomes
    std::vector<std::string> texts_;
};

/// Learn a vocabulary: merge the most frequent pair, as often as there is room. (Gage 1994; Sennrich, Haddow, Birch 2016)
///
/// \param text        what is counted
/// \param vocabulary  how many tokens there shall be, at least 256; fewer where no pair is left that is seen twice
inline BytePairs learn_byte_pairs(std::string_view text, int vocabulary)
{
    if (vocabulary < bytes)
        throw std::invalid_argument("learn_byte_pairs: a vocabulary has at least 256 tokens, the bytes");
    std::vector<CountedWord> words = counted_words(text);
    PairCounter counter(vocabulary);
    std::vector<TokenPair> merges;
    for (int token = bytes; token < vocabulary; ++token) {
        const std::optional<CountedPair> best = counter.most_frequent(words);
        if (!best || best->times < 2) break;
        merges.push_back(best->pair);
        for (CountedWord& word : words) merge(word.tokens, best->pair, token);
    }
    return BytePairs(merges);
}

}  // namespace attention
