#include "common/npy.hpp"

#include "common/npy_header.hpp"
#include "common/open_to_read.hpp"
#include "common/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <limits>
#include <vector>

namespace common
{

namespace
{

/// The number of items of a shape. \throws FileTrouble  where no computer could hold them, or could not if no axis were 0
std::size_t items_of(const std::vector<std::size_t>& shape, const std::string& file)
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
std::vector<std::byte> in_order_of_c(const std::vector<std::byte>& bytes, const std::vector<std::size_t>& shape,
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
float from_half(std::uint16_t half)
{
    const int exponent = half >> 10 & 31;
    const int digits = half & 1023;
    float size = std::ldexp(static_cast<float>(digits + (exponent > 0 ? 1024 : 0)), std::max(exponent, 1) - 25);
    if (exponent == 31)
        size = digits == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    return (half & 0x8000) != 0 ? -size : size;
}

/// Turn the bytes of each number round, where the file has the other end first than this computer.
void turn_round(std::vector<std::byte>& bytes, std::size_t item)
{
    for (std::size_t i = 0; i + item <= bytes.size(); i += item)
        std::reverse(bytes.data() + i, bytes.data() + i + item);
}

/// Halves as floats.
std::vector<std::byte> floats_of(const std::vector<std::byte>& halves)
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
std::vector<std::byte> truths_of(const std::vector<std::byte>& integers, std::size_t item, const std::string& file)
{
    std::vector<std::byte> truths(integers.size() / item);
    for (std::size_t i = 0; i < truths.size(); ++i) {
        std::uint64_t number = 0;  // its low end gets the bytes, the rest stays 0
        std::memcpy(reinterpret_cast<std::byte*>(&number) +
                        (std::endian::native == std::endian::big ? sizeof number - item : 0),
                    integers.data() + i * item, item);
        if (number > 1) {
            throw FileTrouble(
                fmt::format("{}: it holds integers other than 0 and 1; save truth values (in NumPy: a.astype(bool)) "
                            "or floats (a.astype('f4'))",
                            file));
        }
        truths[i] = static_cast<std::byte>(number);
    }
    return truths;
}

}  // namespace

namespace npy
{

std::string start_of(const NpyArray& array)
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

std::string_view numbers_in(const NpyArray& array)
{
    return {reinterpret_cast<const char*>(array.bytes.data()), array.bytes.size()};
}

}  // namespace npy

NpyArray read_npy(const std::filesystem::path& path, Integers integers)
{
    const std::string file = path.string();
    std::ifstream in = open_to_read(path);
    const npy::Header header = npy::read_header(in, file);
    const npy::StoredType stored = npy::stored_type(header.type, integers == Integers::as_truths, file);

    NpyArray array{stored.becomes, header.shape, {}};
    const std::size_t wanted = items_of(header.shape, file) * stored.bytes;
    const std::size_t file_size = std::filesystem::file_size(path);
    const auto here = static_cast<std::size_t>(in.tellg());
    if (file_size < here || file_size - here < wanted) {
        throw FileTrouble(fmt::format("{}: it is cut off: {} takes {} bytes, and {} are there", file,
                                      shape_text(header.shape), wanted, file_size - std::min(here, file_size)));
    }
    array.bytes.resize(wanted);
    in.read(reinterpret_cast<char*>(array.bytes.data()), static_cast<std::streamsize>(wanted));
    if (!in) throw FileTrouble(fmt::format("{}: reading failed", file));
    if (header.fortran) array.bytes = in_order_of_c(array.bytes, array.shape, stored.bytes);
    if (stored.turned) turn_round(array.bytes, stored.bytes);
    if (stored.kind == 'f' && stored.bytes == 2) array.bytes = floats_of(array.bytes);
    if (stored.kind == 'i' || stored.kind == 'u') array.bytes = truths_of(array.bytes, stored.bytes, file);
    return array;
}

void write_npy(const std::filesystem::path& path, const NpyArray& array)
{
    const std::string start = npy::start_of(array);
    const std::string wrong = write_whole({{path.string(), {start, npy::numbers_in(array)}}});
    if (!wrong.empty()) throw FileTrouble(wrong);
}

}  // namespace common
