/// \file
/// All commands, as the command line and the help know them.
#pragma once

#include "common/learn/command_line.hpp"

#include <vector>

namespace learn
{

/// In the order in which the help lists them.
const std::vector<Command>& all_commands();

}  // namespace learn
