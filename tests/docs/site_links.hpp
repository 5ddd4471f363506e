/// \file
/// The links of the built site, as a browser would follow them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tests
{

/// What a site's links lead to.
struct SiteLinks {
    std::size_t pages = 0;
    std::size_t links = 0;  ///< to pages and to places on pages, the same one counted once for each page it stands on
    std::size_t pictures = 0;         ///< shown on pages, counted alike
    std::size_t outside = 0;          ///< links to other sites; nobody follows them here
    std::vector<std::string> broken;  ///< `page.html: what.html#where`
};

/// Follow every link of every page.
///
/// \param site  the folder with index.html in it
SiteLinks follow_links(const std::filesystem::path& site);

}  // namespace tests
