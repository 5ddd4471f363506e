// ./learn attend as it is typed: what it prints, what it leaves behind, and how it ends.

#include "common/npy.hpp"
#include "common/npy_array.hpp"
#include "common/random.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

using common::NpyArray;
using common::NumberType;

namespace
{

NpyArray random_array(common::Random& random, const std::vector<std::size_t>& shape)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) items *= size;
    NpyArray array{NumberType::float32, shape, std::vector<std::byte>(items * sizeof(float))};
    for (std::size_t i = 0; i < items; ++i) {
        const auto number = static_cast<float>(random.normal());
        std::memcpy(array.bytes.data() + i * sizeof number, &number, sizeof number);
    }
    return array;
}

/// A folder with q, k and v of 2 heads, 5 queries and 7 keys.
struct Arrays {
    Arrays()
    {
        common::Random random(1);
        common::write_npy(path("q.npy"), random_array(random, {2, 5, 4}));
        common::write_npy(path("k.npy"), random_array(random, {1, 7, 4}));
        common::write_npy(path("v.npy"), random_array(random, {1, 7, 3}));
    }

    std::filesystem::path path(const std::string& name) const { return folder.path() / name; }

    /// Run attend in this folder; complaints and output together.
    tests::Ran attend(const std::string& arguments) const
    {
        return tests::run("cd '" + folder.path().string() + "' && '" ATTEND "' " + arguments + " 2>&1");
    }

    tests::TemporaryFolder folder;
};

const std::string all_three = "--q q.npy --k k.npy --v v.npy ";

}  // namespace

TEST_CASE("arrays in, output, weights and a map out")
{
    const Arrays arrays;
    const tests::Ran ran = arrays.attend(all_three + "--causal=bottom-right --out o.npy --weights w.npy --svg map.svg");
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    CHECK(ran.output.find("output float32 (2, 5, 3)") == 0);
    CHECK(common::read_npy(arrays.path("o.npy")).shape == std::vector<std::size_t>{2, 5, 3});
    const NpyArray weights = common::read_npy(arrays.path("w.npy"));
    CHECK(weights.shape == std::vector<std::size_t>{2, 5, 7});
    for (std::size_t row = 0; row < 10; ++row) {
        double sum = 0.0;
        for (std::size_t j = 0; j < 7; ++j) {
            sum += weights.at(row * 7 + j);
            CHECK((weights.at(row * 7 + j) > 0.0) == (j <= row % 5 + 2));
        }
        CHECK_THAT(sum, WithinAbs(1.0, 1e-6));
    }
    CHECK(tests::read(arrays.path("map.svg")).find("<svg") == 0);
}

TEST_CASE("with or without the weights the output is the same")
{
    const Arrays arrays;
    for (const char* wish : {"", "--causal", "--score gaussian --scale 0.5", "--softcap 1"}) {
        CHECK(arrays.attend(all_three + wish + " --out fast.npy").exit_code == 0);
        CHECK(arrays.attend(all_three + wish + " --out plain.npy --weights w.npy").exit_code == 0);
        const NpyArray fast = common::read_npy(arrays.path("fast.npy"));
        const NpyArray plain = common::read_npy(arrays.path("plain.npy"));
        for (std::size_t i = 0; i < fast.size(); ++i) CHECK_THAT(fast.at(i), WithinAbs(plain.at(i), 2e-6));
    }
}

