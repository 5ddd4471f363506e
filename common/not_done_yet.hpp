/// \file
/// What an exercise throws until it is done.
#pragma once

#include <stdexcept>

namespace common
{

/// The body of an exercise that nobody has begun.
struct NotDoneYet : std::logic_error {
    NotDoneYet() : std::logic_error("not done yet") {}
};

}  // namespace common
