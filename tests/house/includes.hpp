/// \file
/// What sources use, and what they include for it.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tests
{

/// How the project includes one of its headers, by its path from the project's folder.
std::string as_included(const std::filesystem::path& header);

/// What a source includes and which names it uses.
struct Uses {
    std::set<std::string> includes;  ///< as written: `<cmath>`, `"common/random.hpp"`
    std::set<std::string> names;     ///< of `std::ranges::sort`: that, `std::ranges` and `std`, and `ranges` and `sort`
};

Uses uses_of(const std::string& source);

/// The names that a header declares, outside of classes and functions, each with its namespace in front: `common::Random`.
std::vector<std::string> names_declared_in(const std::string& header);

/// Which headers a name can be had from.
using Providers = std::map<std::string, std::set<std::string>>;

/// The names of the standard library, and of a few other libraries, that this project uses.
Providers names_of_libraries();

/// A sentence for each name that is used, where none of its headers is among those that are there.
std::vector<std::string> missing(const Uses& uses, const std::set<std::string>& there, const Providers& providers);

/// A sentence for each header that is included, where none of its names is used.
std::vector<std::string> unused(const Uses& uses, const Providers& providers);

}  // namespace tests
