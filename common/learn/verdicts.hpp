/// \file
/// The last verdict on each exercise, for lists that do not want to check everything again.
#pragma once

#include "common/learn/exercise.hpp"
#include "common/learn/outcome.hpp"

#include <optional>
#include <string>

namespace learn
{

/// Keep a verdict, with the answer that it is about. Where it cannot be kept, it is given again next time.
void keep_verdict(const Exercise& exercise, const Places& places, const std::string& answer, const Outcome& outcome);

/// The verdict on the answer as it is now; nothing where the answer or its check has changed since.
std::optional<Outcome> kept_verdict(const Exercise& exercise, const Places& places);

}  // namespace learn
