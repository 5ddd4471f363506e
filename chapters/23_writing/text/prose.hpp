/// \file
/// Chapter 23: what a reader reads aloud of a lesson or of a program: sentences, without code, tables, formulas and links.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace attention
{

/// Stands where something was taken out; a sentence that has it is dropped.
inline constexpr char gap = '\x01';

/// A line without blanks at its ends.
inline std::string_view trimmed(std::string_view line)
{
    while (!line.empty() && (line.front() == ' ' || line.front() == '\r')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

/// Lines that become paragraphs: what belongs together is joined.
class Paragraphs
{
public:
    /// Go on with the paragraph.
    void add(std::string_view line)
    {
        if (line.empty()) return end();
        if (!open_.empty()) open_ += ' ';
        open_ += line;
    }

    /// The next line begins another one.
    void end()
    {
        if (!open_.empty()) all_.push_back(open_);
        open_.clear();
    }

    /// All of them.
    std::vector<std::string> all()
    {
        end();
        return all_;
    }

private:
    std::string open_;
    std::vector<std::string> all_;
};

/// What comes after the marker of a list, `- ` or `1. `; all of the line where there is none.
inline std::string_view after_marker(std::string_view line)
{
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ")) return line.substr(2);
    const std::size_t digits = line.find_first_not_of("0123456789");
    const bool numbered = digits != 0 && digits != std::string_view::npos && line.substr(digits, 2) == ". ";
    return numbered ? line.substr(digits + 2) : line;
}

/// Whether a line of Markdown is not for reading aloud: a heading, a row of a table, a picture, or where to go next.
inline bool is_furniture(std::string_view line)
{
    constexpr std::array starts = {"#", "|", "![", "<", "Previous:", "Next:", "Later:", "Sources:", "**Sources"};
    return std::ranges::any_of(starts, [&](const char* start) { return line.starts_with(start); });
}

/// A line without what an answer to choose begins with, such as `**b** `.
inline std::string_view without_option(std::string_view line)
{
    const bool option = line.size() > 6 && line.starts_with("**") && line.substr(3, 3) == "** ";
    return option ? line.substr(6) : line;
}

/// The paragraphs and the items of lists in a text in Markdown; no headings, tables, pictures or blocks of code.
inline std::vector<std::string> paragraphs_of_markdown(const std::string& text)
{
    Paragraphs paragraphs;
    std::istringstream lines(text);
    bool code = false;
    for (std::string whole; std::getline(lines, whole);) {
        const std::string_view line = trimmed(whole);
        const bool fence = line.starts_with("```");
        code = code != fence;
        const bool dropped = code || fence || is_furniture(line);
        if (dropped || after_marker(line) != line) paragraphs.end();
        if (!dropped) paragraphs.add(without_option(after_marker(line)));
    }
    return paragraphs.all();
}

/// A line without `Chapter 12: `.
inline std::string_view without_chapter(std::string_view line)
{
    const std::size_t end = line.find(": ");
    const bool chapter = line.starts_with("Chapter ") && end < 12;
    return chapter ? line.substr(end + 2) : line.starts_with("Exercise ") && end < 18 ? "" : line;
}

/// The paragraphs of comments that have a line of their own in a program in C++.
inline std::vector<std::string> paragraphs_of_comments(const std::string& source)
{
    Paragraphs paragraphs;
    std::istringstream lines(source);
    for (std::string whole; std::getline(lines, whole);) {
        std::string_view line = trimmed(whole);
        const bool comment = line.starts_with("//");
        line.remove_prefix(std::min(line.find_first_not_of('/'), line.size()));
        const bool example = line.starts_with("   ");
        line = without_chapter(trimmed(line));
        const bool command =
            line.starts_with('\\');  // of Doxygen: its name is dropped, and of a parameter the parameter's
        if (line.starts_with("\\param") || line.starts_with("\\throws"))
            line = trimmed(line.substr(std::min(line.find(' '), line.size())));
        if (command) line = trimmed(line.substr(std::min(line.find(' '), line.size())));
        if (!comment || example || command) paragraphs.end();
        if (comment && !example) paragraphs.add(line);
    }
    return paragraphs.all();
}

/// Whether code or a formula is a word that a sentence can keep.
inline bool is_word(std::string_view code)
{
    return std::ranges::all_of(code, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Take out what stands between two equal marks, if it is more than a word.
inline std::string without_marked(const std::string& text, char mark)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == mark ? text.find(mark, at + 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            result += text[at];
            continue;
        }
        const std::string inside = text.substr(at + 1, end - at - 1);
        result += is_word(inside) ? inside : std::string(1, gap);
        at = end;
    }
    return result;
}

/// Links as the words that they show.
inline std::string without_links(const std::string& text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t middle = text[at] == '[' ? text.find("](", at) : std::string_view::npos;
        const std::size_t end = middle != std::string_view::npos ? text.find(')', middle) : std::string_view::npos;
        if (end == std::string_view::npos) {
            result += text[at];
            continue;
        }
        result += text.substr(at + 1, middle - at - 1);
        at = end;
    }
    return result;
}

/// The sentences of a paragraph, each with the mark that ends it.
inline std::vector<std::string> sentences_of(const std::string& paragraph)
{
    std::vector<std::string> sentences(1);
    for (std::size_t at = 0; at < paragraph.size(); ++at) {
        const bool ends =
            paragraph[at] == ' ' && at > 0 && std::string_view(".?!").find(paragraph[at - 1]) != std::string_view::npos;
        if (ends)
            sentences.emplace_back();
        else
            sentences.back() += paragraph[at];
    }
    return sentences;
}

/// Letters in lower case, without marks of emphasis.
inline std::string in_lower_case(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        if (c == '*') continue;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// Whether this is a sentence of words: no other symbols than these, few digits and brackets, and long enough to say something.
inline bool says_something(std::string_view sentence)
{
    constexpr std::string_view usual = "abcdefghijklmnopqrstuvwxyz .,:;?!'\"-()0123456789";
    constexpr std::string_view rare = "()0123456789\"";
    if (sentence.find_first_not_of(usual) != std::string_view::npos || sentence.find("--") != std::string_view::npos)
        return false;
    const auto odd = std::ranges::count_if(sentence, [&](char c) { return rare.find(c) != std::string_view::npos; });
    const auto blanks = std::ranges::count(sentence, ' ');
    return blanks >= 3 && 20 * odd <= static_cast<std::ptrdiff_t>(sentence.size()) &&
           std::string_view(".?!:").find(sentence.back()) != std::string_view::npos;
}

/// A paragraph as plain words, in lower case: its sentences that say something and have not been `said` before.
inline std::string plain_words(const std::string& paragraph, std::set<std::string>& said)
{
    const std::string text = in_lower_case(without_links(without_marked(without_marked(paragraph, '$'), '`')));
    std::string result;
    for (const std::string& sentence : sentences_of(text)) {
        if (!says_something(sentence) || !said.insert(sentence).second) continue;
        if (!result.empty()) result += ' ';
        result += sentence;
    }
    return result;
}

}  // namespace attention
