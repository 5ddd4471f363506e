#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/attend.hpp"
#include "21_your_own_data/npy.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"

#include "01_similarity/similarity.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "10_other_scores/other_scores.hpp"
#include "12_masks/masked_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

namespace
{

NpyArray array_of(const std::vector<std::size_t>& shape, const std::vector<double>& numbers)
{
    NpyArray array{NumberType::float64, shape, std::vector<std::byte>(numbers.size() * sizeof(double))};
    if (!numbers.empty()) std::memcpy(array.bytes.data(), numbers.data(), array.bytes.size());
    return array;
}

NpyArray array_of(const Matrix& M) { return array_of({M.shape(0), M.shape(1)}, {M.begin(), M.end()}); }

NpyArray random_array(common::Random& random, const std::vector<std::size_t>& shape)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) items *= size;
    const Vector numbers = random.normal_vector(items);
    return array_of(shape, {numbers.begin(), numbers.end()});
}

NpyArray truths(const std::vector<std::size_t>& shape, const std::string& ones_and_zeros)
{
    NpyArray array{NumberType::boolean, shape, {}};
    for (const char c : ones_and_zeros) array.bytes.push_back(c == '1' ? std::byte{1} : std::byte{0});
    return array;
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
    const tests::TemporaryFolder folder;
    tests::write(folder.path() / "x.npy", bytes);
    try {
        read_npy(folder.path() / "x.npy");
    } catch (const FileTrouble& trouble) {
        const std::string text = trouble.what();
        const std::string file = (folder.path() / "x.npy").string() + ": ";
        return text.starts_with(file) ? text.substr(file.size()) : "another file: " + text;
    }
    return "none";
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
    CHECK(!std::filesystem::exists(folder.path() / "a.npy.part"));
}

