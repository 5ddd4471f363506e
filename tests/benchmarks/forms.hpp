/// \file
/// The forms of attention that this tutorial has, to be measured.
#pragma once

#include "tests/benchmarks/cases.hpp"
#include "tests/benchmarks/pairs.hpp"

#include <string>

namespace bench
{

/// A form at work on a case.
/// \param form  `fast`, `clear` (blocks on BLAS), `plain` (all scores at once), or `products`: the two products of `plain`
///              alone, without softmax between them
Contestant form_at(const std::string& form, const Case& given);

/// Attend once: for the size of it.
void attend_once(const std::string& form, const Case& given);

/// How many threads BLAS and OpenMP may use where nobody says otherwise.
void use_threads(int threads);

}  // namespace bench
