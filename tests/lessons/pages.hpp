/// \file
/// What a lesson promises, held against what is there.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tests
{

/// A fenced block of a Markdown page.
struct Block {
    std::string language;  ///< `cpp`, `text`, `sh`, `math`
    std::string text;      ///< its lines, each with its end
    std::string link;      ///< the target of the last link in the line above it; empty where there is none
    std::size_t line = 0;  ///< the number of the line that opens it
};

/// The fenced blocks of a page, in order.
std::vector<Block> blocks_of(const std::string& page);

/// A page without its fenced blocks and without what stands in `code`. Formulas stay, in whichever way they
/// are written.
std::string prose_of(const std::string& page);

/// Each complaint about a page's blocks: code that is not in the file it names, output that is not in output.txt.
std::vector<std::string> drifted_blocks(const std::filesystem::path& page);

/// Each number with a decimal point or a thousands comma in a lesson's prose that no output of its chapter, and no code it
/// quotes, contains.
std::vector<std::string> unfounded_numbers(const std::filesystem::path& page, const std::string& output);

/// Each formula and each word in italics between quotes, "of $O(n)$": Doxygen takes what is quoted for text, and shows the
/// dollars and the stars.
std::vector<std::string> quoted_marks(const std::filesystem::path& page);

/// Each formula of a sheet, docs/formulas.md, that does not stand in the lesson it is listed under, letter for letter.
std::vector<std::string> strayed_formulas(const std::filesystem::path& sheet);

/// Each link of a page, to a file or to a heading, that leads nowhere.
std::vector<std::string> broken_links(const std::filesystem::path& page);

/// The name that GitHub gives to a heading as the target of a link.
std::string anchor_of(const std::string& heading);

}  // namespace tests
