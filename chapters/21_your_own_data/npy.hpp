/// \file
/// Chapter 21: arrays in NumPy's own format, read with distrust and written all or not at all.
///
/// The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace attention
{

/// A file that cannot be read or written, or does not hold what it should. The message is one sentence and names the file.
struct FileTrouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What an array holds.
enum class NumberType { float32, float64, boolean };

/// How many bytes each of them takes.
inline std::size_t bytes_of(NumberType type)
{
    return type == NumberType::float32 ? 4 : type == NumberType::float64 ? 8 : 1;
}

/// An array as it stands in a file, row after row, in the order of C.
struct NpyArray {
    NumberType type = NumberType::float32;  ///< what it holds
    std::vector<std::size_t> shape;         ///< any number of axes
    std::vector<std::byte> bytes;           ///< its numbers

    /// How many numbers there are.
    std::size_t size() const { return bytes.size() / bytes_of(type); }

    /// Number `i` of all, for those who know the type.
    template <typename Stored>
    Stored stored(std::size_t i) const
    {
        Stored number = 0;
        std::memcpy(&number, bytes.data() + i * sizeof number, sizeof number);
        return number;
    }

    /// Number `i` of all, whatever the type; true is 1. Asks for the type each time, so it is for a few numbers.
    double at(std::size_t i) const
    {
        if (type == NumberType::float32) return stored<float>(i);
        if (type == NumberType::float64) return stored<double>(i);
        return bytes[i] == std::byte{0} ? 0.0 : 1.0;
    }
};

/// A shape as Python writes it: `(2, 3)`, `(5,)`.
inline std::string shape_text(const std::vector<std::size_t>& shape)
{
    return shape.size() == 1 ? fmt::format("({},)", shape[0]) : fmt::format("({})", fmt::join(shape, ", "));
}

/// The format, byte by byte.
namespace npy
{

inline constexpr std::string_view magic = "\x93NUMPY";  ///< how a file begins
inline constexpr std::size_t longest_header = 65536;    ///< in bytes; longer ones are refused

/// What the header of a file says.
struct Header {
    std::string type;                ///< such as `<f4`
    bool fortran = false;            ///< column after column
    std::vector<std::size_t> shape;  ///< of the array
};

/// Reads a header, `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`, word by word.
class HeaderReader
{
public:
    /// \param text  the header
    /// \param file  its name, for messages
    HeaderReader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

    /// The whole of it. \throws FileTrouble  where it is written in another way
    Header read()
    {
        Header header;
        expect("{");
        while (!take("}")) {
            const std::string key = quoted();
            expect(":");
            if (key == "descr")
                header.type = type();
            else if (key == "fortran_order")
                header.fortran = truth();
            else if (key == "shape")
                header.shape = numbers();
            else
                fail();
            take(",");
        }
        return header;
    }

private:
    [[noreturn]] void fail() const
    {
        throw FileTrouble(fmt::format("{}: its header is not one that NumPy writes", file_));
    }

    bool take(std::string_view word)
    {
        const std::size_t begin = text_.find_first_not_of(" \n");
        if (begin == std::string_view::npos || text_.substr(begin, word.size()) != word) return false;
        text_.remove_prefix(begin + word.size());
        return true;
    }

    void expect(std::string_view word)
    {
        if (!take(word)) fail();
    }

    std::string quoted()
    {
        expect("'");
        const std::size_t end = text_.find('\'');
        if (end == std::string_view::npos) fail();
        const std::string word(text_.substr(0, end));
        text_.remove_prefix(end + 1);
        return word;
    }

    std::string type()
    {
        if (take("["))
            throw FileTrouble(
                fmt::format("{}: it holds records; plain arrays of float32 or float64 are wanted", file_));
        return quoted();
    }

    bool truth()
    {
        if (take("True")) return true;
        expect("False");
        return false;
    }

    std::vector<std::size_t> numbers()
    {
        std::vector<std::size_t> result;
        expect("(");
        while (!take(")")) {
            text_.remove_prefix(std::min(text_.find_first_not_of(' '), text_.size()));
            std::size_t number = 0;
            const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
            if (error != std::errc()) fail();
            text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
            result.push_back(number);
            if (take(",")) continue;
            expect(")");
            break;
        }
        return result;
    }

    std::string_view text_;
    std::string file_;
};

/// \throws FileTrouble  for a type that attention has no use for
inline NumberType number_type(const std::string& type, const std::string& file)
{
    if (type == "<f4") return NumberType::float32;
    if (type == "<f8") return NumberType::float64;
    if (type == "|b1") return NumberType::boolean;
    const std::string what =
        type.find('O') != std::string::npos ? "Python objects" : fmt::format("numbers of type '{}'", type);
    throw FileTrouble(fmt::format("{}: it holds {}; float32 and float64 can be read, and bool for a mask "
                                  "(in NumPy: .astype('<f4'))",
                                  file, what));
}

/// The number of items of a shape. \throws FileTrouble  where no computer could hold them
inline std::size_t items_of(const std::vector<std::size_t>& shape, const std::string& file)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) {
        if (size != 0 && items > (std::size_t{1} << 48) / size) {
            throw FileTrouble(fmt::format("{}: its shape is {}, which no file can hold", file, shape_text(shape)));
        }
        items *= size;
    }
    return items;
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

/// Read so many bytes. \throws FileTrouble  where the file ends before
inline std::string read_bytes(std::ifstream& in, std::size_t count, const std::string& file)
{
    std::string bytes(count, '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(count))) {
        throw FileTrouble(fmt::format("{}: it ends within its header; is it cut off?", file));
    }
    return bytes;
}

}  // namespace npy

