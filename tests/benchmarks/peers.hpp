/// \file
/// Other libraries, to be measured beside our forms. In float only.
#pragma once

#include "tests/benchmarks/cases.hpp"
#include "tests/benchmarks/pairs.hpp"

#include <string>

namespace bench
{

/// A library at work on a case. Nothing, an empty function, where it is not installed.
/// \param peer   `torch`, `torch as installed`, `numpy` or `onednn`
/// \param given  as many keys as queries, as many heads of K as of Q, no mask
Contestant peer_at(const std::string& peer, const Case& given);

}  // namespace bench
