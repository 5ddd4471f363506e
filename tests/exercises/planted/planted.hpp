/// \file
/// Answers put in the learner's place, and what the check says to them.
#pragma once

#include "tests/exercises/planted/versions.hpp"

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
/// \param answers   the folder that the answer's library is in
/// \param version   which of the library's versions, where it has several
/// \param limit     after so many seconds it is killed
/// \param calls     `any` where the answer may call whatever it likes: versions that share a library
Checked check(const std::string& exercise, const std::filesystem::path& answers, const std::string& version = "",
              double limit = 10.0, const std::string& calls = "");

/// The folder of the answers of one kind: `stubs`, `solutions`, `mistakes`, `crashes`, `calls`.
std::filesystem::path answers(const std::string& kind);

/// The versions of an exercise in a file of its drawer: `mistakes.cpp`, `crashes.cpp`; none where there is no such file.
std::vector<Version> versions_of(const std::string& exercise, const std::string& file);

/// What a compiler says to an answer that does not compile, and how it ends; nothing is built.
///
/// \param exercise  as `02_softmax.temperature`
/// \param body      stands in place of `throw common::NotDoneYet();`
/// \return          exit code, and the messages in `complaint`
Checked compile_stub_with(const std::string& exercise, const std::string& body);

}  // namespace tests
