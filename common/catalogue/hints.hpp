/// \file
/// The hints of an exercise, from a nudge to nearly there.
#pragma once

#include "common/catalogue/exercise.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace catalogue
{

/// One hint: a section of `exercises/02_softmax/hints/temperature.md`.
struct Hint {
    std::string title;  ///< its heading
    std::string text;   ///< its lines
};

/// All hints of an exercise, in order; none where the file is missing.
std::vector<Hint> hints_of(const std::filesystem::path& project, const Exercise& exercise);

}  // namespace catalogue
