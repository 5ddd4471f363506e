/// \file
/// What the two programs behind ./learn have in common: `learn`, which is small, and `coach`, which checks.
#pragma once

#include "common/learn/command_line.hpp"
#include "common/learn/commands/commands.hpp"

namespace learn
{

/// Read the command line, set the desk, and do what was asked for; say what went wrong where something did.
/// \param argc     of main
/// \param argv     of main
/// \param perform  does a command, and returns the exit code
/// \return         the exit code
int run_program(int argc, const char* const* argv, int (*perform)(Desk&, const Given&));

}  // namespace learn
