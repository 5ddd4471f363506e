/// \file
/// Where a check program's verdict goes: to the screen, and to the file that CHECK_REPORT names.
#pragma once

#include "tests/exercises/check/verdict.hpp"

#include <string>

namespace check
{

/// The verdict of this program so far. There is one program an exercise, and so one verdict a program.
const Verdict& verdict();

/// Set the verdict, and write it to the file of CHECK_REPORT, if there is one: whatever happens next, it is known there.
void report(Verdict verdict);

/// Say the verdict as people read it, with CHECK_COLOUR=1 in colour: in the file of CHECK_REPORT, or on the screen where there
/// is none.
void conclude(const std::string& exercise);

}  // namespace check
