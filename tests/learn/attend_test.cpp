// ./learn attend as it is typed: what it prints, what it leaves behind, and how it ends.

#include "21_your_own_data/npy.hpp"

#include "common/random.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

using attention::NpyArray;
using attention::NumberType;

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
        attention::write_npy(path("q.npy"), random_array(random, {2, 5, 4}));
        attention::write_npy(path("k.npy"), random_array(random, {1, 7, 4}));
        attention::write_npy(path("v.npy"), random_array(random, {1, 7, 3}));
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
    CHECK(attention::read_npy(arrays.path("o.npy")).shape == std::vector<std::size_t>{2, 5, 3});
    const NpyArray weights = attention::read_npy(arrays.path("w.npy"));
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
        const NpyArray fast = attention::read_npy(arrays.path("fast.npy"));
        const NpyArray plain = attention::read_npy(arrays.path("plain.npy"));
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
    ends("--q q.npy --k k.npy --v v.npy --softcap -1", 2, "--softcap");
    ends("--text text.npy", 2, "attend: --text needs a --sentence");
    ends("--text none.txt --sentence hello", 3, "attend: none.txt: it cannot be read");
    ends("--text text.npy --sentence hello", 2, "attend: no word of the sentence stands in the text");
    for (const auto& entry : std::filesystem::directory_iterator(arrays.folder.path())) {
        CHECK(entry.path().extension() != ".part");
    }
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
