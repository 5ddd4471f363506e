/// \file
/// How much memory a form takes.
#pragma once

#include <cstddef>
#include <string>

namespace bench
{

/// Attend once, causal, and see how far this program's peak of memory rises: Q, K, V and the output, and all that the form
/// needs. Must be the first thing that a process does, since memory that was had once stays in the count.
///
/// \param asked  such as `fast float 4096`
/// \return       MiB
double memory_of(const std::string& asked);

/// Print a table of it; each number is of a process of its own.
/// \param largest  no n above this
void print_memory(std::size_t largest);

}  // namespace bench
