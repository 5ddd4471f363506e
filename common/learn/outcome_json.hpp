/// \file
/// Outcomes as JSON, as check programs write them and verdicts are kept.
#pragma once

#include "common/learn/outcome.hpp"

#include <optional>
#include <string>

namespace learn
{

/// An outcome as one JSON object.
std::string to_json(const Outcome& outcome);

/// And back, from what to_json or a check program wrote; nothing where it is damaged, or tells of a program that is still
/// running.
std::optional<Outcome> outcome_from_json(const std::string& json);

/// The call that a check program was at when it died.
std::string call_in_report(const std::string& report);

}  // namespace learn
