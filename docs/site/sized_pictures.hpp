/// \file
/// How large pictures are on a page, and how small they may become.
#pragma once

#include <filesystem>
#include <string>

namespace site
{

/// The size of a picture, and the width below which its smallest text could not be read.
struct PictureSize {
    double width = 0;        ///< in pixels
    double height = 0;       ///< in pixels
    double least_width = 0;  ///< where its smallest text is 9 pixels high
};

/// What an SVG document says about its size; all 0 where it says nothing.
PictureSize size_of_picture(const std::string& svg);

/// A page on which each picture of the project has its size, so that nothing moves when it arrives, and does not get narrower
/// than its text allows: on a telephone it is scrolled instead.
///
/// \param page     the page, where a file of the project has the address `pictures/` and its path
/// \param project  the folder of the project
/// \return         the page with its pictures' sizes
std::string with_sized_pictures(const std::string& page, const std::filesystem::path& project);

}  // namespace site
