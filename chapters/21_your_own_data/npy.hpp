/// \file
/// Chapter 21: arrays in NumPy's own format, read with distrust and written all or not at all.
///
/// The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include "21_your_own_data/npy_array.hpp"
#include "21_your_own_data/npy_header.hpp"

#include "common/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace attention
{

/// Open a file to read it. \throws FileTrouble  where that makes no sense; the message says what is there instead
inline std::ifstream open_to_read(const std::filesystem::path& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const auto fail = [&](const char* why) { throw FileTrouble(fmt::format("{}: {}", path.string(), why)); };
    if (status.type() == fs::file_type::not_found) fail("there is no such file");
    if (fs::is_directory(status)) fail("this is a folder");
    if (fs::is_fifo(status)) fail("this is a pipe; write what comes out of it into a file first");
    if (fs::exists(status) && !fs::is_regular_file(status)) fail("this is a device, not a file");
    std::ifstream in(path, std::ios::binary);
    if (!in) fail("it may not be read");
    return in;
}

namespace npy
{

/// The number of items of a shape. \throws FileTrouble  where no computer could hold them, or would not if no axis were 0
inline std::size_t items_of(const std::vector<std::size_t>& shape, const std::string& file)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) {
        if (size != 0 && items > (std::size_t{1} << 48) / size) {
            throw FileTrouble(
                fmt::format("{}: its shape is {}, which no file can hold", file,
                            shape.size() > 8 ? fmt::format("one of {} axes", shape.size()) : shape_text(shape)));
        }
        items *= std::max<std::size_t>(size, 1);
    }
    return std::ranges::count(shape, 0U) > 0 ? 0 : items;
}

/// The same array in the order of C, where it was stored column after column.
inline std::vector<std::byte> in_order_of_c(const std::vector<std::byte>& bytes, const std::vector<std::size_t>& shape,
                                            std::size_t item)
{
    std::vector<std::byte> result(bytes.size());
    std::vector<std::size_t> index(shape.size(), 0);
    for (std::size_t to = 0; to * item < result.size(); ++to) {
        std::size_t from = 0;
        for (std::size_t axis = shape.size(); axis-- > 0;) from = from * shape[axis] + index[axis];
        std::memcpy(result.data() + to * item, bytes.data() + from * item, item);
        for (std::size_t axis = shape.size(); axis-- > 0;) {  // count up, the last axis first
            if (++index[axis] < shape[axis]) break;
            index[axis] = 0;
        }
    }
    return result;
}

/// Half a float: 1 bit for the sign, 5 for the exponent, 10 for the digits.
inline float from_half(std::uint16_t half)
{
    const int exponent = half >> 10 & 31;
    const int digits = half & 1023;
    float size = std::ldexp(static_cast<float>(digits + (exponent > 0 ? 1024 : 0)), std::max(exponent, 1) - 25);
    if (exponent == 31)
        size = digits == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    return (half & 0x8000) != 0 ? -size : size;
}

/// Turn the bytes of each number round, where the file has the other end first than this computer.
inline void turn_round(std::vector<std::byte>& bytes, std::size_t item)
{
    for (std::size_t i = 0; i + item <= bytes.size(); i += item)
        std::reverse(bytes.data() + i, bytes.data() + i + item);
}

/// Halves as floats.
inline std::vector<std::byte> floats_of(const std::vector<std::byte>& halves)
{
    std::vector<std::byte> floats(2 * halves.size());
    for (std::size_t i = 0; i < halves.size(); i += 2) {
        std::uint16_t half = 0;
        std::memcpy(&half, halves.data() + i, 2);
        const float number = from_half(half);
        std::memcpy(floats.data() + 2 * i, &number, 4);
    }
    return floats;
}

/// Integers as truths. \throws FileTrouble  where one of them is neither 0 nor 1
inline std::vector<std::byte> truths_of(const std::vector<std::byte>& integers, std::size_t item,
                                        const std::string& file)
{
    std::vector<std::byte> truths(integers.size() / item);
    for (std::size_t i = 0; i < truths.size(); ++i) {
        std::uint64_t number = 0;  // the low end is at its low end, or there is but one
        std::memcpy(reinterpret_cast<std::byte*>(&number) +
                        (std::endian::native == std::endian::big ? sizeof number - item : 0),
                    integers.data() + i * item, item);
        if (number > 1) {
            throw FileTrouble(fmt::format("{}: it holds integers other than 0 and 1; a mask is bool, true = may attend "
                                          "(in NumPy: a.astype(bool)), or floats to be added",
                                          file));
        }
        truths[i] = static_cast<std::byte>(number);
    }
    return truths;
}

/// Read so many bytes. \throws FileTrouble  where the file ends before
inline std::string read_bytes(std::ifstream& in, std::size_t count, const std::string& file)
{
    std::string bytes(count, '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(count))) {
        throw FileTrouble(fmt::format("{}: it ends within its header; is it cut off?", file));
    }
    return bytes;
}

