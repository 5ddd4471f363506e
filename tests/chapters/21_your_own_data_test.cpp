#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/attend.hpp"
#include "21_your_own_data/bank_in_context.hpp"
#include "21_your_own_data/little_text.hpp"
#include "21_your_own_data/one_vector_or_two.hpp"
#include "21_your_own_data/score_kinds.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"
#include "21_your_own_data/words.hpp"

#include "01_similarity/similarity.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "10_other_scores/other_scores.hpp"
#include "12_masks/masked_attention.hpp"

#include "common/blas.hpp"
#include "common/npy_array.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
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

using common::array_of;

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

NpyArray floats_array(const std::vector<std::size_t>& shape, const std::vector<float>& numbers)
{
    NpyArray array{NumberType::float32, shape, std::vector<std::byte>(numbers.size() * sizeof(float))};
    if (!numbers.empty()) std::memcpy(array.bytes.data(), numbers.data(), array.bytes.size());
    return array;
}

}  // namespace

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
            if (weights) CHECK(difference(matrix_of(*found.weights, head), expected.weights) < 1e-14);
        }
    }
    const NpyArray flat = array_of(matrix_of(q));
    CHECK(attend(flat, array_of(matrix_of(k)), array_of(matrix_of(v)), std::nullopt, {}).output.shape ==
          std::vector<std::size_t>{5, 3});
}

TEST_CASE("the output has the type of Q, and K and V may have the other")
{
    const NpyArray q = floats_array({1, 2}, {1, 2});
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
    const Attended attended = attend(q, k, k, std::nullopt, {.causal = Alignment::bottom_right, .weights = true});
    const NpyArray& found = attended.weights.value();
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

TEST_CASE("a key behind a float mask of -inf reaches nobody either, whatever it holds and whatever the score")
{
    common::Random random(8);
    const Matrix Q = random.normal_matrix(5, 8);
    const Matrix V = random.normal_matrix(7, 3);
    for (const double bad : {not_a_number, infinity, -infinity}) {
        Matrix K = random.normal_matrix(7, 8);
        for (std::size_t c = 0; c < 8; ++c) K(6, c) = bad;
        for (const ScoreKind score : {ScoreKind::dot, ScoreKind::laplace, ScoreKind::gaussian, ScoreKind::cosine}) {
            for (const bool weights : {false, true}) {
                const AttendWish wish{.score = score, .weights = weights};
                const auto with = [&](const NpyArray& mask) {
                    return matrix_of(attend(array_of(Q), array_of(K), array_of(V), mask, wish).output);
                };
                const Matrix found = with(array_of({7}, {0, 0, 0, 0, 0, 0, -infinity}));
                CHECK(difference(found, with(truths({7}, "1111110"))) == 0.0);
                CHECK(xt::all(xt::isfinite(found)));
            }
        }
    }
}

TEST_CASE("the scale comes before the product, whether the weights are asked for or not")
{
    const NpyArray large = floats_array({2, 1}, {1e25F, 2e25F});
    const NpyArray v = floats_array({2, 1}, {0, 1});
    const AttendWish fast{.scale = 1e-38};
    const AttendWish plain{.scale = 1e-38, .weights = true};
    const NpyArray one = attend(large, large, v, std::nullopt, fast).output;
    const NpyArray other = attend(large, large, v, std::nullopt, plain).output;
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(one.at(i) == 1.0);  // scores of 1e12 and 2e12, and 2e12 and 4e12
        CHECK(other.at(i) == 1.0);
    }
}

