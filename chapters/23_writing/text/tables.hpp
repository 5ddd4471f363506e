/// \file
/// Chapter 23: a table that remembers a few characters, and how often each character followed them. The rival of the model.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attention
{

/// What happens to contexts that were seen rarely, or never: how much is left to shorter ones.
enum class Smoothing {
    witten_bell,  ///< as much as there are different characters that followed (Witten and Bell 1991)
    kneser_ney    ///< 0.75 of each count; and a shorter context counts what came before it (Kneser and Ney 1995)
};

/// Tables of the characters that follow each context, up to a longest one.
class CharacterTable
{
public:
    /// Count a text.
    ///
    /// \param text        what is learned from
    /// \param remembered  how many characters the longest context has
    /// \param smoothing   how contexts of several lengths work together
    CharacterTable(std::string_view text, std::size_t remembered, Smoothing smoothing)
        : remembered_(remembered), smoothing_(smoothing)
    {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (std::size_t length = std::min(at, remembered); seen(text, at, length) && length > 0;) --length;
        }
    }

    /// How likely a character comes next. Over all 256, this sums to 1.
    ///
    /// \param context  what came before; its end is looked at
    /// \param next     the character
    double probability(std::string_view context, char next) const
    {
        double share = 1.0 / 256.0;  // of a character that nobody has seen
        for (std::size_t length = 0; length <= std::min(context.size(), remembered_); ++length) {
            const auto row = rows_.find(std::string(context.substr(context.size() - length)));
            if (row == rows_.end()) break;
            share = blended(row->second, next, share);
        }
        return share;
    }

private:
    /// What followed a context.
    struct Row {
        double total = 0;              // of all counts
        std::map<char, double> times;  // each character
    };

    /// Count a character after a context. \return whether a shorter one counts it, too
    bool seen(std::string_view text, std::size_t at, std::size_t length)
    {
        Row& row = rows_[std::string(text.substr(at - length, length))];
        double& times = row.times[text[at]];
        ++times;
        ++row.total;
        return smoothing_ == Smoothing::witten_bell || times == 1;
    }

    /// The share of a character after a context, given its share after the shorter one.
    double blended(const Row& row, char next, double shorter) const
    {
        const auto found = row.times.find(next);
        const double times = found == row.times.end() ? 0.0 : found->second;
        const auto kinds = static_cast<double>(row.times.size());
        if (smoothing_ == Smoothing::witten_bell) return (times + kinds * shorter) / (row.total + kinds);
        constexpr double discount = 0.75;
        return (std::max(times - discount, 0.0) + discount * kinds * shorter) / row.total;
    }

    std::size_t remembered_;
    Smoothing smoothing_;
    std::unordered_map<std::string, Row> rows_;
};

/// How many bits a table needs for each character of a text: the mean of -log2 of the probability that it gave to what came.
inline double bits_a_character(const CharacterTable& table, std::string_view text)
{
    double bits = 0.0;
    for (std::size_t at = 0; at < text.size(); ++at) bits -= std::log2(table.probability(text.substr(0, at), text[at]));
    return bits / static_cast<double>(text.size());
}

}  // namespace attention
