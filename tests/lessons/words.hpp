/// \file
/// The words of the lessons: terms are defined before they are used, and some phrases are not used at all.
#pragma once

#include <string>
#include <vector>

namespace tests
{

/// A row of docs/glossary.md: `| **loss**, losses | what it means | [5](../chapters/05_.../README.md) |`.
struct Term {
    std::vector<std::string> forms;  ///< `loss`, `losses`: the first is the one in bold
    std::string meaning;             ///< in a sentence
    int chapter = 0;                 ///< whose lesson defines it
};

/// The terms of a glossary, in its order.
std::vector<Term> terms_of(const std::string& glossary);

/// What a reader reads of a lesson from top to bottom: no code, no targets of links, and nothing of its last line `Later:`.
std::string reading_of(const std::string& lesson);

/// Whether a text has a word or phrase as such, in capitals or not, rather than as a part of a longer word.
bool has_words(const std::string& text, const std::string& words);

/// Each phrase of a text that a native speaker would not use, with some words around it.
std::vector<std::string> odd_phrases(const std::string& text);

}  // namespace tests
