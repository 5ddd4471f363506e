/// \file
/// One question to an answer: a call, what it must give, and what well-known mistakes would give instead.
#pragma once

#include "tests/exercises/check/value.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace check
{

/// A known mistake: what it would give for this call, and what to say to the learner who made it.
struct Mistake {
    std::string key;          ///< its diagnosis: a name in snake_case
    Value value;              ///< all of it, or the first part that is wrong; never computed by the learner's code
    std::string sentence;     ///< one or two sentences: what happened, and how to see that it is wrong
    double tolerance = 1e-6;  ///< looser than for a right answer: the same mistake may be computed in another way
};

/// Something that must hold of the value, whatever it is.
struct Property {
    std::string key;                                   ///< the diagnosis where it is broken
    std::function<std::string(const Value&)> problem;  ///< a sentence where it is broken, nothing where it holds
};

/// One question. Give `expected`, or `properties`, or both: with `expected`, properties only explain what is different.
struct Question {
    std::string call;                    ///< as a learner would write it: `softmax_at([2, 1, 0], 2)`
    std::function<Value()> answer;       ///< does the call
    std::optional<Value> expected = {};  ///< from the chapters' code or by hand, never from the learner's code
    std::vector<Mistake> mistakes = {};  ///< the first that fits is named; others that fit as well are said beside it
    std::vector<Property> properties = {};  ///< the first that is broken is named
    bool secret = false;  ///< the expected value is the solution: mark what is wrong, show nothing else
    std::optional<std::uint64_t> seed = {};  ///< of a random probe: what check::seed() gave
    double tolerance = 1e-9;                 ///< relative to the numbers where they are above 1
};

}  // namespace check
