/// \file
/// What a compiler or linker complained about, taken out of what it printed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace learn::triage
{

/// A place in a source; lines and columns begin at 1, and 0 says that one is not known.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
};

/// A remark that explains an error, such as `previous definition is here`.
struct Note {
    Place at;
    std::string message;
};

/// One error, its long names folded. Warnings are none.
struct CompileError {
    Place at;             ///< where the compiler found it
    Place in_learners;    ///< where the learner's file brings it about; line 0 where it does not
    std::string message;  ///< one line
    std::vector<Note> notes;
    bool tabs_are_eight = false;  ///< the column counts a tab as up to eight columns, as g++ does
};

/// The errors in the output of g++, clang++ or ld, in their order.
std::vector<CompileError> errors_in(std::string_view output, const std::filesystem::path& learner_file);

/// Do a path that was printed and a file that we know mean the same file? Folders above the last one do not count.
bool same_file(const std::string& printed, const std::filesystem::path& file);

}  // namespace learn::triage
