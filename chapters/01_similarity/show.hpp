/// \file
/// What the program of chapter 1 prints and draws; nothing to learn here.
#pragma once

#include "01_similarity/bank.hpp"
#include "01_similarity/similarity.hpp"

#include "common/plane.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::plain;

/// A key of the table, and what it is called there.
struct NamedKey {
    const char* name;
    double x;
    double y;
};

/// A number with no more decimals than it needs: `0.5`, `2`.
inline std::string plain(double x) { return fmt::format("{}", x); }

/// A dot product with all its steps: `1*2 + 1*0 = 2`.
inline std::string steps(const Vector& q, const Vector& k)
{
    std::string sum;
    for (std::size_t i = 0; i < q.size(); ++i) sum += (i == 0 ? "" : " + ") + plain(q(i)) + "*" + plain(k(i));
    return sum + " = " + plain(dot(q, k));
}

/// Print text as it is.
inline void text(const std::string& lines) { fmt::print("{}", lines); }

/// Print the dot products of a query with some keys, with all their steps.
inline void workings(const Vector& q, const std::vector<Vector>& keys)
{
    text("  q = " + plain(q) + "\n");
    for (const Vector& k : keys) text("  q . " + plain(k) + " = " + steps(q, k) + "\n");
}

/// Print how a word scores each word of its sentence.
inline void scores(const Vector& q, const bank::Sentence& sentence)
{
    text("  q of bank = " + plain(q) + "   is there water? is there money?\n");
    common::Table table({"word", "its key k", "q . k"});
    for (std::size_t j = 0; j < sentence.words.size(); ++j) {
        const Vector k = row_of(sentence.K, j);
        table.add_row({sentence.words[j], plain(k), steps(q, k)});
    }
    table.print();
}

/// Print keys with their lengths, and two ways to compare them with a query.
inline void comparison(const Vector& q, const std::vector<NamedKey>& keys)
{
    text("  q = " + plain(q) + "\n");
    common::Table table({"key", "k", "norm", "dot", "cosine", "angle"});
    for (const NamedKey& key : keys) {
        const Vector k = {key.x, key.y};
        table.add_row({key.name, plain(k), common::number(norm(k), 3), common::number(dot(q, k), 3),
                       common::number(cosine(q, k), 3), common::number(angle(q, k), 1)});
    }
    table.print();
}

/// A key as an arrow with its score.
inline common::PlanePoint arrow(const std::string& name, const Vector& q, const Vector& k)
{
    return {name + ": " + plain(dot(q, k)), k(0), k(1), "key"};
}

/// The query of "bank", and the keys of both sentences.
inline common::Plane keys_of_bank()
{
    const Matrix& river = bank::river.K;
    const Matrix& money = bank::money.K;
    const auto with_numbers = [](const std::string& word, const Vector& k) {
        return arrow(word + " " + plain(k), bank::q, k);
    };
    common::Plane plane{.title = "What bank asks, and each key with its score",
                        .description =
                            "A blue arrow, the query of bank, goes up and right at 45 degrees. River's key is "
                            "an arrow to the right, money's an arrow up, bank's a short one along the query. "
                            "The key of \"the\" is the origin.",
                        .x_title = "to the right: water; up: money"};
    plane.arrows = {{"q of bank " + plain(bank::q), bank::q(0), bank::q(1), "query"},
                    with_numbers("river", row_of(river, 1)),
                    with_numbers("money", row_of(money, 1)),
                    with_numbers("bank", row_of(river, 2))};
    plane.points = {with_numbers("the", row_of(river, 0))};
    return plane;
}

/// The keys of the table as arrows. The first is the query itself, and the zero vector has no arrow.
inline common::Plane drawn(const Vector& q, const std::vector<NamedKey>& keys)
{
    common::Plane plane{.title = "Five keys, each with its dot product with q",
                        .description = "Five arrows from the origin: q and key a, right along the x axis; b, long, up "
                                       "and right at 45 degrees; c, straight up; d, left, against q; e, up and left.",
                        .x_title = "grid lines 1 apart; to the right: first number; up: second"};
    for (std::size_t j = 1; j < keys.size(); ++j) {
        const Vector k = {keys[j].x, keys[j].y};
        if (norm(k) > 0) plane.arrows.push_back(arrow(std::string(1, *keys[j].name), q, k));
    }
    plane.arrows.push_back({"q = a: " + plain(dot(q, q)), q(0), q(1), "query"});
    return plane;
}

}  // namespace attention::show
