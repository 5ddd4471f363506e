/// \file
/// What the check of an exercise is written with: questions, and what well-known mistakes would answer.
///
///     TEST_CASE("an ordinary temperature")
///     {
///         const Vector scores = {2, 1, 0};
///         check::ask({.call = "softmax_at([2, 1, 0], 2)",
///                     .answer = [&] { return softmax_at(scores, 2.0); },
///                     .expected = softmax(scores / 2.0),
///                     .mistakes = {{"temperature_multiplied", softmax(scores * 2.0), "You multiplied by T."}}});
///     }
///
/// The first question that is answered wrongly gives the verdict; nothing is asked after it.
#pragma once

#include "tests/exercises/check/calls.hpp"
#include "tests/exercises/check/pitfall.hpp"
#include "tests/exercises/check/property.hpp"
#include "tests/exercises/check/question.hpp"
#include "tests/exercises/check/trial.hpp"
#include "tests/exercises/check/value.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cstdint>

namespace check
{

using tests::infinity;
using tests::not_a_number;

/// Ask a question, and end the check where the answer is wrong.
void ask(const Question& question);

/// The seed of a random probe: always the same, unless CHECK_SEED says otherwise.
std::uint64_t seed();

}  // namespace check
