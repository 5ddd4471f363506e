/// \file
/// What a compiler or a linker printed, as one plain answer for whoever wrote the code.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace learn
{

/// The mistake that a compiler stumbled over first.
struct CompileTrouble {
    std::string kind;                 ///< a key such as `missing_brace`; `unrecognised` where nothing fits
    std::string file;                 ///< as the project names it: `exercises/02_softmax/temperature.cpp`
    int line = 0;                     ///< 0 where no line of a file is to blame
    std::string sentence;             ///< what is wrong, and what to do; code to write has a line of its own
    std::vector<std::string> source;  ///< the line of the source, and a line with a caret below the place
    std::string compiler_says;        ///< the first error, its types folded
};

/// Find out what is wrong with a source that does not compile or link.
///
/// The first error that the learner's file brings about decides; where an error lies in a header of xtensor, that is the
/// place in the learner's file from which it was reached. Braces that do not match count before anything else, because
/// the compiler's words are then about something else.
///
/// \param compiler_output  what g++ or clang++ printed, with LC_ALL=C
/// \param learner_file     what the learner wrote; chapters are looked for in a folder above it
CompileTrouble explain_compile_error(const std::string& compiler_output, const std::filesystem::path& learner_file);

/// A source that is not saved as plain text: UTF-16, which Windows calls Unicode, or with bytes of 0 in it. A compiler's
/// words about one are about anything else.
std::optional<CompileTrouble> find_strange_encoding(const std::filesystem::path& learner_file);

/// The first line that includes what an exercise must do without: a solution, or a header of a later chapter. A compiler
/// sees nothing wrong with it.
std::optional<CompileTrouble> find_forbidden_include(const std::filesystem::path& learner_file);

/// The answer as a learner sees it: at most 15 lines of at most 80 columns.
std::string to_text(const CompileTrouble& trouble);

}  // namespace learn
