/// \file
/// The strip of boxes at the top of every lesson: where in attention this chapter is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace common
{

/// The six stations between the words that go in and the numbers that come out.
enum class Step { words, vectors, roles, scores, weights, output };

/// The strip as SVG, with the boxes lit that a chapter is about.
///
/// \param here  the lit boxes
/// \param note  a short line below the strip: what the chapter does there
/// \return      the document
std::string map_svg(const std::vector<Step>& here, std::string_view note);

}  // namespace common
