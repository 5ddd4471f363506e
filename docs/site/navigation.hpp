/// \file
/// The site's table of contents, as the sidebar shows it.
#pragma once

#include <string>
#include <vector>

namespace site
{

/// One line of the sidebar, with the lines below it.
struct Entry {
    std::string title;
    std::string label;  ///< of the page it leads to
    std::vector<Entry> below = {};
};

/// Doxygen's `navindex`: the start page, then the entries in order.
std::string navigation(const std::vector<Entry>& entries);

}  // namespace site
