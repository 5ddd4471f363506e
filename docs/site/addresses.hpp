/// \file
/// Where on the site the files of the project are.
#pragma once

#include "common/catalogue/exercise.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace site
{

/// The address book: which page, or which part of a page, shows a file of the project.
///
/// A file that has no page of its own kind (a lesson, an exercise, ...) is shown as it stands; the book remembers which
/// files were asked for, so that they get a page.
class Addresses
{
public:
    /// \param project  the folder of the project
    explicit Addresses(std::filesystem::path project);

    /// The label that Doxygen knows a place by; empty where the site does not show it.
    ///
    /// \param file    a file or folder, relative to the project: `chapters/02_softmax/README.md`
    /// \param anchor  GitHub's name of a heading in it, or nothing
    std::string label_of(const std::filesystem::path& file, const std::string& anchor = "");

    /// The files that were asked for and have pages of their own, as they are.
    const std::set<std::filesystem::path>& shown_files() const { return shown_files_; }

private:
    std::filesystem::path project_;
    std::map<std::filesystem::path, std::string> exercises_;  // labels, by the files that they are about
    std::set<std::filesystem::path> shown_files_;
};

/// The label of a page, from the file it is made of; empty where no page is made of it.
std::string page_label(const std::filesystem::path& file);

/// The label of a file that is shown as it stands.
std::string file_label(const std::filesystem::path& file);

/// The label of an exercise: `exercise_02_softmax_temperature`.
std::string exercise_label(const catalogue::Exercise& exercise);

/// The label of a heading on a page.
std::string heading_label(const std::string& page_label, const std::string& anchor);

/// The file of the site that Doxygen makes for a label of a page or of a group: `group__api__02__softmax.html`.
std::string address_of(const std::string& label);

/// The name that GitHub gives to a heading as the target of a link.
std::string anchor_of(const std::string& heading);

}  // namespace site
