/// \file
/// The texts that belong to an exercise, and the parts of them that must agree.
#pragma once

#include "tests/exercises/planted/versions.hpp"

#include <cstddef>
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
    std::string check;
    std::vector<Version> versions;  ///< of mistakes.cpp, crashes.cpp and calls.cpp
};

/// All exercises, in order. A file that is missing is empty here.
std::vector<Sources> all_sources();

/// The bodies of a solution, one for each signature, without comments and with single spaces.
std::vector<std::string> bodies(const std::string& solution, const std::vector<std::string>& signatures);

/// Lines without their comments and blanks, those that are left.
std::vector<std::string> code_of(const std::vector<std::string>& lines);

/// The lines of a source between the braces of `namespace attention`.
std::vector<std::string> inside_namespace(const std::string& source);

/// How many lines two texts have in common, in the same order (their longest common subsequence).
std::size_t lines_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// A source without its comments, every run of blanks a single space.
std::string squeezed(const std::string& source);

}  // namespace tests