TEST_CASE("what cannot be is said in a sentence, with the right exit code, and nothing is left behind")
{
    const Arrays arrays;
    tests::write(arrays.path("text.npy"), "not an array");
    const auto ends = [&](const std::string& arguments, int exit_code, const std::string& sentence) {
        const tests::Ran ran = arrays.attend(arguments);
        INFO(arguments << "\n" << ran.output);
        CHECK(ran.exit_code == exit_code);
        CHECK(ran.output.find(sentence) != std::string::npos);
        CHECK(std::count(ran.output.begin(), ran.output.end(), '\n') <= 2);
    };
    ends("--q q.npy", 2, "attend: --q, --k and --v are needed");
    ends("--q q.npy --k none.npy --v v.npy", 3, "attend: none.npy: there is no such file");
    ends("--q text.npy --k k.npy --v v.npy", 3, "attend: text.npy: this is not a .npy file");
    ends("--q v.npy --k k.npy --v v.npy", 2, "attend: Q has d_k = 3 but K has 4");
    ends(all_three + "--mask v.npy", 2, "attend: the mask has shape (1, 7, 3), which does not broadcast");
    ends(all_three + "--out no/such/folder/o.npy", 3, "it cannot be written");
    ends("--q q.npy --k k.npy --v v.npy --causal=sideways", 2, "sideways");
    ends("--q q.npy --k k.npy --v v.npy --softcap -1", 2, "attend: --softcap needs a number above 0");
    for (const char* number : {"nan", "inf", "1e999", "''", "abc", "'1 x'"}) {
        ends(all_three + "--scale " + number, 2, "attend: --scale needs a finite number");
        ends(all_three + "--softcap " + number, 2, "attend: --softcap needs a finite number");
    }
    ends(all_three + "--scale 1e-60", 2, "attend: --scale 1e-60 is too small for float32, the type of Q");
    ends(all_three + "--threads -1", 2, "not in range 0 to 2147483647");
    ends(all_three + "--out ''", 2, "attend: --out needs the name of a file");
    ends(all_three + "--size 5", 2, "attend: --size is for words; without --sentence it would do nothing");
    for (const char* option : {"--q q.npy", "--k k.npy", "--v v.npy", "--out o.npy", "--weights w.npy", "--causal",
                               "--mask m.npy", "--softcap 1", "--score cosine", "--threads 1"}) {
        const std::string name = std::string(option).substr(0, std::string(option).find(' '));
        ends(std::string("--sentence 'each query' ") + option, 2,
             "attend: " + name + " is for arrays; with --sentence it would do nothing");
    }
    ends("--q . --k k.npy --v v.npy", 3, "attend: .: this is a folder");
    ends("--text . --sentence hello", 3, "attend: .: this is a folder");
    tests::write(arrays.path("empty"), "");
    ends("--text empty --sentence hello", 3, "attend: empty: it is empty");
    tests::write(arrays.path("utf16"), std::string("\xFF\xFEt\0h\0e\0", 8));
    ends("--text utf16 --sentence hello", 3, "attend: utf16: this is UTF-16; save it as UTF-8");
    tests::write(arrays.path("zeros"), std::string("t\0h\0e\0", 6));
    ends("--text zeros --sentence hello", 3, "attend: zeros: it holds zero bytes, so it is not a text in UTF-8");
    ends("--sentence \"$(yes word | head -n 10000)\"", 2,
         "attend: the sentence has 10000 words; up to 64 can be shown");
    std::string pairs;  // each word has company of its own, so scores are far above 1
    for (char c = 'a'; c <= 'z'; ++c) {
        for (int i = 0; i < 4; ++i) pairs += std::string("x") + c + " y" + c + " . ";
    }
    tests::write(arrays.path("pairs"), pairs);
    ends("--text pairs --sentence 'xa ya' --scale 1e308", 2, "attend: --scale is too large for these scores");
    ends("--text text.npy", 2, "attend: --text needs a --sentence");
    ends("--text none.txt --sentence hello", 3, "attend: none.txt: there is no such file");
    ends("--text text.npy --sentence hello", 2, "attend: no word of the sentence is in the text at least twice");
    CHECK(std::distance(std::filesystem::directory_iterator(arrays.folder.path()), {}) == 8);
}

TEST_CASE("all that is asked for is written, each into a file of its own, or nothing is")
{
    const Arrays arrays;
    for (const char* twice :
         {"--out o.npy --weights o.npy", "--out o.npy --svg ./o.npy", "--weights link --svg o.npy"}) {
        std::error_code there_already;
        std::filesystem::create_symlink("o.npy", arrays.path("link"), there_already);
        const tests::Ran ran = arrays.attend(all_three + twice);
        INFO(ran.output);
        CHECK(ran.exit_code == 2);
        CHECK(ran.output.find("are one file") != std::string::npos);
        CHECK(!std::filesystem::exists(arrays.path("o.npy")));
    }
    CHECK(arrays.attend(all_three + "--out o.npy --weights no/w.npy").exit_code == 3);
    CHECK(!std::filesystem::exists(arrays.path("o.npy")));
    CHECK(arrays.attend(all_three + "--out o.npy --svg no/map.svg").exit_code == 3);
    CHECK(!std::filesystem::exists(arrays.path("o.npy")));
    CHECK(arrays.attend(all_three + "--out link").exit_code == 0);
    CHECK(std::filesystem::is_symlink(arrays.path("link")));
    CHECK(common::read_npy(arrays.path("o.npy")).shape == std::vector<std::size_t>{2, 5, 3});
}

TEST_CASE("devices are written into, and what a full one says is passed on")
{
    const Arrays arrays;
    CHECK(arrays.attend(all_three + "--out /dev/null").exit_code == 0);
    CHECK(std::filesystem::is_character_file("/dev/null"));
    if (!std::filesystem::exists("/dev/full")) return;
    const tests::Ran ran = arrays.attend(all_three + "--out /dev/full");
    CHECK(ran.exit_code == 3);
    CHECK(ran.output == "attend: /dev/full: it cannot be written (No space left on device)\n");
    CHECK(arrays.attend(all_three + ">/dev/full").exit_code == 3);
    CHECK(arrays.attend("--sentence 'each query' >/dev/full").exit_code == 3);
}

