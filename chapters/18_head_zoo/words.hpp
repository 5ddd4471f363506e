/// \file
/// Chapter 18: the words of a toy language.
#pragma once

#include "common/require.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// Some of the dictionary's words, next to each other in it.
struct WordClass {
    int first = 0;          ///< the number of its first word
    std::size_t count = 0;  ///< how many there are

    int word(std::size_t i) const { return first + static_cast<int>(i); }  ///< word i of the class, from 0

    /// Whether a word is one of them.
    bool has(int word) const { return word >= first && word < first + static_cast<int>(count); }
};

/// All words. A word's number is its place in here.
///
/// No noun says what part it plays, and no name does. That depends on the word before it: the noun right after "near" is only
/// nearby, and the one right after "calls" is being called.
inline const std::vector<std::string> dictionary = {
    ".",                                                          // opens each sentence
    "dog",   "cat",   "owl",                                      // nouns, one
    "dogs",  "cats",  "owls",                                     // nouns, many
    "near",                                                       // the noun right after it is not the subject
    "sing",  "run",   "sleep", "jump",                            // stems of verbs
    "-one",  "-many",                                             // what a stem ends in
    "Adam",  "Carl",  "Hugo",  "Paul",                            // names that "he" may mean
    "Anna",  "Clara", "Helen", "Maria",                           // names that "she" may mean
    "calls",                                                      // the name right after it is not the caller
    "he",    "she",                                               // pronouns: the one of that kind who calls
    "wug",   "dax",   "fep",   "tov",   "zib",                    // words without meaning
    "mog",   "kef",   "lut",   "pim",   "gub",                    // more of them
    "ba",    "du",    "ki",    "lo",    "ma",  "nu", "so", "ti",  // syllables
    "twice",                                                      // asks for the syllable before it once more
    "oh",    "well",  "now",   "and"                              // fillers
};

/// The classes of words, as they lie in the dictionary.
struct Words {
    static constexpr int start = 0;                  ///< "."
    static constexpr WordClass noun_one = {1, 3};    ///< dog
    static constexpr WordClass noun_many = {4, 3};   ///< dogs
    static constexpr int near = 7;                   ///< near
    static constexpr WordClass stems = {8, 4};       ///< sing
    static constexpr int ending_one = 12;            ///< -one
    static constexpr int ending_many = 13;           ///< -many
    static constexpr WordClass his_names = {14, 4};  ///< Adam
    static constexpr WordClass her_names = {18, 4};  ///< Anna
    static constexpr int calls = 22;                 ///< calls
    static constexpr int he = 23;                    ///< he
    static constexpr int she = 24;                   ///< she
    static constexpr WordClass nonsense = {25, 10};  ///< wug
    static constexpr WordClass syllables = {35, 8};  ///< ba
    static constexpr int twice = 43;                 ///< twice
    static constexpr WordClass fillers = {44, 4};    ///< oh
};

/// The number of a word.
///
/// \throws std::invalid_argument  where the dictionary does not have it
inline int word_number(const std::string& word)
{
    const auto found = std::ranges::find(dictionary, word);
    common::require(found != dictionary.end(), "word_number: the dictionary does not have \"{}\"", word);
    return static_cast<int>(found - dictionary.begin());
}

/// Words as one reads them, with blanks between.
inline std::string text_of(const std::vector<int>& words)
{
    std::string text;
    for (const int word : words) text += (text.empty() ? "" : " ") + dictionary.at(static_cast<std::size_t>(word));
    return text;
}

}  // namespace attention
