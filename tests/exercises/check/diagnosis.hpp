/// \file
/// Why an answer is wrong, in one diagnosis.
#pragma once

#include "tests/exercises/check/question.hpp"

#include <string>

namespace check
{

/// What went wrong: a name for programs, a sentence for people.
struct Diagnosis {
    std::string key;  ///< empty where nothing is recognised
    std::string sentence;
};

/// The one diagnosis of a wrong value: the known mistake that gives it, else what its numbers give away (see recognise.hpp),
/// else the first broken property, else the plain difference.
Diagnosis diagnose(const Question& question, const Value& actual);

}  // namespace check
