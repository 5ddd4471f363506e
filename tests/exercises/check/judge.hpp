/// \file
/// Ask one question, and judge the answer.
#pragma once

#include "tests/exercises/check/question.hpp"
#include "tests/exercises/check/verdict.hpp"

namespace check
{

/// The verdict on one answer: `solved` where it is right, otherwise one diagnosis.
///
/// The answer may throw. common::NotDoneYet means that nobody has begun; any other exception is compared like a value, and
/// where neither the expected value nor a known mistake is that exception, the answer counts as crashed.
Verdict judge(const Question& question);

}  // namespace check
