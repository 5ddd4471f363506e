/// \file
/// The functions and structs that somebody may look for, with what their comments say first.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace site
{

/// Where functions and structs are, by their name and the page of their group.
using Places = std::map<std::pair<std::string, std::string>, std::string>;

/// The places of functions and structs, as Doxygen noted them.
///
/// \param tag_file  the text of its tag file
Places places_in(const std::string& tag_file);

/// A function or struct of a header.
struct Declared {
    std::string name;   ///< `softmax`
    std::string brief;  ///< the first paragraph of its comment, in plain words
};

/// What a header declares and explains, in order.
std::vector<Declared> declared_in(const std::string& header);

}  // namespace site
