/// \file
/// The words of a page, without the marks of Markdown and TeX: what somebody may look for.
#pragma once

#include <string>
#include <vector>

namespace site
{

/// A part of a page, from one heading to the next.
struct Section {
    std::string heading;  ///< as plain words; the title of the page for what comes before the first `##`
    std::string anchor;   ///< GitHub's name of the heading; empty for the first part
    std::string text;     ///< Markdown, without the heading
};

/// A page's parts, in order; headings inside of code are none.
std::vector<Section> sections_of(const std::string& markdown);

/// Markdown as plain words on one line: code blocks, pictures, displayed formulas and tags are gone, links are their
/// words, and formulas between words are written with the characters there are: `$\beta q \cdot k$` is `β q · k`.
std::string plain_words(const std::string& markdown);

/// The same for one formula.
std::string plain_formula(const std::string& tex);

/// What is printed in bold in a text, as plain words: the terms that it defines are among that.
std::vector<std::string> bold_in(const std::string& markdown);

}  // namespace site
