/// \file
/// What comes before the numbers in a .npy file.
#pragma once

#include "common/npy_array.hpp"

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

/// The .npy format, byte by byte.
namespace common::npy
{

inline constexpr std::string_view magic = "\x93NUMPY";  ///< how a file begins
inline constexpr std::size_t longest_header = 65536;    ///< in bytes; longer ones are refused
inline constexpr std::size_t most_axes = 64;            ///< NumPy has no more

/// What the header of a file says.
struct Header {
    std::string type;                ///< such as `<f4`
    bool fortran = false;            ///< column after column
    std::vector<std::size_t> shape;  ///< of the array
};

/// Read the magic, the version and the header, up to where the numbers begin.
///
/// \param in    a file, at its beginning
/// \param file  its name, for messages
/// \throws FileTrouble  where this is something else, or cut off
Header read_header(std::ifstream& in, const std::string& file);

/// How numbers are stored in a file, and what they become.
struct StoredType {
    char kind = 'f';                           ///< f: floating point, b: bool, i, u: integers
    std::size_t bytes = 4;                     ///< of each
    bool turned = false;                       ///< whether their other end comes first
    NumberType becomes = NumberType::float32;  ///< when read
};

/// How numbers of a type are stored in a file.
///
/// \param type      as the header has it, such as `<f4`
/// \param integers  whether integers will do
/// \param file      for messages
/// \throws FileTrouble  for any other type; the message says how to save numbers that can be read
StoredType stored_type(const std::string& type, bool integers, const std::string& file);

}  // namespace common::npy