TEST_CASE("a file that is no array is refused in a sentence")
{
    const std::string good =
        npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", floats({1, 2, 3, 4, 5, 6}));
    CHECK(complaint(good) == "none");
    CHECK(complaint("") == "this is not a .npy file (in NumPy: np.save)");
    CHECK(complaint("PK\3\4 an archive, say") == "this is not a .npy file (in NumPy: np.save)");
    CHECK(complaint(good.substr(0, 9)) == "it ends within its header; is it cut off?");
    CHECK(complaint(good.substr(0, 40)) == "it ends within its header; is it cut off?");
    CHECK(complaint(good.substr(0, good.size() - 1)) == "it is cut off: (2, 3) takes 24 bytes, and 23 are there");
    CHECK(complaint(std::string("\x93NUMPY\7\0\0\0", 10)) == "version 7 of the format is unknown");
    CHECK(complaint(std::string("\x93NUMPY\2\0\xff\xff\xff\x7f", 12)) ==
          "it claims a header of 2147483647 bytes, which no plain array has");
    CHECK(complaint(npy_bytes("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", "xxxx")) ==
          "it holds Python objects; float32 and float64 can be read, and bool for a mask (in NumPy: .astype('<f4'))");
    CHECK(
        complaint(npy_bytes("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", "xxxx")) ==
        "it holds numbers of type '<i8'; float32 and float64 can be read, and bool for a mask (in NumPy: .astype('<f4'))");
    CHECK(complaint(npy_bytes("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", "xxxx")) ==
          "it holds records; plain arrays of float32 or float64 are wanted");
    CHECK(complaint(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", "")) ==
          "its shape is (4294967296, 4294967296), which no file can hold");
    CHECK(complaint(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000,), }", "abcd")) ==
          "it is cut off: (1000000000,) takes 4000000000 bytes, and 4 are there");
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

TEST_CASE("a file that cannot be written leaves nothing behind")
{
    const tests::TemporaryFolder folder;
    const NpyArray array = array_of({2}, {1, 2});
    CHECK_THROWS_AS(write_npy(folder.path() / "no such folder" / "a.npy", array), FileTrouble);
    std::filesystem::create_directory(folder.path() / "taken.npy");
    CHECK_THROWS_AS(write_npy(folder.path() / "taken.npy", array), FileTrouble);
    CHECK(!std::filesystem::exists(folder.path() / "taken.npy.part"));
    CHECK_THROWS_WITH(read_npy(folder.path()), folder.path().string() + ": this is a folder");
    CHECK_THROWS_WITH(read_npy(folder.path() / "none.npy"),
                      (folder.path() / "none.npy").string() + ": there is no such file, or it may not be read");
}

TEST_CASE("arrays attend as chapter 12's matrices do, in every rank")
{
    common::Random random(3);
    const NpyArray q = random_array(random, {2, 4, 5, 8});
    const NpyArray k = random_array(random, {2, 2, 7, 8});
    const NpyArray v = random_array(random, {2, 2, 7, 3});
    for (const bool weights : {false, true}) {
        const Attended found = attend(q, k, v, std::nullopt, {.weights = weights});
        CHECK(found.output.shape == std::vector<std::size_t>{2, 4, 5, 3});
        for (std::size_t head = 0; head < 8; ++head) {
            const std::size_t shared = head / 4 * 2 + head % 4 / 2;
            const Attention expected =
                scaled_dot_product_attention(matrix_of(q, head), matrix_of(k, shared), matrix_of(v, shared));
            CHECK(difference(matrix_of(found.output, head), expected.output) < 1e-14);
            if (weights) CHECK(difference(matrix_of(found.weights, head), expected.weights) < 1e-14);
        }
    }
    const NpyArray flat = array_of(matrix_of(q));
    CHECK(attend(flat, array_of(matrix_of(k)), array_of(matrix_of(v)), std::nullopt, {}).output.shape ==
          std::vector<std::size_t>{5, 3});
}

TEST_CASE("the output has the type of Q, and K and V may have the other")
{
    const NpyArray q =
        read_bytes(npy_bytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", floats({1, 2})));
    const NpyArray k = array_of(Matrix{{1, 0}, {0, 1}});
    const Attended found = attend(q, k, k, std::nullopt, {});
    CHECK(found.output.type == NumberType::float32);
    const Matrix expected = scaled_dot_product_attention(Matrix{{1, 2}}, matrix_of(k), matrix_of(k)).output;
    CHECK(difference(matrix_of(found.output), expected) < 1e-7);
    CHECK(attend(k, q, q, std::nullopt, {}).output.type == NumberType::float64);
}

TEST_CASE("masks hide or add, and broadcast as NumPy's do")
{
    common::Random random(4);
    const Matrix Q = random.normal_matrix(3, 4);
    const Matrix K = random.normal_matrix(5, 4);
    const Matrix V = random.normal_matrix(5, 2);
    const auto with = [&](const NpyArray& mask, const AttendWish& wish = {}) {
        return matrix_of(attend(array_of(Q), array_of(K), array_of(V), mask, wish).output);
    };
    const BoolMatrix some = {
        {true, false, true, true, false}, {false, false, false, false, false}, {true, true, true, true, true}};
    CHECK(difference(with(truths({3, 5}, "101100000011111")), scaled_dot_product_attention(Q, K, V, some).output) <
          1e-14);
    CHECK(difference(with(truths({5}, "10110")),
                     scaled_dot_product_attention(Q, K, V, padding_mask(3, {true, false, true, true, false})).output) <
          1e-14);
    CHECK(difference(with(truths({1, 1, 3, 1}, "101")),
                     scaled_dot_product_attention(Q, K, V,
                                                  BoolMatrix{{true, true, true, true, true},
                                                             {false, false, false, false, false},
                                                             {true, true, true, true, true}})
                         .output) < 1e-14);
    CHECK(difference(with(array_of({5}, {0, -infinity, 0, 0, -infinity})), with(truths({5}, "10110"))) == 0.0);
    CHECK(difference(with(truths({5}, "10110"), {.causal = Alignment::bottom_right}),
                     scaled_dot_product_attention(Q, K, V,
                                                  both(causal_mask(3, 5, Alignment::bottom_right),
                                                       padding_mask(3, {true, false, true, true, false})))
                         .output) < 1e-14);
    const Matrix bias = random.normal_matrix(3, 5);
    const Matrix scores = 0.5 * score_matrix(Q, K) + bias;
    CHECK(difference(with(array_of(bias)), common::product(softmax_rows(scores), V)) < 1e-14);

    CHECK_THROWS_WITH(with(truths({3}, "101")),
                      "the mask has shape (3,), which does not broadcast to the scores, (1, 1, 3, 5)");
    CHECK_THROWS_WITH(with(truths({1, 1, 1, 1, 5}, "10101")),
                      "the mask has shape (1, 1, 1, 1, 5), which does not broadcast to the scores, (1, 1, 3, 5)");
    CHECK_THROWS_WITH(with(array_of({5}, {0, not_a_number, 0, 0, 0})), "the mask holds NaN; -inf is what hides a key");
    CHECK_THROWS_WITH(with(array_of({5}, {0, infinity, 0, 0, 0})), "the mask holds +inf; -inf is what hides a key");
}

TEST_CASE("every head may have a mask of its own")
{
    common::Random random(5);
    const NpyArray q = random_array(random, {2, 1, 4});
    const NpyArray k = random_array(random, {2, 3, 4});
    const NpyArray v = random_array(random, {2, 3, 2});
    const NpyArray found = attend(q, k, v, truths({2, 1, 3}, "100011"), {}).output;
    CHECK(difference(row_of(matrix_of(found, 0), 0), row_of(matrix_of(v, 0), 0)) < 1e-15);
    const BoolMatrix second = {{false, true, true}};
    CHECK(difference(matrix_of(found, 1),
                     scaled_dot_product_attention(matrix_of(q, 1), matrix_of(k, 1), matrix_of(v, 1), second).output) <
          1e-14);
}

TEST_CASE("other scores, a scale, a soft cap")
{
    common::Random random(6);
    const Matrix Q = random.normal_matrix(6, 3);
    const Matrix K = random.normal_matrix(8, 3);
    const Matrix V = random.normal_matrix(8, 2);
    const auto with = [&](const AttendWish& wish) {
        return matrix_of(attend(array_of(Q), array_of(K), array_of(V), std::nullopt, wish).output);
    };
    const auto blend = [&](const Matrix& scores) { return common::product(softmax_rows(scores), V); };
    for (const bool weights : {false, true}) {
        CHECK(difference(with({.score = ScoreKind::laplace, .weights = weights}), blend(laplace_scores(Q, K))) < 1e-14);
        CHECK(difference(with({.score = ScoreKind::gaussian, .weights = weights}), blend(gaussian_scores(Q, K))) <
              1e-14);
        CHECK(difference(with({.score = ScoreKind::cosine, .scale = 5.0, .weights = weights}),
                         blend(5.0 * cosine_scores(Q, K))) < 1e-14);
        CHECK(difference(with({.scale = 2.0, .weights = weights}), blend(2.0 * score_matrix(Q, K))) < 1e-14);
        const Matrix capped = 1.5 * xt::tanh(score_matrix(Q, K) / std::sqrt(3.0) / 1.5);
        CHECK(difference(with({.softcap = 1.5, .weights = weights}), blend(capped)) < 1e-14);
    }
    const Matrix zero = xt::zeros<double>({1, 3});
    CHECK(difference(
              matrix_of(
                  attend(array_of(zero), array_of(K), array_of(V), std::nullopt, {.score = ScoreKind::cosine}).output),
              blend(xt::zeros<double>({1, 8}))) < 1e-14);
}

TEST_CASE("weights show what was hidden, and a query that sees nothing has none")
{
    common::Random random(7);
    const NpyArray q = random_array(random, {3, 4});
    const NpyArray k = random_array(random, {2, 4});
    const NpyArray found = attend(q, k, k, std::nullopt, {.causal = Alignment::bottom_right, .weights = true}).weights;
    CHECK(found.at(0) + found.at(1) == 0.0);
    CHECK(found.at(2) == 1.0);
    CHECK(found.at(3) == 0.0);
    CHECK_THAT(found.at(4) + found.at(5), WithinAbs(1.0, 1e-15));
}

TEST_CASE("a value of NaN behind a mask reaches nobody, in either form")
{
    const NpyArray q = array_of({1, 1}, {1});
    const NpyArray k = array_of({2, 1}, {1, 2});
    const NpyArray v = array_of({2, 1}, {5, not_a_number});
    for (const bool weights : {false, true})
        CHECK(attend(q, k, v, truths({2}, "10"), {.weights = weights}).output.at(0) == 5.0);
}

TEST_CASE("arrays that do not fit are refused in a sentence")
{
    const auto zeros = [](const std::vector<std::size_t>& shape) {
        std::size_t items = 1;
        for (const std::size_t size : shape) items *= size;
        return array_of(shape, std::vector<double>(items));
    };
    const auto refusal = [&](const NpyArray& q, const NpyArray& k, const NpyArray& v) -> std::string {
        try {
            attend(q, k, v, std::nullopt, {});
        } catch (const std::invalid_argument& wrong) {
            return wrong.what();
        }
        return "none";
    };
    CHECK(refusal(zeros({2, 3}), zeros({4, 5}), zeros({4, 1})) ==
          "Q has d_k = 3 but K has 5; queries and keys need the same");
    CHECK(refusal(zeros({2, 3}), zeros({4, 3}), zeros({5, 1})) == "there are 4 keys but 5 values; each key needs one");
    CHECK(refusal(zeros({3}), zeros({4, 3}), zeros({4, 1})) ==
          "Q has shape (3,); (n, d), (heads, n, d) or (batch, heads, n, d) is wanted");
    CHECK(refusal(zeros({3, 2, 3}), zeros({2, 4, 3}), zeros({2, 4, 1})) ==
          "Q has 3 heads, K has 2 and V has 2; K and V need the same number, and it must divide that of Q");
    CHECK(refusal(zeros({2, 1, 2, 3}), zeros({4, 3}), zeros({4, 1})) ==
          "Q has 2 sequences, K has 1 and V has 1; all need the same");
    CHECK(refusal(truths({2, 3}, "111111"), zeros({4, 3}), zeros({4, 1})) ==
          "Q holds true and false; numbers are wanted");
    CHECK(refusal(zeros({2, 3}), zeros({0, 3}), zeros({0, 1})) == "none");
}

TEST_CASE("words are small letters, whatever stands between them")
{
    CHECK(words_of("The cat's 2 mats -- SAT!\n") == std::vector<std::string>{"the", "cat", "s", "mats", "sat"});
    CHECK(words_of("größe").size() == 1);
    CHECK(words_of("  ").empty());
}

TEST_CASE("the vocabulary holds the most frequent words")
{
    const Vocabulary known(words_of("b a b c a b d e"), 2, 2);
    CHECK(known.words == std::vector<std::string>{"b", "a"});
    CHECK(known.place.at("a") == 1);
    CHECK(Vocabulary(words_of("x y x y z"), 10, 2).words == std::vector<std::string>{"x", "y"});
}

TEST_CASE("counts: a neighbour counts 1, the next one half")
{
    const std::vector<std::string> text = words_of("a b c a unknown b");
    const Vocabulary known(words_of("a a b b c c"), 10, 2);
    const Matrix counts = counts_together(text, known, 2);
    const auto count = [&](const std::string& one, const std::string& other) {
        return counts(known.place.at(one), known.place.at(other));
    };
    CHECK(count("a", "b") == 1.0 + 0.5 + 0.5);  // side by side; b . a; a . b
    CHECK(count("a", "c") == 0.5 + 1.0);
    CHECK(count("b", "c") == 1.0);
    CHECK(count("a", "a") == 0.0);
    CHECK(difference(counts, Matrix(xt::transpose(counts))) == 0.0);
}

TEST_CASE("information is the logarithm of how much more often than by chance, never below 0")
{
    const Matrix counts = {{0, 3, 1}, {3, 0, 0}, {1, 0, 2}};
    const Matrix information = positive_information(counts);
    CHECK_THAT(information(0, 1), WithinAbs(std::log(3.0 * 10 / (4 * 3)), 1e-15));
    CHECK(information(0, 2) == 0.0);  // ln(10 / 12) is below
    CHECK(information(1, 2) == 0.0);
    CHECK_THAT(information(2, 2), WithinAbs(std::log(2.0 * 10 / (3 * 3)), 1e-15));
}

namespace
{

double relative_distance(const Matrix& found, const Matrix& wanted)
{
    const Matrix apart = found - wanted;
    return std::sqrt(xt::sum(apart * apart)() / xt::sum(wanted * wanted)());
}

}  // namespace

TEST_CASE("a word's vector times a context is their information, and a vector times itself is not")
{
    const std::vector<std::string> text = words_of(
        "red king sits there . red queen sits here . blue stone lies here . blue rock lies there . the red king "
        "lies . the blue stone sits . a queen on a rock . a king on the stone . there the rock . here a queen");
    const Vocabulary known(text, 1000, 2);
    const Matrix information = positive_information(counts_together(text, known, 5));
    const std::size_t size = known.words.size();
    REQUIRE(size > 10);
    double before = 1.0;
    for (const std::size_t d : {size / 4, size / 2, size}) {
        const WordVectors found = factored(known, information, d);
        const double apart = relative_distance(score_matrix(found.vectors, found.contexts), information);
        CHECK(apart < before);
        before = apart;
        CHECK(relative_distance(score_matrix(found.vectors, found.vectors), information) > apart + 0.1);
    }
    CHECK(before < 1e-13);

    const WordVectors found = factored(known, information, size);
    for (std::size_t a = 0; a < size; ++a) {
        const Vector x = row_of(found.vectors, a);
        CHECK_THAT(dot(x, row_of(found.contexts, a)), WithinAbs(information(a, a), 1e-13));
        CHECK(dot(x, x) > information(a, a) + 0.1);  // a length is never 0, and no word stands beside itself here
    }
    CHECK(factored(known, information, 10000).vectors.shape(1) == size);
}

TEST_CASE("a sentence's weights are what the text knows of its pairs, and no word looks at itself for being itself")
{
    std::string text;
    for (int i = 0; i < 20; ++i) text += "red king sits . red queen sits . blue stone lies . blue rock lies . ";
    const std::vector<std::string> words = words_of(text);
    const WordVectors vectors = word_vectors(words, 1000);
    const Matrix information = positive_information(counts_together(words, vectors.known, 5));
    for (const double scale : {1.0, 2.5}) {
        const SentenceAttention found = attend_sentence(vectors, "queen sits blue stone", scale);
        Matrix scores = xt::zeros<double>({4, 4});
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = 0; j < 4; ++j)
                scores(i, j) =
                    scale * information(vectors.known.place.at(found.words[i]), vectors.known.place.at(found.words[j]));
        }
        CHECK(difference(found.weights, softmax_rows(scores)) < 1e-12);
        CHECK(found.weights(0, 1) > found.weights(0, 0));  // a queen sits, and stands beside no queen
    }
}

