/// \file
/// Comparing what a program printed with what it should print.
#pragma once

#include <cstddef>
#include <string>

namespace tests
{

/// Where two transcripts first differ: the line's number and both lines; empty where they do not.
///
/// A line that begins with `~` holds something measured, a time or a rate: its numbers may differ, its words may not. One that
/// begins with `~ "` holds what a trained model has written, which may be anything.
std::string first_difference(const std::string& expected, const std::string& actual);

/// The same for two pictures.
///
/// A picture whose description begins with "Measured: " was drawn from something measured or trained: its numbers may
/// differ, and with them whether a text is light or dark, but not what it consists of.
std::string first_difference_of_pictures(const std::string& expected, const std::string& actual);

/// How many columns of a terminal a line of UTF-8 takes, none of its characters being wide.
std::size_t columns_of(const std::string& line);

}  // namespace tests