/// Look at how a file begins. \return the version of the format \throws FileTrouble  where it is something else
inline int read_start(std::ifstream& in, const std::string& file)
{
    std::string start(magic.size() + 2, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    if (start.empty()) throw FileTrouble(fmt::format("{}: it is empty", file));
    if (start.starts_with("PK")) {
        throw FileTrouble(
            fmt::format("{}: this is an archive (.npz, or .pt of PyTorch); save one array out of it, as in "
                        "np.save('q.npy', np.load('q.npz')['q'])",
                        file));
    }
    if (!start.starts_with(magic))
        throw FileTrouble(fmt::format("{}: this is not a .npy file (in NumPy: np.save)", file));
    if (!in) throw FileTrouble(fmt::format("{}: it ends within its header; is it cut off?", file));
    const int version = static_cast<unsigned char>(start[magic.size()]);
    if (version < 1 || version > 3)
        throw FileTrouble(fmt::format("{}: version {} of the format is unknown", file, version));
    return version;
}

/// Read the header, up to where the numbers begin. \throws FileTrouble  where there is none
inline Header read_header(std::ifstream& in, const std::string& file)
{
    const std::string length = read_bytes(in, read_start(in, file) == 1 ? 2 : 4, file);
    std::size_t size = 0;
    for (std::size_t i = length.size(); i-- > 0;) size = size * 256 + static_cast<unsigned char>(length[i]);
    if (size > longest_header)
        throw FileTrouble(fmt::format("{}: it claims a header of {} bytes, which no plain array has", file, size));
    return HeaderReader(read_bytes(in, size, file), file).read();
}

/// How a file of this array begins, up to its numbers.
inline std::string start_of(const NpyArray& array)
{
    const char* type = array.type == NumberType::float32 ? "<f4" : array.type == NumberType::float64 ? "<f8" : "|b1";
    std::string header =
        fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': {}, }}", type, shape_text(array.shape));
    header.append(63 - (magic.size() + 4 + header.size()) % 64, ' ');  // so that the numbers begin at a multiple of 64
    header += '\n';
    const std::array<char, 4> size = {1, 0, static_cast<char>(header.size() % 256),
                                      static_cast<char>(header.size() / 256)};
    return std::string(magic).append(size.data(), size.size()) + header;
}

/// The numbers of this array, as a file has them.
inline std::string_view numbers_in(const NpyArray& array)
{
    return {reinterpret_cast<const char*>(array.bytes.data()), array.bytes.size()};
}

}  // namespace npy

/// What an array is for: a mask may be of integers, if they are 0 and 1.
enum class Purpose { numbers, mask };

/// Read an array, whatever wrote it.
///
/// \param path     a file in NumPy's format, version 1 to 3, whichever end of a number and whichever axis comes first
/// \param purpose  numbers: float16 (which becomes float32), float32, float64 or bool; for a mask, also integers 0 and 1
///                 (which become bool)
/// \return         the array in the order of C
/// \throws FileTrouble  where there is no such file, or it is cut off, or holds something else
inline NpyArray read_npy(const std::filesystem::path& path, Purpose purpose = Purpose::numbers)
{
    const std::string file = path.string();
    std::ifstream in = open_to_read(path);
    const npy::Header header = npy::read_header(in, file);
    const npy::StoredType stored = npy::stored_type(header.type, purpose == Purpose::mask, file);

    NpyArray array{stored.becomes, header.shape, {}};
    const std::size_t wanted = npy::items_of(header.shape, file) * stored.bytes;
    const std::size_t file_size = std::filesystem::file_size(path);
    const auto here = static_cast<std::size_t>(in.tellg());
    if (file_size < here || file_size - here < wanted) {
        throw FileTrouble(fmt::format("{}: it is cut off: {} takes {} bytes, and {} are there", file,
                                      shape_text(header.shape), wanted, file_size - std::min(here, file_size)));
    }
    array.bytes.resize(wanted);
    in.read(reinterpret_cast<char*>(array.bytes.data()), static_cast<std::streamsize>(wanted));
    if (!in) throw FileTrouble(fmt::format("{}: reading failed", file));
    if (header.fortran) array.bytes = npy::in_order_of_c(array.bytes, array.shape, stored.bytes);
    if (stored.turned) npy::turn_round(array.bytes, stored.bytes);
    if (stored.kind == 'f' && stored.bytes == 2) array.bytes = npy::floats_of(array.bytes);
    if (stored.kind == 'i' || stored.kind == 'u') array.bytes = npy::truths_of(array.bytes, stored.bytes, file);
    return array;
}

/// Write an array: all of it, or nothing.
///
/// \param path   the file; another in its place stays as it is until this one is whole
/// \param array  what is written
/// \throws FileTrouble  where the file cannot be written, or the disk is full
inline void write_npy(const std::filesystem::path& path, const NpyArray& array)
{
    const std::string start = npy::start_of(array);
    const std::string wrong = common::write_whole({{path.string(), {start, npy::numbers_in(array)}}});
    if (!wrong.empty()) throw FileTrouble(wrong);
}

}  // namespace attention
