/// \file
/// Which functions an answer calls, as its compiled code tells.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace check
{

/// An exercise that asks for code is not solved by calling a function that is the code. End the check where the answer calls
/// one of these, and say so.
///
/// A call leaves the function's name in the answer's library: checks are built without optimisation. What the answer defines
/// itself under such a name is no call, and neither is what it only mentions. A function that calls a forbidden one counts as
/// well, whatever its own name.
///
/// Only the answer that a learner wrote is looked at: where CHECK_CALLS=any is in the environment, nothing is. Several planted
/// versions share a library, and what one calls says nothing about the others.
///
/// \param functions  names in namespace `attention`, without it, or in `common`, with it: `softmax`, `common::product`
void must_not_call(const std::vector<std::string>& functions);

/// The functions of the namespaces `attention` and `common` that a shared library refers to without defining them, or that were
/// compiled into it from a header. Each once, in alphabetical order, without parameters.
/// \throws std::runtime_error  where this is no ELF file that can be read
std::vector<std::string> functions_called_in(const std::filesystem::path& library);

}  // namespace check
