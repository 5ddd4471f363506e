/// \file
/// Chapter 21: what the program prints and draws; nothing to learn here.
#pragma once

#include "21_your_own_data/arrays.hpp"
#include "21_your_own_data/attend.hpp"
#include "21_your_own_data/bank_in_context.hpp"
#include "21_your_own_data/broadcast_mask.hpp"
#include "21_your_own_data/one_vector_or_two.hpp"
#include "21_your_own_data/score_kinds.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include "common/heat_map.hpp"
#include "common/npy_array.hpp"
#include "common/plane.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;

/// An array of random numbers.
inline NpyArray random_array(common::Random& random, const std::vector<std::size_t>& shape)
{
    std::size_t items = 1;
    for (const std::size_t size : shape) items *= size;
    const Vector numbers = random.normal_vector(items);
    return array_of(shape, {numbers.begin(), numbers.end()});
}

/// Which shapes of Q, K and V give which output.
inline void shapes()
{
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
    table.print();
}

/// Which shapes of a mask stretch to scores of shape (2, 4, 5, 7).
inline void masks()
{
    common::Table table({"shape of the mask", "what it hides"});
    const auto add = [&](const std::vector<std::size_t>& shape, const std::string& what) {
        table.add_row({shape_text(shape), broadcasts(shape, {2, 4, 5, 7}) ? what : "refused: it does not stretch"});
    };
    add({7}, "keys, from everybody");
    add({5, 7}, "pairs of query and key");
    add({4, 1, 7}, "keys, for each head");
    add({2, 1, 1, 7}, "keys, for each sequence (padding)");
    add({2, 7}, "");
    table.print();
}

/// The weights of one query over three keys, with several options.
inline void options()
{
    const NpyArray q = array_of({1, 2}, {2, 1});
    const NpyArray k = array_of({3, 2}, {4, 0, 1, 1, -1, 3});
    const auto key = [&](std::size_t j) { return common::numbers({k.at(2 * j), k.at(2 * j + 1)}, 0); };
    common::heading(fmt::format("The query {}, the keys {}, {} and {}, and what an option does",
                                common::numbers({q.at(0), q.at(1)}, 0), key(0), key(1), key(2)));
    common::Table table({"asked for", "weights of the three keys"});
    const auto add = [&](const std::string& what, const AttendWish& wish, const std::optional<NpyArray>& mask) {
        const NpyArray weights = attend(q, k, k, mask, wish).weights.value();
        table.add_row({what, common::numbers({weights.at(0), weights.at(1), weights.at(2)}, 3)});
    };
    add("nothing: dot products over the root of 2", {.weights = true}, {});
    add("--softcap 2", {.softcap = 2.0, .weights = true}, {});
    add("--score gaussian", {.score = ScoreKind::gaussian, .weights = true}, {});
    const NpyArray truths{NumberType::boolean, {3}, {std::byte{0}, std::byte{1}, std::byte{1}}};
    add("--mask, bools: False, True, True", {.weights = true}, truths);
    add("--mask, floats: 0, 1, 1", {.weights = true}, array_of({3}, {0, 1, 1}));
    table.print();
}

/// The table of PPMI of four words, and where "river" would look.
inline void pencil(const Matrix& counts)
{
    const std::vector<std::string> words = {"the", "river", "water", "money"};
    const Matrix ppmi = positive_information(counts);
    common::print_matrix("PPMI", ppmi, {.rows = words, .columns = words, .decimals = 3});
    const Vector weights = softmax(Vector{ppmi(1, 0), ppmi(1, 1), ppmi(1, 2)});
    fmt::print("  river, in \"the river water\", has weights {}\n", common::numbers(weights, 3));
}

/// How near products of d numbers come to the table, with two vectors for each word or with one.
inline void two_vectors_or_one(const Vocabulary& known, const Matrix& ppmi)
{
    common::Table table({"d", "two vectors", "one vector"});
    for (const std::size_t d : {2U, 5U, 10U, 22U}) {
        const OneVectorOrTwo apart = one_vector_or_two(known, ppmi, d);
        table.add_row({std::to_string(d), number(apart.two, 3), number(apart.one, 3)});
    }
    table.print();
    const std::size_t bank = known.place.at("bank");
    const Vector x = row_of(one_vector_each(known, ppmi, known.words.size()), bank);
    fmt::print("  \"bank\" with \"bank\": {} in the table, {} with one vector\n", number(ppmi(bank, bank), 3),
               number(dot(x, x), 3));
}

/// A map of who looks where.
inline common::HeatMap map_of(const SentenceAttention& sentence)
{
    return {
        .title = "the fish swims in the cold water",
        .description =
            "A row for each word that asks, a column for each word it may look at. \"fish\" and \"swims\" look "
            "at each other, and so do \"cold\" and \"water\". No cell of a row is paler than the one on the diagonal.",
        .values = sentence.weights,
        .rows = sentence.words,
        .columns = sentence.words,
        .row_title = "this word",
        .column_title = "looks at"};
}

/// Where bank is between river and money: alone, after two sentences, and had it looked everywhere equally.
inline void bank(const WordVectors& vectors)
{
    common::Table table({"bank", "its weights", "cosine with river", "with money"});
    const auto add = [&](const std::string& when, const std::string& weights, const Nearness& near) {
        table.add_row({when, weights, number(near.river, 3), number(near.money, 3)});
    };
    add("alone", "", bank_in(vectors, "bank").before);
    for (const std::string sentence : {"the river bank", "the money bank"}) {
        const BankInContext found = bank_in(vectors, sentence);
        add(fmt::format("in \"{}\"", sentence), common::numbers(found.weights, 3), found.after);
        const Vector equal = xt::ones<double>({found.weights.size()}) / static_cast<double>(found.weights.size());
        add("  with equal weights", common::numbers(equal, 3), found.after_equal_weights);
    }
    table.print();
}

/// The same, drawn: how each sentence moves bank, and dots where equal weights would have moved it.
inline common::Plane drawn_bank(const WordVectors& vectors)
{
    common::Plane plane{.title = "The cosines of bank, and where two sentences take it",
                        .description =
                            "Two arrows from one point near the origin: \"the river bank\" takes it to the right, "
                            "towards river, \"the money bank\" up, towards money. A dot on the way of each.",
                        .x_title = "with river",
                        .y_title = "with money"};
    const auto labelled = [](const std::string& name, const Nearness& near) {
        return fmt::format("{} ({}, {})", name, number(near.river, 2), number(near.money, 2));
    };
    for (const std::string sentence : {"the river bank", "the money bank"}) {
        const auto [weights, before, after, equal] = bank_in(vectors, sentence);
        const std::string kind = sentence == "the river bank" ? "series-1" : "series-2";
        plane.arrows.push_back({labelled(sentence, after), after.river, after.money, kind, before.river, before.money});
        plane.points.push_back({labelled("equal weights", equal), equal.river, equal.money, kind});
    }
    const Nearness alone = bank_in(vectors, "bank").before;
    plane.points.push_back({"alone", alone.river, alone.money, "series-3"});
    return plane;
}

}  // namespace attention::show
