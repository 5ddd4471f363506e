#include "23_writing/model/forward.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/reading.hpp"
#include "23_writing/saved.hpp"
#include "23_writing/text/byte_pairs.hpp"
#include "23_writing/writing.hpp"

#include "17_induction/sequences.hpp"

#include "common/open_to_read.hpp"
#include "common/random.hpp"
#include "common/safetensors.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;

namespace
{

/// Sizes that are all different.
constexpr WriterShape small = {.vocabulary = 11, .length = 8, .d_model = 12, .heads = 3, .layers = 2, .d_hidden = 10};

template <typename Real>
Writer<Real> small_writer(const WriterShape& shape = small)
{
    common::Random random(7);
    return random_writer<Real>(shape, random);
}

std::vector<int> random_tokens(std::size_t count, std::size_t vocabulary)
{
    common::Random random(8);
    std::vector<int> tokens(count);
    for (int& token : tokens) token = static_cast<int>(random.below(vocabulary));
    return tokens;
}

/// What a model says after a window, which it reads all at once.
template <typename Real>
Vector last_logits(const Writer<Real>& model, const std::vector<int>& window)
{
    WriterTrace<Real> trace;
    forward(model, {window.size(), window, std::vector<int>(window.size(), nothing_asked)}, trace);
    return xt::cast<double>(xt::view(trace.logits, window.size() - 1, xt::all()));
}

/// A model whose vocabulary is the bytes and two merges.
SavedWriter a_writer()
{
    const BytePairs pairs({{'t', 'h'}, {256, 'e'}});
    WriterShape shape = small;
    shape.vocabulary = 258;
    return {small_writer<float>(shape), pairs};
}

/// What is said about a file that was changed.
template <typename Change>
std::string complaint(const std::filesystem::path& folder, Change change)
{
    SavedWriter writer = a_writer();
    save_writer(folder / "w", writer);
    common::Safetensors file = common::read_safetensors(folder / "w");
    change(file);
    common::write_safetensors(folder / "w", file);
    try {
        load_writer(folder / "w");
    } catch (const common::FileTrouble& trouble) {
        const std::string text = trouble.what();
        return text.substr(std::min(text.size(), (folder / "w").string().size() + 2));
    }
    return "none";
}

}  // namespace

TEST_CASE("a full window lets its older half go")
{
    // Windows of 8: the ninth token begins one that has four tokens before it, the thirteenth the next.
    const std::vector<std::size_t> begins = {0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12};
    for (std::size_t tokens = 0; tokens < begins.size(); ++tokens) CHECK(window_begin(tokens, 8) == begins[tokens]);
}

TEST_CASE("token by token with a cache, a model says what it says when it reads the window at once")
{
    const Writer<double> model = small_writer<double>();
    const Writer<float> in_float = small_writer<float>();
    const std::vector<int> text = random_tokens(30, small.vocabulary);
    CachedReading<double> cached(model);
    CachedReading<float> cached_in_float(in_float);
    PlainReading<double> plain(model);
    for (std::size_t n = 1; n <= text.size(); ++n) {
        const std::size_t begin = n <= 8 ? 0 : (n - 5) / 4 * 4;
        const std::vector<int> window(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                      text.begin() + static_cast<std::ptrdiff_t>(n));
        const Vector expected = last_logits(model, window);
        CHECK(xt::amax(xt::abs(expected))() > 0.1);
        CHECK(tests::difference(cached.after(text[n - 1]), expected) < 1e-12);
        CHECK(tests::difference(plain.after(text[n - 1]), expected) < 1e-12);
        CHECK(tests::difference(cached_in_float.after(text[n - 1]), expected) < 1e-4);
    }
}

TEST_CASE("the same tokens are written with a cache and without")
{
    const Writer<float> model = small_writer<float>();
    const std::vector<int> prompt = random_tokens(5, small.vocabulary);
    std::vector<std::vector<int>> different;
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        for (const double temperature : {0.0, 0.8, 1.5}) {
            const WritingStyle style{temperature, 7, seed};
            const std::vector<int> with = gone_on(CachedReading<float>(model), prompt, 40, style);
            CHECK(with.size() == 40);
            CHECK(with == gone_on(PlainReading<float>(model), prompt, 40, style));
            if (temperature == 0.8) different.push_back(with);
        }
    }
    CHECK(different[0] != different[1]);
}

