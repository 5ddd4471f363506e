/// \file
/// Outcomes for programs: JSON, and the XML that graders and build servers read.
#pragma once

#include "common/learn/meant.hpp"
#include "common/learn/progress.hpp"
#include "common/learn/show.hpp"

#include <string>
#include <vector>

namespace learn
{

/// A check as JSON: what the test runners of Exercism report (version 3), every exercise a test, and in an array of exercises
/// what more is known of each. Its schema is in tests/learn/.
/// Source: https://exercism.org/docs/building/tooling/test-runners/interface
std::string report_as_json(const std::vector<Judged>& all);

/// A check in JUnit's form: a test suite for each chapter, a test case for each exercise.
std::string report_as_junit(const std::vector<Judged>& all);

/// A list as JSON.
std::string list_as_json(const std::vector<Chapter>& chapters, const Progress& progress,
                         const std::vector<Judged>& all);

}  // namespace learn