TEST_CASE("more threads than help are not used, and the output is the same")
{
    const Arrays arrays;
    const tests::Ran ran = arrays.attend(all_three + "--threads 100000 --out many.npy");
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    CHECK(ran.output.find("attend: 100000 threads would only be in each other's way; ") == 0);
    CHECK(arrays.attend(all_three + "--threads 1 --out one.npy").exit_code == 0);
    CHECK(tests::read(arrays.path("many.npy")) == tests::read(arrays.path("one.npy")));
}

TEST_CASE("a map too large to read is refused before anything is computed")
{
    const Arrays arrays;
    common::Random random(2);
    common::write_npy(arrays.path("long.npy"), random_array(random, {1, 30000, 4}));
    const tests::Ran ran = arrays.attend("--q long.npy --k long.npy --v long.npy --svg map.svg");
    CHECK(ran.exit_code == 2);
    CHECK(ran.output == "attend: --svg draws up to 64 queries and 64 keys; here are 30000 and 30000\n");
}

TEST_CASE("no heads give an output of none, and no map")
{
    const Arrays arrays;
    common::Random random(3);
    common::write_npy(arrays.path("none.npy"), random_array(random, {0, 5, 4}));
    const std::string none = "--q none.npy --k none.npy --v none.npy ";
    CHECK(arrays.attend(none + "--out o.npy --weights w.npy").exit_code == 0);
    CHECK(common::read_npy(arrays.path("w.npy")).shape == std::vector<std::size_t>{0, 5, 5});
    const tests::Ran ran = arrays.attend(none + "--svg map.svg");
    CHECK(ran.exit_code == 2);
    CHECK(ran.output == "attend: --svg draws the first head, and there is none\n");
}

TEST_CASE("an integer mask of 0 and 1 hides, and a float one of the same is spoken of")
{
    const Arrays arrays;
    const auto mask = [&](const std::string& name, const std::string& type, const std::string& bytes) {
        std::string header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (7,), }";
        header.append(117 - header.size(), ' ');
        tests::write(arrays.path(name), std::string("\x93NUMPY\1\0\x76\0", 10) + header + "\n" + bytes);
    };
    mask("bool.npy", "|b1", std::string("\1\1\1\1\0\0\0", 7));
    mask("byte.npy", "|u1", std::string("\1\1\1\1\0\0\0", 7));
    mask("float.npy", ">f2", std::string("\x3c\0\x3c\0\x3c\0\x3c\0\0\0\0\0\0\0", 14));
    for (const char* name : {"bool", "byte", "float"}) {
        const tests::Ran ran = arrays.attend(all_three + "--mask " + name + ".npy --out " + name + "_o.npy");
        INFO(ran.output);
        CHECK(ran.exit_code == 0);
        CHECK((ran.output.find("they are added to the scores and hide nothing") != std::string::npos) ==
              (name == std::string("float")));
    }
    CHECK(tests::read(arrays.path("bool_o.npy")) == tests::read(arrays.path("byte_o.npy")));
    CHECK(tests::read(arrays.path("bool_o.npy")) != tests::read(arrays.path("float_o.npy")));
    mask("twos.npy", "|u1", std::string("\1\2\1\1\0\0\0", 7));
    const tests::Ran ran = arrays.attend(all_three + "--mask twos.npy");
    CHECK(ran.exit_code == 3);
    CHECK(ran.output.find("a.astype(bool)") != std::string::npos);
}

TEST_CASE("a text as e-books have it: curly quotes and dashes divide words")
{
    const Arrays arrays;
    std::string text;
    for (int i = 0; i < 3; ++i) text += "She said “yes” to him—he said “no”—she said “yes” again. Don’t ask.\n";
    tests::write(arrays.path("curly.txt"), "\xEF\xBB\xBF" + text);
    const tests::Ran ran = arrays.attend("--text curly.txt --sentence \"She said yes; him, he: DON'T\"");
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    CHECK(ran.output.find("42 words of text, 10 of them known") == 0);
    CHECK(ran.output.find("left out") == std::string::npos);
    CHECK(ran.output.find("where \"don't\" looks") != std::string::npos);
}

TEST_CASE("the words of a sentence look at each other, with vectors from the lessons")
{
    const Arrays arrays;
    const tests::Ran ran = arrays.attend("--sentence 'Each query looks at every xylophone.' --svg words.svg");
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    CHECK(ran.output.find("left out, too rare: xylophone") != std::string::npos);
    CHECK(ran.output.find("where \"every\" looks") != std::string::npos);
    CHECK(std::filesystem::exists(arrays.path("words.svg")));
}
