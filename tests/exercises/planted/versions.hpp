/// \file
/// The versions of an exercise in `mistakes.cpp`, as text.
#pragma once

#include <string>
#include <vector>

namespace tests
{

/// A version of an exercise: a namespace of `mistakes.cpp` or `crashes.cpp`.
struct Version {
    std::string name;                ///< `overflow::guarded`
    std::string made_from;           ///< `right::loops`, `the solution`; empty where it was written from scratch
    std::vector<std::string> lines;  ///< what is between the braces
};

/// The versions in a file, in its order.
std::vector<Version> versions_in(const std::string& source);

/// The verdict that a version must get: what its name begins with, `overflow`.
std::string verdict_of(const std::string& version);

/// The signatures of an untouched stub's functions: the lines above each body that is not written yet.
std::vector<std::string> signatures(const std::string& stub);

}  // namespace tests
