#include "common/open_to_read.hpp"
#include "common/safetensors.hpp"

#include "common/random.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

using common::FileTrouble;
using common::read_safetensors;
using common::Safetensors;
using common::write_safetensors;
using namespace std::string_literals;

namespace
{

/// A file of this header and these numbers; the header's length may be another than it has.
std::string file_of(const std::string& header, const std::string& numbers, std::size_t length)
{
    std::string start;
    for (int i = 0; i < 8; ++i) start += static_cast<char>((length >> (8 * i)) % 256);
    return start + header + numbers;
}

std::string file_of(const std::string& header, const std::string& numbers)
{
    return file_of(header, numbers, header.size());
}

/// 1, -2, 0.5 and 3, from IEEE 754, the least byte first.
const std::string four_numbers = "\x00\x00\x80\x3f\x00\x00\x00\xc0\x00\x00\x00\x3f\x00\x00\x40\x40"s;

std::string complaint(const std::string& bytes)
{
    static const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "x.safetensors";
    tests::write(file, bytes);
    try {
        read_safetensors(file);
    } catch (const FileTrouble& trouble) {
        const std::string text = trouble.what();
        const std::string name = file.string() + ": ";
        return text.starts_with(name) ? text.substr(name.size()) : "another file: " + text;
    }
    return "none";
}

/// What is said of a file with one tensor, described so.
std::string complaint_about(const std::string& entry)
{
    return complaint(file_of(R"({"a":)" + entry + "}", four_numbers));
}

/// A program in Python, run in a folder. \return  what it printed, or nothing where these modules are not installed
std::string python(const std::filesystem::path& folder, const std::string& modules, const std::string& program)
{
    const std::string interpreter = std::filesystem::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
    if (tests::run(interpreter + " -c 'import " + modules + "' 2>&1").exit_code != 0) return "";
    tests::write(folder / "program.py", program);
    const tests::Ran ran = tests::run("cd '" + folder.string() + "' && " + interpreter + " program.py 2>&1");
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    return ran.output + ".";
}

}  // namespace

TEST_CASE("tensors, shapes and notes are read from the bytes of the format")
{
    const tests::TemporaryFolder folder;
    const std::string header = R"({"b":{"dtype":"F32","shape":[],"data_offsets":[12,16]},"__metadata__":{"heads":"4"},)"
                               R"("a":{"shape":[3,1],"data_offsets":[0,12],"dtype":"F32"},)"
                               R"("none":{"dtype":"F32","shape":[0,7],"data_offsets":[0,0]}}      )";
    tests::write(folder.path() / "x", file_of(header, four_numbers));
    const Safetensors read = read_safetensors(folder.path() / "x");
    REQUIRE(read.tensors.size() == 3);
    CHECK(read.tensor("a", {3, 1}).numbers == std::vector<float>{1, -2, 0.5});
    CHECK(read.tensor("b", {}).numbers == std::vector<float>{3});
    CHECK(read.tensor("none", {0, 7}).numbers.empty());
    CHECK(read.note("heads") == "4");
    const std::string name = (folder.path() / "x").string();
    CHECK_THROWS_WITH(read.tensor("c", {1}), name + ": it has no tensor 'c'");
    CHECK_THROWS_WITH(read.tensor("a", {1, 3}), name + ": 'a' has shape (3, 1); (1, 3) is needed");
    CHECK_THROWS_WITH(read.note("layers"), name + ": its __metadata__ does not say 'layers'");
}

TEST_CASE("the bytes that are written are those of the format")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "x";
    write_safetensors(file, {{{"a", {3, 1}, {1, -2, 0.5}}, {"b", {1}, {3}}}, {{"heads", "4"}}});
    const std::string header =
        R"({"__metadata__":{"heads":"4"},"a":{"dtype":"F32","shape":[3,1],"data_offsets":[0,12]},)"
        R"("b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}})";
    const std::string blanks((8 - header.size() % 8) % 8, ' ');
    CHECK(tests::read(file) == file_of(header + blanks, four_numbers));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("what is written is read again, to the last bit")
{
    const tests::TemporaryFolder folder;
    const float infinity = std::numeric_limits<float>::infinity();
    Safetensors what{{{"strange \"name\" \\ \n", {2, 1, 2}, {infinity, -0.0F, 1e-45F, std::nanf("")}}, {"x", {0}, {}}},
                     {}};
    write_safetensors(folder.path() / "x", what);
    const Safetensors again = read_safetensors(folder.path() / "x");
    const std::vector<float>& numbers = again.tensor(what.tensors[0].name, {2, 1, 2}).numbers;
    CHECK(numbers[0] == infinity);
    CHECK(std::signbit(numbers[1]));
    CHECK(numbers[2] == 1e-45F);
    CHECK(std::isnan(numbers[3]));
    CHECK(again.tensor("x", {0}).numbers.empty());
    CHECK(again.notes.empty());
    write_safetensors(folder.path() / "x", {});
    CHECK(read_safetensors(folder.path() / "x").tensors.empty());
}