TEST_CASE("a scale that the type of Q cannot hold is refused; a cap is what it says")
{
    const NpyArray q = floats_array({1, 2}, {1, 2});
    const NpyArray k = floats_array({2, 2}, {1, 0, 0, 1});
    const auto with = [&](const AttendWish& wish) { return attend(q, k, k, std::nullopt, wish).output; };
    CHECK_THROWS_WITH(with({.scale = 1e300}),
                      "--scale 1e+300 is too large for float32, the type of Q; save Q as float64");
    CHECK_THROWS_WITH(with({.scale = -1e-60}),
                      "--scale -1e-60 is too small for float32, the type of Q; save Q as float64");
    CHECK_THROWS_AS(with({.scale = not_a_number}), WrongData);
    CHECK_THROWS_AS(with({.scale = infinity}), WrongData);
    CHECK_THROWS_AS(with({.softcap = not_a_number}), WrongData);
    CHECK_THROWS_AS(with({.softcap = -1.0}), WrongData);
    CHECK(with({.scale = 0.0}).at(0) == 0.5);
    CHECK(with({.softcap = 1e39}).bytes == with({.softcap = 1e30}).bytes);  // no cap at all
    CHECK_THAT(with({.softcap = 1e39}).at(0), WithinAbs(with({}).at(0), 1e-7));
    CHECK(with({.softcap = 1e-60}).at(0) == 0.5);
    const AttendWish tiny{.scale = 1e-60};
    const NpyArray doubles = array_of({1, 1}, {1e60});
    CHECK(attend(doubles, array_of({2, 1}, {0, 1}), array_of({2, 1}, {0, 1}), std::nullopt, tiny).output.at(0) ==
          1 / (1 + std::exp(-1.0)));
}

TEST_CASE("numbers that float32 cannot hold are refused, and those that vanish are spoken of")
{
    const NpyArray q = floats_array({1, 1}, {1});
    const auto with = [&](double number, const std::optional<NpyArray>& mask) {
        return attend(q, array_of({2, 1}, {number, 1}), array_of({2, 1}, {2, 3}), mask, {});
    };
    CHECK_THROWS_WITH(with(-1e300, {}), "K holds -1e+300, too large for float32, the type of Q; save Q as float64");
    CHECK_THROWS_WITH(with(1, array_of({2}, {1e39, 0})),
                      "the mask holds 1e+39, too large for float32, the type of Q; save Q as float64");
    CHECK(with(1, {}).notes.empty());
    CHECK(with(1e-60, {}).notes == Notes{"K holds numbers that are 0 in float32, the type of Q; save Q as float64 to "
                                         "keep them"});
    CHECK(with(1, array_of({2}, {-1e39, 0})).output.at(0) == 3.0);
    CHECK(attend(array_of({1, 1}, {1}), array_of({2, 1}, {1e300, 1}), array_of({2, 1}, {2, 3}), {}, {}).output.at(0) ==
          2.0);
}

TEST_CASE("a float mask of nothing but 0 and 1 is taken at its word, and that is said")
{
    const NpyArray q = array_of({1, 1}, {1});
    const NpyArray k = array_of({3, 1}, {1, 2, 3});
    const auto notes = [&](const NpyArray& mask) { return attend(q, k, k, mask, {}).notes; };
    CHECK(notes(array_of({3}, {1, 1, 0})) ==
          Notes{"the mask holds floats, all 0 or 1: they are added to the scores and hide nothing; to hide, save "
                "a.astype(bool), true = may attend"});
    CHECK(notes(array_of({3}, {0, 0, 0})).empty());
    CHECK(notes(array_of({3}, {0, 1, -infinity})).empty());
    CHECK(notes(truths({3}, "110")).empty());
}

TEST_CASE("no heads are as good as no sequences, if the rest fits")
{
    for (const bool weights : {false, true}) {
        const auto shape = [&](const std::vector<std::size_t>& of_q, const std::vector<std::size_t>& of_k,
                               const std::vector<std::size_t>& of_v) {
            return attend(array_of(of_q, {}), array_of(of_k, {}), array_of(of_v, {}), truths({7}, "1111110"),
                          {.weights = weights})
                .output.shape;
        };
        CHECK(shape({0, 5, 8}, {0, 7, 8}, {0, 7, 3}) == std::vector<std::size_t>{0, 5, 3});
        CHECK(shape({0, 2, 5, 8}, {0, 1, 7, 8}, {0, 1, 7, 3}) == std::vector<std::size_t>{0, 2, 5, 3});
        CHECK_THROWS_AS(shape({0, 5, 8}, {0, 7, 9}, {0, 7, 3}), std::invalid_argument);
    }
}

