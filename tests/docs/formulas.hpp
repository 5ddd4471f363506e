/// \file
/// The formulas of a Markdown page: as they are written, and as Markdown hands them on.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tests
{

/// A formula of a page, in one of three forms: `$a$`, `` $`a`$ ``, or a block fenced by "```math".
struct Formula {
    std::string tex;        ///< what is to be set
    std::size_t line = 0;   ///< the line on which it begins; 0 where that is not known
    bool is_plain = false;  ///< between dollars alone, so Markdown reads it like any other words
    std::string before;     ///< the character before it, on its line; nothing at the beginning
    std::string after;      ///< the character after it
};

/// All formulas of a page, in order, as they are written.
std::vector<Formula> formulas_of(const std::string& page);

/// The same as a CommonMark parser hands them on, which is what GitHub's mathematics gets to see.
std::vector<std::string> formulas_handed_on(const std::string& page);

/// Each formula of a page that GitHub would not show as it is written, with the line and the reason.
std::vector<std::string> changed_formulas(const std::string& page);

}  // namespace tests
