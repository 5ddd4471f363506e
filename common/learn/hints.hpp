/// \file
/// The hints of an exercise, from a nudge to nearly there.
#pragma once

#include "common/learn/exercise.hpp"

#include <string>
#include <vector>

namespace learn
{

/// One hint: a section of `exercises/02_softmax/hints/temperature.md`.
struct Hint {
    std::string title;  ///< its heading
    std::string text;   ///< its lines
};

/// All hints of an exercise, in order; none where the file is missing.
std::vector<Hint> read_hints(const Exercise& exercise, const Places& places);

}  // namespace learn