TEST_CASE("a file that is no such file, or was cut off, is refused in a sentence")
{
    const std::string entry = R"({"dtype":"F32","shape":[2,2],"data_offsets":[0,16]})";
    const std::string good = file_of(R"({"a":)" + entry + "}", four_numbers);
    CHECK(complaint(good) == "none");
    CHECK(complaint("") == "it is empty");
    CHECK(complaint(good.substr(0, 5)) == "it is cut off: it ends within its first 8 bytes");
    CHECK(complaint(good.substr(0, 20)) == "it is cut off: its header takes 57 bytes, and 12 are there");
    CHECK(complaint(good.substr(0, good.size() - 1)) == "it is cut off: its tensors take 16 bytes, and 15 are there");
    CHECK(complaint(good + "xyz") == "3 bytes follow the last tensor");
    CHECK(complaint("PK\3\4 an archive of PyTorch, say") == "this is not a safetensors file");
    CHECK(complaint(file_of("{}", "", 100'000'001)) == "it claims a header of 100000001 bytes; 100000000 is the most");
    CHECK(complaint(file_of("{}", "", ~std::size_t{0})) ==
          "it claims a header of 18446744073709551615 bytes; 100000000 is the most");
    for (const char* header : {"{", "{\"a\":}", "{} rubbish", "{\"\xff\":1}"}) {
        INFO(header);
        CHECK(complaint(file_of(header, four_numbers)) == "its header is not the JSON that such a file has");
    }
    CHECK(complaint(file_of(R"({"a":)" + entry + R"(,"a":)" + entry + "}", four_numbers)) ==
          "it has two tensors of the name 'a'");
    CHECK(complaint(file_of("{\"a\":" + std::string(100'000, '[') + "}", "")) ==
          "its header has brackets in brackets in brackets, which no such file has");
    CHECK(complaint(file_of(R"({"__metadata__":[1]})", "")) == "its __metadata__ is not a list of names with texts");
    CHECK(complaint(file_of(R"({"__metadata__":{"heads":4}})", "")) == "'heads' in its __metadata__ is not a text");
}

TEST_CASE("a tensor that is described wrongly is refused by its name")
{
    CHECK(complaint_about("7") == "'a' has no dtype, no shape or no data_offsets");
    CHECK(complaint_about(R"({"dtype":"F32","shape":[4]})") == "'a' has no dtype, no shape or no data_offsets");
    CHECK(complaint_about(R"({"dtype":4,"shape":[4],"data_offsets":[0,16]})") ==
          "'a' has no dtype, no shape or no data_offsets");
    CHECK(complaint_about(R"({"dtype":"BF16","shape":[8],"data_offsets":[0,16]})") ==
          "'a' holds numbers of type BF16; F32 is wanted (in PyTorch: tensor.float())");
    CHECK(complaint_about(R"({"dtype":"\u001b[31m","shape":[8],"data_offsets":[0,16]})") ==
          "'a' holds numbers of type ?[31m; F32 is wanted (in PyTorch: tensor.float())");
    CHECK(complaint_about(R"({"dtype":"F32","shape":[5],"data_offsets":[0,16]})") ==
          "'a' has shape (5,), and 16 bytes for it");
    CHECK(complaint_about(R"({"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]})") ==
          "'a' has shape (4294967296, 4294967296), and 0 bytes for it");
    for (const char* offsets : {"[0]", "[16,0]", "[0,8,16]", "[]"}) {
        INFO(offsets);
        CHECK(complaint_about(R"({"dtype":"F32","shape":[4],"data_offsets":)"s + offsets + "}") ==
              "'a' does not say where it begins and ends");
    }
    for (const char* size : {"-4", "4.0", "\"4\"", "null", "1e3", "99999999999999999999"}) {
        INFO(size);
        CHECK(complaint_about(R"({"dtype":"F32","shape":[)"s + size + R"(],"data_offsets":[0,16]})") ==
              "'a' has a size that is not a whole number");
    }
    CHECK(complaint_about(R"({"dtype":"F32","shape":4,"data_offsets":[0,16]})") ==
          "'a' has a strange shape or strange data_offsets");
}

TEST_CASE("tensors neither overlap nor leave gaps")
{
    const auto two = [](const std::string& first, const std::string& second) {
        return complaint(file_of(R"({"one":{"dtype":"F32","shape":[2],"data_offsets":)" + first +
                                     R"(},"two":{"dtype":"F32","shape":[2],"data_offsets":)" + second + "}}",
                                 four_numbers));
    };
    CHECK(two("[0,8]", "[8,16]") == "none");
    CHECK(two("[8,16]", "[0,8]") == "none");
    CHECK(two("[0,8]", "[4,12]") == "'two' begins at byte 4, before 'one' has ended");
    CHECK(two("[0,8]", "[0,8]") == "'two' begins at byte 0, before 'one' has ended");
    CHECK(two("[0,8]", "[12,20]") == "its bytes 8 to 12 belong to no tensor");
    CHECK(two("[4,12]", "[12,20]") == "its bytes 0 to 4 belong to no tensor");
}

TEST_CASE("no byte of a file with tensors can be changed into a crash")
{
    const std::string good = file_of(R"({"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}})", four_numbers);
    common::Random random(3);
    int refused = 0;
    for (int run = 0; run < 2000; ++run) {
        std::string bad = good;
        for (std::size_t change = 0; change <= random.below(3); ++change)
            bad[random.below(good.size() - four_numbers.size())] = static_cast<char>(random.below(256));
        if (random.below(3) == 0) bad.resize(random.below(bad.size()));
        refused += complaint(bad) == "none" ? 0 : 1;
    }
    CHECK(refused > 1500);
}

TEST_CASE("NumPy opens what was written, and what NumPy writes is read")
{
    const tests::TemporaryFolder folder;
    write_safetensors(folder.path() / "ours",
                      {{{"a", {2, 3}, {1, 2, 3, 4, 5, 6.25}}, {"b", {1}, {-7}}}, {{"heads", "4"}}});
    const std::string printed = python(folder.path(), "numpy", R"(
import json, struct
import numpy as np

data = open('ours', 'rb').read()
length, = struct.unpack('<Q', data[:8])
header = json.loads(data[8:8 + length])
for name, entry in header.items():
    if name == '__metadata__':
        print(name, entry)
        continue
    begin, end = entry['data_offsets']
    print(name, np.frombuffer(data[8 + length + begin:8 + length + end], '<f4').reshape(entry['shape']).tolist())

x, y = np.arange(6, dtype='<f4').reshape(2, 3) / 8, np.array([np.pi], '<f4')
header = {'y': {'dtype': 'F32', 'shape': list(y.shape), 'data_offsets': [0, y.nbytes]},
          'x': {'dtype': 'F32', 'shape': list(x.shape), 'data_offsets': [y.nbytes, y.nbytes + x.nbytes]}}
text = json.dumps(header).encode()
text += b' ' * (-len(text) % 8)
open('theirs', 'wb').write(struct.pack('<Q', len(text)) + text + y.tobytes() + x.tobytes())
)");
    if (printed.empty()) return;  // no NumPy here
    CHECK(printed == "__metadata__ {'heads': '4'}\na [[1.0, 2.0, 3.0], [4.0, 5.0, 6.25]]\nb [-7.0]\n.");
    const Safetensors theirs = read_safetensors(folder.path() / "theirs");
    CHECK(theirs.tensor("x", {2, 3}).numbers == std::vector<float>{0, 0.125, 0.25, 0.375, 0.5, 0.625});
    CHECK(theirs.tensor("y", {1}).numbers == std::vector<float>{3.14159265F});
}

TEST_CASE("PyTorch opens what was written, and what PyTorch writes is read")
{
    const tests::TemporaryFolder folder;
    write_safetensors(folder.path() / "ours", {{{"a", {3}, {1, -2, 0.5}}}, {}});
    const std::string printed = python(folder.path(), "torch", R"(
import json, struct
import torch

data = bytearray(open('ours', 'rb').read())
length, = struct.unpack('<Q', data[:8])
begin, end = json.loads(data[8:8 + length])['a']['data_offsets']
print(torch.frombuffer(data[8 + length + begin:8 + length + end], dtype=torch.float32).tolist())

layer = torch.nn.Linear(2, 1)
torch.nn.init.constant_(layer.weight, 0.75)
torch.nn.init.zeros_(layer.bias)
header, numbers = {}, b''
for name, tensor in layer.state_dict().items():
    more = b''.join(struct.pack('<f', x) for x in tensor.flatten().tolist())
    header[name] = {'dtype': 'F32', 'shape': list(tensor.shape), 'data_offsets': [len(numbers), len(numbers) + len(more)]}
    numbers += more
text = json.dumps(header).encode()
open('theirs', 'wb').write(struct.pack('<Q', len(text)) + text + numbers)
)");
    if (printed.empty()) return;  // no PyTorch here
    CHECK(printed == "[1.0, -2.0, 0.5]\n.");
    const Safetensors theirs = read_safetensors(folder.path() / "theirs");
    CHECK(theirs.tensor("weight", {1, 2}).numbers == std::vector<float>{0.75, 0.75});
    CHECK(theirs.tensor("bias", {1}).numbers == std::vector<float>{0});
}

TEST_CASE("what is wrong about a place is said as for every file")
{
    const tests::TemporaryFolder folder;
    CHECK_THROWS_WITH(read_safetensors(folder.path() / "none"),
                      (folder.path() / "none").string() + ": there is no such file");
    CHECK_THROWS_WITH(read_safetensors(folder.path()), folder.path().string() + ": this is a folder");
    CHECK_THROWS_AS(write_safetensors(folder.path() / "no" / "folder", {}), FileTrouble);
}
