/// \file
/// Chapter 21: the words of a text, in whatever language.
#pragma once

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include <cstddef>
#include <cwctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attention
{

/// What the system knows about letters, whatever language you have set. Where it knows nothing, every character beyond ASCII that
/// is not in a block of punctuation counts as a small letter.
class Letters
{
public:
    Letters()
    {
        for (const char* name : {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"}) {
            if (known_ == nullptr) known_ = newlocale(LC_CTYPE_MASK, name, nullptr);
        }
    }
    ~Letters()
    {
        if (known_ != nullptr) freelocale(known_);
    }
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;
    Letters(Letters&&) = delete;
    Letters& operator=(Letters&&) = delete;

    /// Whether a character belongs to a word: letters, and the accents that follow them.
    bool is_letter(char32_t c) const
    {
        if (c < 128) return (c | 32) >= 'a' && (c | 32) <= 'z';
        if (c >= 0x300 && c <= 0x36F) return true;
        if (known_ != nullptr) return iswalpha_l(static_cast<wint_t>(c), known_) != 0;
        return c >= 0xC0 && (c < 0x2000 || c > 0x2BFF) && (c < 0x3000 || c > 0x303F) && c != 0xFEFF;
    }

    /// The small form of a letter.
    char32_t small(char32_t c) const
    {
        if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
        return known_ != nullptr ? static_cast<char32_t>(towlower_l(static_cast<wint_t>(c), known_)) : c;
    }

private:
    locale_t known_ = nullptr;
};

/// Whether a character is a word by itself, as in Chinese and Japanese, where nothing separates words.
inline bool stands_alone(char32_t c)
{
    return (c >= 0x3040 && c < 0x30A0) || (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) ||
           (c >= 0x20000 && c < 0x40000);
}

/// Take the next character out of a text in UTF-8. A byte that begins no character is read as Latin-1.
inline char32_t next_character(std::string_view& text)
{
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t size = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    char32_t c = size == 1 ? first : first & (0xFFU >> (size + 1));
    std::size_t taken = 1;
    for (; taken < size && taken < text.size() && (text[taken] & 0xC0) == 0x80; ++taken)
        c = c << 6 | (static_cast<unsigned char>(text[taken]) & 0x3FU);
    const bool whole = taken == size && c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
    text.remove_prefix(whole ? size : 1);
    return whole ? c : first;
}

/// Add a character to a text in UTF-8.
inline void append(char32_t c, std::string& text)
{
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) return put(c);
    if (c >= 0x10000) put(0xF0 | c >> 18);
    if (c >= 0x10000) put(0x80 | (c >> 12 & 0x3F));
    if (c >= 0x800 && c < 0x10000) put(0xE0 | c >> 12);
    if (c >= 0x800) put(0x80 | (c >> 6 & 0x3F));
    if (c < 0x800) put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
}

/// The words of a text in order, in small letters. An apostrophe between letters belongs to its word, straight or curly;
/// anything else that is not a letter separates words. Each Chinese character is a word.
///
/// \param text  in UTF-8
inline std::vector<std::string> words_of(std::string_view text)
{
    static const Letters letters;
    std::vector<std::string> words;
    std::string word;
    bool apostrophe = false;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, ""));
        apostrophe = false;
    };
    while (!text.empty()) {
        const char32_t c = next_character(text);
        if (letters.is_letter(c)) {
            if (stands_alone(c)) finish();
            if (apostrophe) word += '\'';
            apostrophe = false;
            append(letters.small(c), word);
            if (stands_alone(c)) finish();
        } else if ((c == '\'' || c == 0x2019) && !word.empty() && !apostrophe) {
            apostrophe = true;
        } else if (c != 0xAD) {  // a soft hyphen only says where a word may be broken
            finish();
        }
    }
    finish();
    return words;
}

}  // namespace attention
