/// \file
/// The program behind ./learn, but for its main function. This header includes nothing: compiled with the rest of the
/// library, the program is on the screen a second sooner.
#pragma once

namespace learn
{

/// Show, list and run what was asked for; hand over to the program `coach` where answers are to be checked.
/// \param argc  of main
/// \param argv  of main
/// \return      the exit code
int run_learn(int argc, char** argv);

}  // namespace learn
