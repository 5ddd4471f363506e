/// \file
/// Answers put in the learner's place, and what the check says to them.
#pragma once

#include "tests/files.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tests
{

/// What a check program did with an answer.
struct Checked {
    int exit_code = 0;      ///< 137 where it did not end in time
    std::string printed;    ///< what a learner sees
    std::string complaint;  ///< what went to the standard error
    std::string state;      ///< as reported; empty where there is no report
    std::string diagnosis;  ///< empty where the report has none
};

/// Run the check of an exercise on one of its answers.
///
/// \param exercise  as `02_softmax.temperature`
/// \param answer    its folder below answers/ in the build folder, as `solutions`
/// \param limit     after so many seconds it is killed
Checked check(const std::string& exercise, const std::string& answer, double limit = 10.0);

/// What a version's name promises: `tie_to_one-last` is a `tie_to_one`.
std::string key_of(const std::string& version);

/// The names of the wrong and right versions of an exercise, sorted.
std::vector<std::string> versions_of(const std::string& exercise);

}  // namespace tests
