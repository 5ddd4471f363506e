/// \file
/// The last verdict on each exercise, for lists that do not want to check everything again.
#pragma once

#include "common/learn/meant.hpp"
#include "common/learn/outcome.hpp"
#include "common/learn/places.hpp"

#include <optional>
#include <string>

namespace learn
{

/// Keep a verdict, with the answer that it is about. Where it cannot be kept, it is given again next time.
/// \param exercise  which one
/// \param places    the folders
/// \param answer    the file that was checked, as it was then
/// \param state     what it was found to be
/// \param json      the whole outcome, as to_json writes it
void keep_verdict(const Exercise& exercise, const Places& places, const std::string& answer, State state,
                  const std::string& json);

/// What an exercise is known to be without building anything: untouched, as at its last check, or changed since then.
State known_state(const Exercise& exercise, const Places& places);

/// The whole of the last verdict, as it was kept; nothing where the answer or its check has changed since.
std::optional<std::string> kept_verdict(const Exercise& exercise, const Places& places);

}  // namespace learn
