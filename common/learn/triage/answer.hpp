/// \file
/// How an answer to a learner looks: a place, a sentence, and the line of the source.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace learn::triage
{

/// The columns that an answer may have.
constexpr std::size_t screen = 80;

/// A file as the project names it, `exercises/02_softmax/temperature.cpp`; as it is where there is no project above it.
std::string name_in_project(const std::filesystem::path& file);

/// A line of a source, and a caret below one of its bytes, cut so that both fit on the screen.
///
/// \param byte  counted from 0; npos for no caret
std::vector<std::string> pointed_at(const std::string& line, std::size_t byte);

/// An answer: `file:line`, the sentence, the line of the source with its number.
std::string shown(const std::string& file, int line, const std::string& sentence,
                  const std::vector<std::string>& source);

}  // namespace learn::triage
