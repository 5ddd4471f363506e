#include "common/npy.hpp"
#include "common/npy_array.hpp"
#include "common/open_to_read.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"
#include "tests/near.hpp"

#include <sys/stat.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

using common::array_of;
using common::FileTrouble;
using common::Integers;
using common::Matrix;
using common::NpyArray;
using common::NumberType;
using common::read_npy;
using common::Vector;
using common::write_npy;
using tests::infinity;

namespace
{

NpyArray random_array(common::Random& random, const std::vector<std::size_t>& shape)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) items *= size;
    const Vector numbers = random.normal_vector(items);
    return array_of(shape, {numbers.begin(), numbers.end()});
}

/// One matrix out of an array of any rank.
Matrix matrix_of(const NpyArray& array, std::size_t which = 0)
{
    const std::size_t rows = array.shape[array.shape.size() - 2];
    const std::size_t columns = array.shape.back();
    Matrix M = xt::zeros<double>({rows, columns});
    for (std::size_t i = 0; i < rows * columns; ++i) M.data()[i] = array.at(which * rows * columns + i);
    return M;
}

/// The bytes of a file as NumPy 1.24 writes them, the header padded to 64.
std::string npy_bytes(const std::string& dict, const std::string& numbers, int version = 1)
{
    std::string header = dict;
    const std::size_t before = version == 1 ? 10 : 12;
    header.append(63 - (before + header.size()) % 64, ' ');
    header += '\n';
    std::string start = "\x93NUMPY";
    start += static_cast<char>(version);
    start += '\0';
    for (int i = 0; i < (version == 1 ? 2 : 4); ++i) start += static_cast<char>((header.size() >> (8 * i)) % 256);
    return start + header + numbers;
}

std::string floats(const std::vector<float>& numbers)
{
    std::string bytes(numbers.size() * sizeof(float), '\0');
    if (!numbers.empty()) std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

/// Read these bytes as a file.
NpyArray read_bytes(const std::string& bytes)
{
    const tests::TemporaryFolder folder;
    tests::write(folder.path() / "x.npy", bytes);
    return read_npy(folder.path() / "x.npy");
}

std::string complaint(const std::string& bytes)
{
    static const tests::TemporaryFolder folder;  // making one takes longer than all the rest
    const std::filesystem::path file = folder.path() / "x.npy";
    tests::write(file, bytes);
    std::string text = "none";
    try {
        read_npy(file);
    } catch (const FileTrouble& trouble) {
        text = trouble.what();
        const std::string name = file.string() + ": ";
        text = text.starts_with(name) ? text.substr(name.size()) : "another file: " + text;
    }
    std::filesystem::remove(file);
    return text;
}

}  // namespace

