/// \file
/// Checking exercises.
#pragma once

#include "common/learn/meant.hpp"
#include "common/learn/outcome.hpp"
#include "common/learn/places.hpp"

#include <vector>

namespace learn
{

/// Build what the learner wrote, and let its check say what is right and what is wrong.
///
/// A file that is as it was in the beginning is not started, without anything being built.
///
/// \throws BuildFailed  where the check itself does not build: a mistake of the tutorial, or something is missing
/// \throws Interrupted  where Ctrl-C comes first
Outcome check(const Exercise& exercise, const Places& places);

/// Several, built together.
std::vector<Outcome> check(const std::vector<Exercise>& exercises, const Places& places);

/// What is known without building anything: untouched, as at its last check, or changed since then.
Outcome known_outcome(const Exercise& exercise, const Places& places);

}  // namespace learn