/// Read an array, whatever wrote it.
///
/// \param path  a file in NumPy's format, version 1 to 3: float32, float64 or bool, in the order of C or Fortran
/// \return      the array in the order of C
/// \throws FileTrouble  where there is no such file, or it is cut off, or holds something else
inline NpyArray read_npy(const std::filesystem::path& path)
{
    const std::string file = path.string();
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw FileTrouble(fmt::format("{}: this is a folder", file));
    std::ifstream in(path, std::ios::binary);
    if (!in) throw FileTrouble(fmt::format("{}: there is no such file, or it may not be read", file));
    const std::size_t file_size = std::filesystem::file_size(path, ignored);

    std::string start(npy::magic.size() + 2, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (!in || start.substr(0, npy::magic.size()) != npy::magic) {
        throw FileTrouble(fmt::format("{}: this is not a .npy file (in NumPy: np.save)", file));
    }
    const int version = static_cast<unsigned char>(start[npy::magic.size()]);
    if (version < 1 || version > 3)
        throw FileTrouble(fmt::format("{}: version {} of the format is unknown", file, version));
    const std::string length = npy::read_bytes(in, version == 1 ? 2 : 4, file);
    std::size_t header_size = 0;
    for (std::size_t i = length.size(); i-- > 0;)
        header_size = header_size * 256 + static_cast<unsigned char>(length[i]);
    if (header_size > npy::longest_header) {
        throw FileTrouble(
            fmt::format("{}: it claims a header of {} bytes, which no plain array has", file, header_size));
    }
    const npy::Header header = npy::HeaderReader(npy::read_bytes(in, header_size, file), file).read();

    NpyArray array{npy::number_type(header.type, file), header.shape, {}};
    const std::size_t wanted = npy::items_of(header.shape, file) * bytes_of(array.type);
    const auto here = static_cast<std::size_t>(in.tellg());
    if (file_size < here || file_size - here < wanted) {
        throw FileTrouble(fmt::format("{}: it is cut off: {} takes {} bytes, and {} are there", file,
                                      shape_text(header.shape), wanted, file_size - std::min(here, file_size)));
    }
    array.bytes.resize(wanted);
    in.read(reinterpret_cast<char*>(array.bytes.data()), static_cast<std::streamsize>(wanted));
    if (!in) throw FileTrouble(fmt::format("{}: reading failed", file));
    if (header.fortran) array.bytes = npy::in_order_of_c(array.bytes, array.shape, bytes_of(array.type));
    return array;
}

/// Write an array: all of it, or nothing.
///
/// \param path   the file; another in its place stays as it is until this one is whole
/// \param array  what is written
/// \throws FileTrouble  where the file cannot be written, or the disk is full
inline void write_npy(const std::filesystem::path& path, const NpyArray& array)
{
    const char* type = array.type == NumberType::float32 ? "<f4" : array.type == NumberType::float64 ? "<f8" : "|b1";
    std::string header =
        fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': {}, }}", type, shape_text(array.shape));
    const std::size_t start = npy::magic.size() + 4;
    header.append(63 - (start + header.size()) % 64, ' ');  // so that the numbers begin at a multiple of 64
    header += '\n';
    const std::array<char, 4> size = {1, 0, static_cast<char>(header.size() % 256),
                                      static_cast<char>(header.size() / 256)};

    const std::filesystem::path draft = path.string() + ".part";
    std::ofstream out(draft, std::ios::binary);
    out << npy::magic;
    out.write(size.data(), size.size());
    out << header;
    out.write(reinterpret_cast<const char*>(array.bytes.data()), static_cast<std::streamsize>(array.bytes.size()));
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(draft, path, error);
    if (!out || error) {
        std::error_code ignored;
        std::filesystem::remove(draft, ignored);
        throw FileTrouble(fmt::format("{}: it cannot be written; may you write there, and is there room on the disk?",
                                      path.string()));
    }
}

}  // namespace attention
