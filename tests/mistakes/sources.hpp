/// \file
/// The texts that belong to an exercise, and the parts of them that must agree.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tests
{

/// One exercise, as its files have it.
struct Sources {
    std::string name;      ///< as `02_softmax/temperature`
    std::string stub;      ///< the untouched stub
    std::string learners;  ///< the file that learners edit
    std::string solution;
    std::string hints;
};

/// All exercises that have a check, in order. A file that is missing is empty here.
std::vector<Sources> all_sources();

/// The comment that opens a file: its lines that begin with `///`, up to the first that does not.
std::string doc_comment(const std::string& source);

/// The lines above each body that is not written yet, up to a blank line: the signatures that a solution must keep.
std::vector<std::string> signatures(const std::string& stub);

/// The bodies of a solution, one for each signature, without comments and with single spaces.
std::vector<std::string> bodies(const std::string& solution, const std::vector<std::string>& signatures);

/// A source without its comments, every run of blanks a single space.
std::string squeezed(const std::string& source);

}  // namespace tests
