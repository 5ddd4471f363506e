/// \file
/// Tables that can be read on a telephone.
#pragma once

#include <string>

namespace site
{

/// Puts each table of a lesson into a box that can scroll.
///
/// A table of sentences would have to be scrolled for every row. It is marked so that a narrow window can put the cells of
/// a row below each other: the box has the class `stacks`, and each cell the words at the head of its column as its
/// `data-label`.
///
/// \param content  HTML as Doxygen writes it
std::string with_tables_in_boxes(const std::string& content);

}  // namespace site
