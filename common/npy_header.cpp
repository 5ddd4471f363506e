#include "common/npy_header.hpp"

#include "common/open_to_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <system_error>
#include <utility>

namespace common::npy
{

namespace
{

/// Reads a header, `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`, word by word.
class HeaderReader
{
public:
    /// \param text  the header
    /// \param file  its name, for messages
    HeaderReader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

    /// The whole of it: three keys, each once, and nothing after them. \throws FileTrouble  where it is written otherwise
    Header read()
    {
        Header header;
        std::string keys;
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
            keys += key.front();
            if (take(",")) continue;
            expect("}");
            break;
        }
        std::ranges::sort(keys);
        if (keys != "dfs" || header.type.empty() || text_.find_first_not_of(" \n") != std::string_view::npos) fail();
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
            result.push_back(number());
            if (result.size() > most_axes) fail();
            if (take(",")) continue;
            expect(")");
            break;
        }
        return result;
    }

    std::size_t number()
    {
        const bool wrapped = take("np.int64(");  // NumPy 2, where a shape was made by arithmetic
        text_.remove_prefix(std::min(text_.find_first_not_of(' '), text_.size()));
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
        if (error != std::errc()) fail();
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        if (wrapped) expect(")");
        if (text_.starts_with('L')) text_.remove_prefix(1);  // Python 2, where a number was long
        return number;
    }

    std::string_view text_;
    std::string file_;
};

/// Read `count` bytes. \throws FileTrouble  where the file ends before that
std::string read_bytes(std::ifstream& in, std::size_t count, const std::string& file)
{
    std::string bytes(count, '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(count))) {
        throw FileTrouble(fmt::format("{}: it ends within its header; is it cut off?", file));
    }
    return bytes;
}

/// Look at how a file begins. \return the version of the format \throws FileTrouble  where it is something else
int read_start(std::ifstream& in, const std::string& file)
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

/// What to do about a type that is not read. What it suggests works when done.
std::string advice(const std::string& type)
{
    switch (type.size() > 1 ? type[1] : ' ') {
    case 'i':
    case 'u': return "it holds integers; floats are wanted (in NumPy: a.astype('f4'))";
    case 'O':
        return "it holds Python objects; if they are rows of one length, np.array(a.tolist(), 'f4') makes numbers of them, "
               "if not, they must be padded first";
    case 'c': return "it holds complex numbers; choose real ones, such as a.real or np.abs(a)";
    case 'V':
        return "it holds bytes without a type, as NumPy has of bfloat16; save x.float() from PyTorch, "
               "x.astype('float32') from JAX";
    case 'U':
    case 'S': return "it holds texts; floats are wanted";
    default: break;
    }
    if (type.ends_with("f16")) return "it holds long doubles; float64 will do (in NumPy: a.astype('f8'))";
    std::string shown;
    for (const char c : type.substr(0, 12)) shown += c >= ' ' && c <= '~' ? c : '?';
    return fmt::format("it holds numbers of type '{}'; float16, float32 and float64 can be read", shown);
}

}  // namespace

Header read_header(std::ifstream& in, const std::string& file)
{
    const std::string length = read_bytes(in, read_start(in, file) == 1 ? 2 : 4, file);
    std::size_t size = 0;
    for (std::size_t i = length.size(); i-- > 0;) size = size * 256 + static_cast<unsigned char>(length[i]);
    if (size > longest_header)
        throw FileTrouble(fmt::format("{}: it claims a header of {} bytes, which no plain array has", file, size));
    return HeaderReader(read_bytes(in, size, file), file).read();
}

StoredType stored_type(const std::string& type, bool integers, const std::string& file)
{
    const std::string name = type.substr(std::min<std::size_t>(type.size(), 1));
    const char other_end = std::endian::native == std::endian::little ? '>' : '<';
    const bool turned = type.front() == other_end;
    if (std::string_view("<>=|").find(type.front()) != std::string_view::npos) {
        if (name == "f2") return {'f', 2, turned, NumberType::float32};
        if (name == "f4") return {'f', 4, turned, NumberType::float32};
        if (name == "f8") return {'f', 8, turned, NumberType::float64};
        if (name == "b1") return {'b', 1, false, NumberType::boolean};
        for (const char kind : {'i', 'u'}) {
            for (const char size : {'1', '2', '4', '8'}) {
                if (integers && name == std::string{kind, size})
                    return {kind, static_cast<std::size_t>(size - '0'), turned, NumberType::boolean};
            }
        }
    }
    throw FileTrouble(fmt::format("{}: {}", file, advice(type)));
}

}  // namespace common::npy
