/// \file
/// Where a name comes from: the header of a chapter, of the standard library or of xtensor.
#pragma once

#include "common/learn/triage/code.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace learn::triage
{

/// The folder of the project, above one of its files; empty where there is none.
std::filesystem::path project_above(const std::filesystem::path& file);

/// Something that a header of the tutorial defines.
struct Definition {
    std::string header;  ///< as it is included: `02_softmax/softmax.hpp`
    int line = 0;
};

/// Where a header of a chapter or of common/ defines a function, a type or a constant.
std::optional<Definition> find_definition(const std::filesystem::path& project, const std::string& name);

/// The header of the tutorial that comes nearest to one that does not exist; empty where none comes near.
std::string nearest_header(const std::filesystem::path& project, const std::string& header);

/// The word of a source that comes nearest to a misspelt one; empty where none comes near.
std::string nearest_word(const Code& code, const std::string& word);

/// `vector` for std::vector, `algorithm` for std::sort; empty where the name is not a well-known one.
std::string header_of_std(const std::string& name);

/// The well-known name of the standard library that comes nearest to another; empty where none comes near.
std::string nearest_of_std(const std::string& name);

/// `xtensor/xsort.hpp` for xt::sort; empty where common/tensor.hpp has it, or where it is not known.
std::string header_of_xtensor(const std::string& name);

/// What C++ has in place of a word that comes from Python; empty for any other word.
std::string in_place_of_python(const std::string& word);

}  // namespace learn::triage
