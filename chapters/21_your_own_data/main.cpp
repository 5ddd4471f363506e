// Chapter 21: the same attention, on your own data.   ./learn attend --q q.npy --k k.npy --v v.npy --out o.npy

#include "21_your_own_data/attend.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"
#include "21_your_own_data/words.hpp"

#include "01_similarity/similarity.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

/// An array as NumPy would have saved it.
NpyArray array_of(const std::vector<std::size_t>& shape, const std::vector<double>& numbers)
{
    NpyArray array{NumberType::float64, shape, std::vector<std::byte>(numbers.size() * sizeof(double))};
    if (!numbers.empty()) std::memcpy(array.bytes.data(), numbers.data(), array.bytes.size());
    return array;
}

NpyArray random_array(common::Random& random, const std::vector<std::size_t>& shape)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) items *= size;
    const Vector numbers = random.normal_vector(items);
    return array_of(shape, {numbers.begin(), numbers.end()});
}

std::string row_text(const NpyArray& array, std::size_t row)
{
    const std::size_t width = array.shape.back();
    Vector numbers = xt::zeros<double>({width});
    for (std::size_t c = 0; c < width; ++c) numbers(c) = array.at(row * width + c);
    return common::numbers(numbers, 4);
}

void show_shapes()
{
    common::heading("Arrays of rank 2, 3 and 4");
    common::Random random(21);
    common::Table table({"Q", "K", "V", "output"});
    const auto add = [&](const std::vector<std::size_t>& q, const std::vector<std::size_t>& k,
                         const std::vector<std::size_t>& v) {
        const Attended result =
            attend(random_array(random, q), random_array(random, k), random_array(random, v), std::nullopt, {});
        table.add_row({shape_text(q), shape_text(k), shape_text(v), shape_text(result.output.shape)});
    };
    add({5, 8}, {7, 8}, {7, 3});
    add({4, 5, 8}, {4, 7, 8}, {4, 7, 3});
    add({2, 4, 5, 8}, {2, 2, 7, 8}, {2, 2, 7, 3});
    add({2, 4, 5, 8}, {2, 1, 7, 8}, {2, 1, 7, 3});
    table.print();
    fmt::print("  Where K and V have fewer heads, neighbouring heads of Q share one of theirs.\n");
}

void show_masks()
{
    common::heading("One mask, many shapes: 2 sequences, 4 heads, 5 queries, 7 keys");
    common::Table table({"shape of the mask", "hides"});
    const std::vector<std::size_t> scores = {2, 4, 5, 7};
    const auto add = [&](const std::vector<std::size_t>& shape, const std::string& what) {
        table.add_row({shape_text(shape), broadcasts(shape, scores) ? what : "refused: it does not broadcast"});
    };
    add({7}, "keys, for everybody");
    add({5, 7}, "pairs");
    add({5, 1}, "whole queries");
    add({2, 1, 1, 7}, "keys, for each sequence (padding)");
    add({4, 1, 7}, "keys, for each head");
    add({2, 7}, "");
    table.print();
}

void show_wishes()
{
    common::heading("One query, three keys, six wishes");
    const NpyArray q = array_of({1, 2}, {2, 1});
    const NpyArray k = array_of({3, 2}, {4, 0, 1, 1, -1, 3});
    const NpyArray v = array_of({3, 3}, {1, 0, 0, 0, 1, 0, 0, 0, 1});  // so that the output is the weights
    common::Table table({"asked for", "weights"});
    const auto add = [&](const std::string& what, const AttendWish& wish) {
        table.add_row({what, row_text(attend(q, k, v, std::nullopt, wish).output, 0)});
    };
    add("nothing: dot products over the root of 2", {});
    add("--scale 1", {.scale = 1.0});
    add("--softcap 2", {.softcap = 2.0});
    add("--score laplace", {.score = ScoreKind::laplace});
    add("--score gaussian", {.score = ScoreKind::gaussian});
    add("--score cosine", {.score = ScoreKind::cosine});
    table.print();
}

/// Small enough to read, large enough to know what keeps whose company.
const std::string little_text = R"(
    the river flows past the bank and the water is cold. the boat lies on the bank of the river.
    the fish swims in the cold water of the river. the boat swims on the water. the fish likes the river.
    she took the money to the bank. the bank keeps the money. he put the money in the bank and got a receipt.
    the bank gave him the money for the boat. she keeps the receipt for the money.
    he sat on the bank of the river with the fish. the water of the river is deep. the deep water is cold.
    a receipt for the money lies in the bank. the bank wants the money back.
)";

/// How far from a matrix another is, in units of its own size.
double relative_distance(const Matrix& found, const Matrix& wanted)
{
    const Matrix apart = found - wanted;
    return std::sqrt(xt::sum(apart * apart)() / xt::sum(wanted * wanted)());
}

void show_two_vectors()
{
    common::heading("Two vectors for each word, or one: how far from the information");
    const std::vector<std::string> text = words_of(little_text);
    const Vocabulary known(text, 1000, 2);
    const Matrix information = positive_information(counts_together(text, known, 5));
    fmt::print("  {} words stand there twice or more, the most frequent: {} {} {} {}\n\n", known.words.size(),
               known.words[0], known.words[1], known.words[2], known.words[3]);
    common::Table table({"d", "words with contexts", "words with words"});
    WordVectors vectors = factored(known, information, 1);
    for (const std::size_t d : {2U, 5U, 10U, 20U, 22U}) {
        vectors = factored(known, information, d);
        const double two = relative_distance(score_matrix(vectors.vectors, vectors.contexts), information);
        const double one = relative_distance(score_matrix(vectors.vectors, vectors.vectors), information);
        table.add_row({std::to_string(d), number(two, 3), number(one, 3)});
    }
    table.print();
    const std::size_t money = known.place.at("money");
    const Vector x = row_of(vectors.vectors, money);
    fmt::print("  \"money\" beside \"money\": {}; word with context: {}; word with word: {}\n",
               number(information(money, money), 2), number(std::abs(dot(x, row_of(vectors.contexts, money))), 2),
               number(dot(x, x), 2));
}

void show_words(const common::Pictures& pictures)
{
    common::heading("Sentences that attend to themselves, d = 20");
    const WordVectors vectors = word_vectors(words_of(little_text), 20);
    for (const std::string sentence :
         {"the fish swims in the cold water", "the bank of the river", "the bank keeps money"}) {
        const SentenceAttention found = attend_sentence(vectors, sentence);
        const common::HeatMap map{.title = sentence,
                                  .description =
                                      "A row for each word, a column for each word that it may look at. Words that "
                                      "keep company in the text look at each other, and hardly at themselves.",
                                  .values = found.weights,
                                  .rows = found.words,
                                  .columns = found.words};
        fmt::print("\n  \"{}\"\n{}", sentence, map.text());
        if (sentence.ends_with("water")) pictures.save("sentence.svg", map.svg());
        if (sentence.starts_with("the bank")) {
            fmt::print("  \"bank\" looks at \"the\" {} times as much as at itself\n",
                       number(found.weights(1, 0) / found.weights(1, 1), 4));
        }
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_shapes();
    show_masks();
    show_wishes();
    show_two_vectors();
    show_words(pictures);
}