TEST_CASE("words in the same company have vectors that point the same way")
{
    std::string text;
    for (int i = 0; i < 20; ++i) text += "red king sits . red queen sits . blue stone lies . blue rock lies . ";
    const WordVectors found = word_vectors(words_of(text), 4);
    const auto vector = [&](const std::string& word) { return row_of(found.vectors, found.known.place.at(word)); };
    CHECK(cosine(vector("king"), vector("queen")) > 0.95);
    CHECK(cosine(vector("stone"), vector("rock")) > 0.95);
    CHECK(cosine(vector("king"), vector("rock")) < 0.5);
    CHECK(found.vectors.shape(1) == 4);
}

TEST_CASE("a sentence attends with the words that have vectors")
{
    const WordVectors vectors = word_vectors(words_of("a b a b c d c d"), 3);
    const SentenceAttention found = attend_sentence(vectors, "a, b and zebra");
    CHECK(found.words == std::vector<std::string>{"a", "b"});
    CHECK(found.unknown == std::vector<std::string>{"and", "zebra"});
    CHECK(found.weights.shape(0) == 2);
    CHECK_THAT(found.weights(0, 0) + found.weights(0, 1), WithinAbs(1.0, 1e-15));
    CHECK_THROWS_AS(attend_sentence(vectors, "zebra"), WrongData);
}
