/// \file
/// Chapter 21: what is said about data that cannot be used.
#pragma once

#include <stdexcept>

namespace attention
{

/// Arrays that are not what they are called. The message is one sentence.
struct WrongData : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

}  // namespace attention