TEST_CASE("each token is told as soon as it is written, and what cannot be is refused")
{
    const Writer<float> model = small_writer<float>();
    std::vector<int> told;
    const auto watch = [&](int token) { told.push_back(token); };
    CHECK(gone_on(CachedReading<float>(model), {1, 2}, 9, {}, watch) == told);
    CHECK(gone_on(CachedReading<float>(model), {1, 2}, 0, {}).empty());
    CHECK_THROWS_AS(gone_on(CachedReading<float>(model), {}, 9, {}), std::invalid_argument);
    CHECK_THROWS_AS(gone_on(CachedReading<float>(model), {11}, 9, {}), std::invalid_argument);
    CHECK_THROWS_AS(gone_on(CachedReading<float>(model), {-1}, 9, {}), std::invalid_argument);
    WriterShape less = small;
    less.without = Piece::mlp;
    const Writer<float> incomplete = small_writer<float>(less);
    CHECK_THROWS_AS(CachedReading<float>(incomplete), std::invalid_argument);
}

TEST_CASE("what a model has learned comes back from a file, and so does what it writes")
{
    const tests::TemporaryFolder folder;
    SavedWriter writer = a_writer();
    save_writer(folder.path() / "w", writer);
    SavedWriter again = load_writer(folder.path() / "w");
    CHECK(again.model.shape == writer.model.shape);
    CHECK(again.pairs.merges() == writer.pairs.merges());
    const auto parts = named_parts(writer.model);
    const auto parts_again = named_parts(again.model);
    REQUIRE(parts.size() == parts_again.size());
    for (std::size_t i = 0; i < parts.size(); ++i) CHECK(std::ranges::equal(parts[i].numbers, parts_again[i].numbers));
    CHECK(written_text(writer, "the bank", 20, {}) == written_text(again, "the bank", 20, {}));
    CHECK_FALSE(written_text(writer, "", 20, {}).empty());
    const common::Safetensors file = common::read_safetensors(folder.path() / "w");
    CHECK(file.tensor("blocks.1.W_in", {12, 10}).numbers.size() == 120);
    CHECK(file.note("merges") == "116 104 256 101 ");
}

TEST_CASE("a file that is no model is refused in a sentence")
{
    const tests::TemporaryFolder folder;
    const auto after = [&](auto change) { return complaint(folder.path(), change); };
    using common::Safetensors;
    CHECK(after([](Safetensors&) {}) == "none");
    CHECK(after([](Safetensors& file) { file.notes.erase("merges"); }) == "its __metadata__ does not say 'merges'");
    CHECK(after([](Safetensors& file) { file.notes["merges"] = "116 x"; }) ==
          "its note 'merges' is not made of numbers");
    CHECK(after([](Safetensors& file) { file.notes["merges"] = "116 104 257 101"; }) == "merge 1 is of a later token");
    CHECK(after([](Safetensors& file) { file.notes["merges"] = "116 104"; }) ==
          "'embedding' has shape (258, 12); (257, 12) is needed");
    CHECK(after([](Safetensors& file) { file.notes["layers"] = "2 2"; }) ==
          "its note 'layers' is not one number above 0");
    CHECK(after([](Safetensors& file) { file.notes["heads"] = "0"; }) == "its note 'heads' is not one number above 0");
    CHECK(after([](Safetensors& file) { file.notes["heads"] = "5"; }) ==
          "no model has 5 heads, 2 blocks and rows of 12");
    CHECK(after([](Safetensors& file) { file.notes["layers"] = "999999"; }) ==
          "no model has 3 heads, 999999 blocks and rows of 12");
    CHECK(after([](Safetensors& file) { file.notes["layers"] = "3"; }) == "it has no tensor 'blocks.2.attention_gain'");
    CHECK(after([](Safetensors& file) { file.tensors.pop_back(); }) == "it has no tensor 'final_gain'");
    CHECK(after([](Safetensors& file) { file.tensors.clear(); }) == "no model has 3 heads, 2 blocks and rows of 0");
}
