/// \file
/// How a check program ended that gave no verdict, as one plain answer.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace learn
{

/// Why a program died.
struct Death {
    std::string kind;                 ///< a key such as `read_past_end`; `unrecognised` where nothing fits
    std::string sentence;             ///< what happened, and what to do; code to write has a line of its own
    std::string file;                 ///< as the project names it; empty where no line of it is known
    int line = 0;                     ///< in the learner's file; 0 where it is not known
    std::vector<std::string> source;  ///< that line; empty where it is not known
};

/// Find out from what a program left behind why it died.
///
/// \param stderr_text   what it printed to the standard error: a report of AddressSanitizer, the loader's or the C++
///                      library's last words
/// \param exit_code     as `run` gives it: 124 where it was ended after a time, 128 plus the number of a signal
/// \param learner_file  what the learner wrote
Death explain_death(const std::string& stderr_text, int exit_code, const std::filesystem::path& learner_file);

/// What is wrong with the system, where a program could not even begin: it is no fault of an answer, and its kind is
/// `environment`. To be asked only where the check had not yet asked anything.
/// \param stderr_text   what the program printed to the standard error
/// \param learner_file  what the learner wrote; where a line of it is to blame, nothing else is
std::optional<Death> trouble_outside(const std::string& stderr_text, const std::filesystem::path& learner_file);

/// The answer as a learner sees it: at most 10 lines of at most 80 columns.
std::string to_text(const Death& death);

}  // namespace learn
