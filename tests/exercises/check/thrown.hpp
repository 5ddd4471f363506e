/// \file
/// Where an exception came from.
#pragma once

namespace check
{

/// The line of the learner's file in which the last exception was thrown, or from which a function was called that threw it;
/// 0 where that is not known.
int line_of_last_throw();

}  // namespace check
