/// \file
/// Braces that do not match, found in the text of a source by how far its lines are moved in.
#pragma once

#include "common/learn/triage/code.hpp"

#include <optional>

namespace learn::triage
{

/// The line of a { that is never closed, if there are more { than }.
std::optional<int> unclosed_brace(const Code& code);

/// The line of a } that closes nothing, or what it should not, if there are more } than {.
std::optional<int> surplus_brace(const Code& code);

/// The line of a head such as `Vector f(const Vector& v)` or `for (...)` that lacks the { of its body, if there are more }
/// than {.
std::optional<int> head_without_brace(const Code& code);

/// Does a line stand outside of every function, in a namespace or in none?
bool is_outside_functions(const Code& code, int line);

}  // namespace learn::triage
