/// \file
/// Arrays in NumPy's own format, read with distrust and written all or not at all.
///
/// The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include "common/npy_array.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace common
{

/// What to do with an array of integers: refuse it, or take 0 for false and 1 for true.
enum class Integers { refused, as_truths };

/// Read an array, whatever wrote it.
///
/// \param path      a file in NumPy's format, version 1 to 3, whichever end of a number and whichever axis comes first
/// \param integers  whether integers will do; float16 (which becomes float32), float32, float64 and bool always do
/// \return          the array in C order
/// \throws FileTrouble  where there is no such file, or it is cut off, or holds something else
NpyArray read_npy(const std::filesystem::path& path, Integers integers = Integers::refused);

/// Write an array: all of it, or nothing.
///
/// \param path   the file; another in its place stays as it is until this one is whole
/// \param array  what is written
/// \throws FileTrouble  where the file cannot be written, or the disk is full
void write_npy(const std::filesystem::path& path, const NpyArray& array);

namespace npy
{

/// How a file of this array begins, up to its numbers.
std::string start_of(const NpyArray& array);

/// The numbers of this array, as a file has them.
std::string_view numbers_in(const NpyArray& array);

}  // namespace npy

}  // namespace common