TEST_CASE("results larger than the memory are refused before anything is made")
{
    const NpyArray q = array_of({100000000000, 0}, {});
    const NpyArray k = array_of({0, 0}, {});
    CHECK_THROWS_WITH(attend(q, k, array_of({0, 3}, {}), {}, {.room = 1e9}),
                      "the output would take 2400.0 GB, and 1.0 GB of memory are free");
    CHECK_THROWS_AS(attend(array_of({4, 0}, {}), k, array_of({0, 4611686018427387904}, {}), {}, {}), NotEnoughMemory);
    const NpyArray long_q = array_of({1000000, 0}, {});
    CHECK_THROWS_WITH(attend(long_q, long_q, long_q, {}, {.weights = true, .room = 1e9}),
                      "the weights would take 8000.0 GB, and 1.0 GB of memory are free; without --weights and --svg "
                      "they are never whole, and it works");
    CHECK_THROWS_AS(attend(array_of({1000000, 1}, std::vector<double>(1000000)), long_q, long_q, {},
                           {.weights = true, .room = 1e9}),
                    std::invalid_argument);  // the shapes come first
}

TEST_CASE("heads without a number to write take no time, however many they are")
{
    const NpyArray none = array_of({35184372088832, 1, 0, 8}, {});
    CHECK(attend(none, none, none, {}, {}).output.shape == none.shape);
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

TEST_CASE("words are small letters, whatever separates them")
{
    using Words = std::vector<std::string>;
    CHECK(words_of("The cat's 2 mats -- SAT!\n") == Words{"the", "cat's", "mats", "sat"});
    CHECK(words_of("said “yes” to him—he said “no”…yes") ==
          Words{"said", "yes", "to", "him", "he", "said", "no", "yes"});
    CHECK(words_of("Don’t! 'Don't' ‘don’t’, dogs' rock ’n’ roll") ==
          Words{"don't", "don't", "don't", "dogs", "rock", "n", "roll"});
    CHECK(words_of("\xEF\xBB\xBF"
                   "a\xC2\xA0"
                   "b\xE2\x80\xAF"
                   "c\xE2\x80\x93"
                   "d «e» „f“ hy\xC2\xADphen") == Words{"a", "b", "c", "d", "e", "f", "hyphen"});
    CHECK(words_of("GRÖSSE Größe ÉTÉ Ωμέγα МОСКВА ĲSSEL") ==
          Words{"grösse", "größe", "été", "ωμέγα", "москва", "ĳssel"});
    CHECK(words_of("e\xCC\x81t e").size() == 2);  // an accent that follows its letter
    CHECK(words_of("水在河里。河水、川の水") == Words{"水", "在", "河", "里", "河", "水", "川", "の", "水"});
    CHECK(words_of("𠀀𝔸 ok") == Words{"𠀀", "𝔸", "ok"});  // beyond 16 bits
    CHECK(words_of("gr\xF6\xDF"
                   "er \xFF\xC3") == Words{"größer", "ÿã"});                    // Latin-1
    CHECK(words_of("\xE6\xB0 \xED\xA0\x80 \xF4\x90\x80\x80 x").back() == "x");  // cut off, a surrogate, beyond the end
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

TEST_CASE("a text read backwards has the same counts")
{
    std::vector<std::string> text = words_of(little_text);
    const Vocabulary known(text, 1000, 2);
    const Matrix forwards = counts_together(text, known, 5);
    std::ranges::reverse(text);
    CHECK(difference(counts_together(text, known, 5), forwards) < 1e-12);
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
        const OneVectorOrTwo apart = one_vector_or_two(known, information, d);
        CHECK(apart.two < before);
        CHECK(apart.one > apart.two - 1e-12);
        CHECK(apart.one < 1.0);
        before = apart.two;
    }
    CHECK(before < 1e-13);

    const WordVectors found = factored(known, information, size);
    for (std::size_t a = 0; a < size; ++a) {
        const Vector x = row_of(found.vectors, a);
        CHECK_THAT(dot(x, row_of(found.contexts, a)), WithinAbs(information(a, a), 1e-13));
        CHECK(dot(x, x) > information(a, a) + 0.1);  // a norm is never 0, and no word is beside itself here
    }
    CHECK(factored(known, information, 10000).vectors.shape(1) == size);
}

TEST_CASE("one vector for each word keeps the directions in which the table is above 0, and the rest is missing")
{
    const std::vector<std::string> text = words_of(little_text);
    const Vocabulary known(text, 1000, 2);
    const Matrix information = positive_information(counts_together(text, known, 5));
    const std::size_t size = known.words.size();
    REQUIRE(size == 22);
    const Matrix single = one_vector_each(known, information, size);
    CHECK(single.shape(1) < size);
    CHECK(one_vector_each(known, information, 3).shape(1) == 3);
    const Matrix missing = information - score_matrix(single, single);
    CHECK(xt::amax(xt::abs(common::product(missing, single)))() < 1e-12);  // what is missing is at right angles to it

    const auto apart = [&](std::size_t d) { return one_vector_or_two(known, information, d); };
    CHECK(apart(10).one <= apart(5).one);
    CHECK(apart(22).one <= apart(10).one);
    CHECK(apart(22).one > 0.5);
    CHECK(apart(22).two < 1e-13);
    const std::size_t bank = known.place.at("bank");
    CHECK(information(bank, bank) == 0.0);
    CHECK(dot(row_of(single, bank), row_of(single, bank)) > 0.5);
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
        CHECK(found.weights(0, 1) > found.weights(0, 0));  // a queen sits, and is beside no queen
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

TEST_CASE("the relative distance of equal matrices is 0, and of zeros 1")
{
    const Matrix M = {{3, 0}, {0, 4}};
    CHECK(relative_distance(M, M) == 0.0);
    CHECK(relative_distance(Matrix(xt::zeros<double>({2, 2})), M) == 1.0);
    CHECK(relative_distance(Matrix(2.0 * M), M) == 1.0);
}

TEST_CASE(
    "in the little text fish and swims look at each other, as do cold and water, and at nothing less than themselves")
{
    const WordVectors vectors = word_vectors(words_of(little_text), 22);
    const SentenceAttention found = attend_sentence(vectors, "the fish swims in the cold water");
    const auto looks_most_at = [&](std::size_t i) {
        const Vector row = row_of(found.weights, i);
        return found.words.at(static_cast<std::size_t>(std::ranges::max_element(row) - row.begin()));
    };
    CHECK(looks_most_at(1) == "swims");
    CHECK(looks_most_at(2) == "fish");
    CHECK(looks_most_at(5) == "water");
    CHECK(looks_most_at(6) == "cold");
    for (std::size_t i = 0; i < found.words.size(); ++i) {
        for (std::size_t j = 0; j < found.words.size(); ++j) CHECK(found.weights(i, j) > found.weights(i, i) - 1e-12);
        const std::size_t place = vectors.known.place.at(found.words[i]);
        CHECK_THAT(dot(row_of(vectors.vectors, place), row_of(vectors.contexts, place)), WithinAbs(0.0, 1e-12));
    }
    CHECK(difference(found.output, common::product(found.weights, found.vectors)) < 1e-14);
}

TEST_CASE("bank turns to river in one sentence and to money in the other, further than equal weights would turn it")
{
    const std::vector<std::string> text = words_of(little_text);
    const WordVectors vectors = word_vectors(text, 22);
    const BankInContext river = bank_in(vectors, "the river bank");
    const BankInContext money = bank_in(vectors, "the money bank");
    CHECK(std::abs(river.before.river - river.before.money) < 0.06);
    CHECK(river.after.river > river.before.river + 0.3);
    CHECK(std::abs(river.after.money - river.before.money) < 0.01);
    CHECK(money.after.money > money.before.money + 0.3);
    CHECK(std::abs(money.after.river - money.before.river) < 0.04);
    const auto part = [](double before, double equal, double after) { return (equal - before) / (after - before); };
    const double of_river = part(river.before.river, river.after_equal_weights.river, river.after.river);
    const double of_money = part(money.before.money, money.after_equal_weights.money, money.after.money);
    CHECK(std::abs(of_river - 2.0 / 3) < 0.03);  // equal weights go two thirds of the way,
    CHECK(std::abs(of_money - 3.0 / 4) < 0.03);  // and three quarters

    const Matrix information = positive_information(counts_together(text, vectors.known, 5));
    const auto times_chance = [&](const char* one, const char* other) {
        return std::exp(information(vectors.known.place.at(one), vectors.known.place.at(other)));
    };
    CHECK(times_chance("bank", "bank") == 1.0);
    CHECK(std::abs(times_chance("bank", "the") - 1.0) < 0.05);
    CHECK(std::abs(times_chance("bank", "river") - 2.0) < 0.05);
    CHECK(std::abs(times_chance("fish", "swims") - 7.5) < 0.5);
    CHECK_THAT(river.weights(1) / river.weights(2), WithinAbs(times_chance("bank", "river"), 1e-12));
    CHECK_THAT(money.weights(1) / money.weights(2), WithinAbs(times_chance("bank", "money"), 1e-12));
}
