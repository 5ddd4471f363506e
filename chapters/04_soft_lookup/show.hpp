/// \file
/// What the program of chapter 4 prints and draws; nothing to learn here.
#pragma once

#include "04_soft_lookup/animals.hpp"
#include "04_soft_lookup/slope.hpp"
#include "04_soft_lookup/soft_lookup.hpp"

#include "common/heat_map.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace attention::show
{

/// What the hard dictionary answers: a value, or that it has no such key.
inline std::string hard(const Vector& q)
{
    try {
        return common::numbers(hard_lookup(q, animals::K, animals::V), 0);
    } catch (const std::out_of_range&) {
        return "error";
    }
}

/// Print what both dictionaries answer, one line per question.
inline void both(const std::vector<std::pair<std::string, Vector>>& questions, double beta)
{
    common::Table table({"query", "q", "hard", fmt::format("soft (beta {})", beta), "weights"});
    for (const auto& [name, q] : questions) {
        const Lookup found = soft_lookup(q, animals::K, animals::V, beta);
        table.add_row({name, common::numbers(q, 1), hard(q), common::numbers(found.output, 1),
                       common::numbers(found.weights, 3)});
    }
    table.print();
}

/// Print weights and answers for each beta; return the weights, drawn.
inline common::HeatMap sweep(const Vector& q, const std::vector<double>& betas)
{
    const std::vector<std::string>& names = animals::names;
    common::Table table({"beta", names[0], names[1], names[2], "output"});
    common::HeatMap map{.title = "\"It meows\", sharper and sharper",
                        .description = "Six rows of three cells. With beta 0 all three weights are equal; with beta 8 "
                                       "and more the cat has all of it.",
                        .values = xt::zeros<double>({betas.size(), names.size()}),
                        .rows = {},
                        .columns = names,
                        .row_title = "beta"};
    for (std::size_t i = 0; i < betas.size(); ++i) {
        const Lookup found = soft_lookup(q, animals::K, animals::V, betas[i]);
        set_row(map.values, i, found.weights);
        map.rows.push_back(common::number(betas[i], 0));
        table.add_row({map.rows.back(), common::number(found.weights(0), 3), common::number(found.weights(1), 3),
                       common::number(found.weights(2), 3), common::numbers(found.output, 3)});
    }
    table.print();
    return map;
}

/// Print the weights as cells.
inline void text(const common::HeatMap& map) { fmt::print("\n{}", map.text()); }

/// Print what both dictionaries answer when two entries have the same key.
inline void two_cats(const Vector& q, double beta)
{
    const Lookup found = soft_lookup(q, animals::K_two_cats, animals::V_two_cats, beta);
    fmt::print("  query \"it meows\" = {}, beta {}\n", common::numbers(q, 0), beta);
    fmt::print("  dog, cat, cat, fish: weights {}\n", common::numbers(found.weights, 3));
    fmt::print("                       output  {}\n", common::numbers(found.output, 3));
    fmt::print("  the hard dictionary takes the first: {}\n",
               common::numbers(hard_lookup(q, animals::K_two_cats, animals::V_two_cats), 0));
}

/// Print what the two dictionaries answer where a longer key scores higher than the one that equals the query.
inline void equal_or_best(const Vector& q, const Matrix& K, const Matrix& V, double beta)
{
    fmt::print("  query {}, keys {} and {}, values {} and {}\n", common::numbers(q, 0),
               common::numbers(row_of(K, 0), 0), common::numbers(row_of(K, 1), 0), V(0, 0), V(1, 0));
    fmt::print("  hard: {}    soft (beta {}): {}\n", hard_lookup(q, K, V)(0), beta,
               soft_lookup(q, K, V, beta).output(0));
}

/// Print how the answer moves when the question asks for a little barking as well, and what the hard dictionary does then.
inline void slopes(const Vector& q, const std::vector<double>& betas)
{
    fmt::print("  query \"it meows\" = {}; now ask for a little barking as well\n", common::numbers(q, 0));
    const char* unit = " per unit of bark";
    for (const double beta : betas) {
        const Vector slope = slope_of_lookup(q, 0, animals::K, animals::V, beta);
        const std::string name = fmt::format("soft, beta {}:", beta);
        fmt::print("  {:<16}  the output moves by {}{}\n", name, common::numbers(slope, 3), unit);
        unit = "";
    }
    Vector with_bark = q;
    with_bark(0) += 1e-6;
    fmt::print("  {:<16}  {} at bark = {:.6f}\n", "hard:", hard(with_bark), with_bark(0));
}

}  // namespace attention::show