TEST_CASE("an array as NumPy writes it is read, in either order")
{
    const NpyArray c = read_bytes(
        npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", floats({1, 2, 3, 4, 5, 6})));
    CHECK(c.type == NumberType::float32);
    CHECK((matrix_of(c) == Matrix{{1, 2, 3}, {4, 5, 6}}));
    const NpyArray f =
        read_bytes(npy_bytes("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", floats({1, 4, 2, 5, 3, 6})));
    CHECK((matrix_of(f) == Matrix{{1, 2, 3}, {4, 5, 6}}));
    const NpyArray deep =
        read_bytes(npy_bytes("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 1, 2), }", floats({1, 3, 2, 4}), 2));
    CHECK(deep.at(0) == 1);
    CHECK(deep.at(1) == 2);
    CHECK(deep.at(2) == 3);
    const NpyArray b =
        read_bytes(npy_bytes("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }", std::string("\1\0\1", 3), 3));
    CHECK(b.shape == std::vector<std::size_t>{3});
    CHECK(b.at(0) + b.at(1) + b.at(2) == 2.0);
    const NpyArray none = read_bytes(npy_bytes("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 4), }", ""));
    CHECK(none.size() == 0);
    const NpyArray one = read_bytes(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", floats({7})));
    CHECK(one.at(0) == 7.0);
}

TEST_CASE("shapes as other writers have them are read, too")
{
    for (const char* shape : {"(2L, 3L)", "(np.int64(2), np.int64(3))", "(2,3,)", "(2, 3)"}) {
        INFO(shape);
        const std::string header = std::string("{'descr': '<f4', 'fortran_order': False, 'shape': ") + shape + ", }";
        CHECK((matrix_of(read_bytes(npy_bytes(header, floats({1, 2, 3, 4, 5, 6})))) == Matrix{{1, 2, 3}, {4, 5, 6}}));
    }
}

TEST_CASE("halves become floats, and numbers whose other end comes first are turned round")
{
    const auto numbers = [](const std::string& type, const std::string& bytes) {
        const NpyArray array =
            read_bytes(npy_bytes("{'descr': '" + type + "', 'fortran_order': False, 'shape': (" +
                                     std::to_string(bytes.size() / static_cast<std::size_t>(type[2] - '0')) + ",), }",
                                 bytes));
        std::vector<double> result;
        for (std::size_t i = 0; i < array.size(); ++i) result.push_back(array.at(i));
        return result;
    };
    using namespace std::string_literals;
    // 1, -2, the largest, the smallest above 0, the smallest normal one, -0, infinity; from IEEE 754
    CHECK(numbers("<f2", "\x00\x3c\x00\xc0\xff\x7b\x01\x00\x00\x04\x00\x80\x00\x7c"s) ==
          std::vector<double>{1, -2, 65504, std::ldexp(1, -24), std::ldexp(1, -14), -0.0, infinity});
    CHECK(std::isnan(numbers("<f2", "\x01\x7e"s).at(0)));
    CHECK(numbers(">f2", "\x3c\x00\xc0\x00"s) == std::vector<double>{1, -2});
    CHECK(numbers(">f4", "\x3f\x80\x00\x00\xc0\x00\x00\x00"s) == std::vector<double>{1, -2});
    CHECK(numbers(">f8", "\xbf\xf0\x00\x00\x00\x00\x00\x00"s) == std::vector<double>{-1});
    const NpyArray turned = read_bytes(
        npy_bytes("{'descr': '>f2', 'fortran_order': True, 'shape': (2, 2), }", "\x3c\x00\x40\x00\x42\x00\x44\x00"s));
    CHECK(turned.type == NumberType::float32);
    CHECK((matrix_of(turned) == Matrix{{1, 3}, {2, 4}}));
}

TEST_CASE("integers are read only where they are asked for, and are 0 and 1")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "m.npy";
    using namespace std::string_literals;
    const auto mask = [&](const std::string& type, const std::string& bytes) {
        tests::write(file, npy_bytes("{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }", bytes));
        return read_npy(file, Integers::as_truths);
    };
    for (const NpyArray& array : {mask("|u1", "\1\0"s), mask("|i1", "\1\0"s), mask("<i4", "\1\0\0\0\0\0\0\0"s),
                                  mask(">u2", "\0\1\0\0"s), mask("<i8", "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"s)}) {
        CHECK(array.type == NumberType::boolean);
        CHECK(array.at(0) == 1.0);
        CHECK(array.at(1) == 0.0);
    }
    for (const char* other : {"\2", "\xff"}) {
        CHECK_THROWS_WITH(mask("|i1", other + "\0"s),
                          file.string() + ": it holds integers other than 0 and 1; save truth values (in NumPy: "
                                          "a.astype(bool)) or floats (a.astype('f4'))");
    }
    CHECK_THROWS_AS(read_npy(file), FileTrouble);
}

TEST_CASE("what is written is read again, whatever its rank")
{
    common::Random random(1);
    const tests::TemporaryFolder folder;
    for (const std::vector<std::size_t>& shape :
         std::vector<std::vector<std::size_t>>{{3}, {2, 5}, {0, 4}, {2, 3, 4, 5}}) {
        const NpyArray array = random_array(random, shape);
        write_npy(folder.path() / "a.npy", array);
        const NpyArray again = read_npy(folder.path() / "a.npy");
        CHECK(again.shape == shape);
        CHECK(again.bytes == array.bytes);
        CHECK((std::filesystem::file_size(folder.path() / "a.npy") - array.bytes.size()) % 64 == 0);
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file that is no array is refused in a sentence")
{
    const std::string good =
        npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", floats({1, 2, 3, 4, 5, 6}));
    CHECK(complaint(good) == "none");
    CHECK(complaint("") == "it is empty");
    CHECK(complaint("1, 2, 3") == "this is not a .npy file (in NumPy: np.save)");
    CHECK(complaint("PK\3\4 an archive, say") ==
          "this is an archive (.npz, or .pt of PyTorch); save one array out of it, as in "
          "np.save('q.npy', np.load('q.npz')['q'])");
    CHECK(complaint(good.substr(0, 9)) == "it ends within its header; is it cut off?");
    CHECK(complaint(good.substr(0, 40)) == "it ends within its header; is it cut off?");
    CHECK(complaint(good.substr(0, good.size() - 1)) == "it is cut off: (2, 3) takes 24 bytes, and 23 are there");
    CHECK(complaint(std::string("\x93NUMPY\7\0\0\0", 10)) == "version 7 of the format is unknown");
    CHECK(complaint(std::string("\x93NUMPY\2\0\xff\xff\xff\x7f", 12)) ==
          "it claims a header of 2147483647 bytes, which no plain array has");
    const auto of_type = [](const std::string& type) {
        return complaint(npy_bytes("{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }", "xxxx"));
    };
    CHECK(of_type("|O") == "it holds Python objects; if they are rows of one length, np.array(a.tolist(), 'f4') makes "
                           "numbers of them, if not, they must be padded first");
    CHECK(of_type("<i8") == "it holds integers; floats are wanted (in NumPy: a.astype('f4'))");
    CHECK(of_type("|u1") == of_type("<i8"));
    CHECK(of_type("<c8") == "it holds complex numbers; choose real ones, such as a.real or np.abs(a)");
    CHECK(of_type("|V2") == "it holds bytes without a type, as NumPy has of bfloat16; save x.float() from PyTorch, "
                            "x.astype('float32') from JAX");
    CHECK(of_type("<U3") == "it holds texts; floats are wanted");
    CHECK(of_type("<f16") == "it holds long doubles; float64 will do (in NumPy: a.astype('f8'))");
    CHECK(of_type("<f1") == "it holds numbers of type '<f1'; float16, float32 and float64 can be read");
    CHECK(of_type("\x1b[31m" + std::string(5000, 'x')) ==
          "it holds numbers of type '?[31mxxxxxxx'; float16, float32 and float64 can be read");
    CHECK(complaint(npy_bytes("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", "xxxx")) ==
          "it holds records; plain arrays of float32 or float64 are wanted");
    CHECK(complaint(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", "")) ==
          "its shape is (4294967296, 4294967296), which no file can hold");
    CHECK(complaint(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000,), }", "abcd")) ==
          "it is cut off: (1000000000,) takes 4000000000 bytes, and 4 are there");
    for (const char* empty : {"0, 4611686018427387904", "0, 4611686018427387389", "281474976710656, 1, 0, 8"}) {
        const std::string shape = std::string("(") + empty + ")";
        CHECK(complaint(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", "")) ==
              "its shape is " + shape + ", which no file can hold");
    }
    std::string ones = "(";
    for (int axis = 0; axis < 20000; ++axis) ones += "1, ";
    const std::string whole = "'descr': '<f4', 'fortran_order': False, 'shape': (2,)";
    for (const std::string& header :
         {"{" + whole + "} rubbish", "{" + whole + ", " + whole + "}", std::string("{'descr': '<f4', 'shape': (2,), }"),
          std::string("{'fortran_order': False, 'shape': (2,), }"),
          std::string("{'descr': '<f4', 'fortran_order': False, }"),
          std::string("{'descr': '<f4' 'fortran_order': False, 'shape': (2,)}"),
          std::string("{'descr': '', 'fortran_order': False, 'shape': (2,)}"),
          "{'descr': '<f4', 'fortran_order': False, 'shape': " + ones + "), }"}) {
        INFO(header.substr(0, 100));
        CHECK(complaint(npy_bytes(header, floats({1, 2}))) == "its header is not one that NumPy writes");
    }
    for (const char* header :
         {"", "{", "{'descr': '<f4'", "{'descr': <f4}", "{'descr': '<f4', 'shape': (2, -3), }",
          "{'descr': '<f4', 'shape': (2 3), }", "{'descr': '<f4', 'shape': (99999999999999999999,), }",
          "{'descr': '<f4', 'fortran_order': Perhaps}", "{'colour': 'red'}", "print('hello')"}) {
        INFO(header);
        CHECK(complaint(npy_bytes(header, floats({1, 2}))) == "its header is not one that NumPy writes");
    }
}

TEST_CASE("no byte of a file can be changed into a crash")
{
    const std::string good =
        npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", floats({1, 2, 3, 4, 5, 6}));
    common::Random random(2);
    int refused = 0;
    for (int run = 0; run < 3000; ++run) {
        std::string bad = good;
        for (std::size_t change = 0; change <= random.below(3); ++change) {
            bad[random.below(96)] = static_cast<char>(random.below(256));
        }
        if (random.below(3) == 0) bad.resize(random.below(bad.size()));
        refused += complaint(bad) == "none" ? 0 : 1;
    }
    CHECK(refused > 1500);
}

TEST_CASE("what cannot be read or written is refused in a sentence")
{
    const tests::TemporaryFolder folder;
    const NpyArray array = array_of({2}, {1, 2});
    CHECK_THROWS_AS(write_npy(folder.path() / "no such folder" / "a.npy", array), FileTrouble);
    std::filesystem::create_directory(folder.path() / "taken.npy");
    CHECK_THROWS_AS(write_npy(folder.path() / "taken.npy", array), FileTrouble);
    CHECK_THROWS_WITH(read_npy(folder.path()), folder.path().string() + ": this is a folder");
    CHECK_THROWS_WITH(read_npy(folder.path() / "none.npy"),
                      (folder.path() / "none.npy").string() + ": there is no such file");
    CHECK_THROWS_WITH(read_npy("/dev/null"), "/dev/null: this is a device, not a file");
    REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK_THROWS_WITH(read_npy(folder.path() / "pipe"),
                      (folder.path() / "pipe").string() +
                          ": this is a pipe; write what comes out of it into a file first");
}
