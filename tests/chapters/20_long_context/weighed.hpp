/// \file
/// How much memory something asks for while it runs.
#pragma once

#include <cstddef>
#include <functional>

namespace tests::long_context
{

/// The most that `work` has at a time through operator new, on all threads, beyond what was there before: in bytes.
std::size_t most_bytes(const std::function<void()>& work);

}  // namespace tests::long_context
