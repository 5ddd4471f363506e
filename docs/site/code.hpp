/// \file
/// Pages about code: files as they stand, and the functions by chapter.
#pragma once

#include "docs/site/addresses.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace site
{

/// Functions that share a page: those of a chapter, or of a folder that chapters share.
struct Group {
    std::string label;             ///< `api_02_softmax`
    std::string title;             ///< `Chapter 2: Softmax`
    std::filesystem::path folder;  ///< relative to the project
    std::string introduction;      ///< Markdown, in Doxygen's form
};

/// The group that a header's functions belong to.
///
/// \param header  `chapters/02_softmax/softmax.hpp`, or one in a folder of the chapter; relative to the project or not
std::string group_label(const std::filesystem::path& header);

/// The headers that a group is made of: a chapter's in all of its folders, or those of one folder that chapters share.
///
/// \param folder  relative to the project, as they are
std::vector<std::filesystem::path> headers_of(const std::filesystem::path& project,
                                              const std::filesystem::path& folder);

/// What the header says about itself in its `\file` comment, on one line; empty where it says nothing.
std::string purpose_of(const std::string& header);

/// The comment in which Doxygen reads the groups, each with its headers and what they are for; folder by folder, with what the
/// folder's README.md says belongs there.
std::string group_definitions(const std::filesystem::path& project, const std::vector<Group>& groups,
                              Addresses& addresses);

/// A header as Doxygen is to read it: what its namespaces hold belongs to a group, and its `\file` comment, which the
/// group's page shows, is gone. No line moves.
std::string grouped(const std::string& header, const std::string& group);

/// The page that shows a file as it stands.
///
/// \param file  relative to the project
std::string file_page(const std::filesystem::path& project, const std::filesystem::path& file, Addresses& addresses);

}  // namespace site
