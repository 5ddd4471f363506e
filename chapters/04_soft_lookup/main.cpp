// Chapter 4: a dictionary that never misses.   soft_lookup(q) = sum_j softmax(beta q . k_j) v_j

#include "04_soft_lookup/soft_lookup.hpp"

#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

// Three animals: the keys say how much each barks, meows and swims; the values are its weight in kg and its legs.
const std::vector<std::string> animals = {"dog", "cat", "fish"};
const Matrix K = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
const Matrix V = {{30, 4}, {4, 4}, {1, 0}};

std::string hard(const Vector& q)
{
    try {
        return numbers(hard_lookup(q, K, V), 1);
    } catch (const std::out_of_range&) {
        return "error";
    }
}

void show_both()
{
    common::heading("Ask a hard and a soft dictionary");
    common::Table table({"query", "q", "hard", "soft (beta 4)", "weights"});
    const auto ask = [&](const std::string& name, const Vector& q) {
        const Lookup found = soft_lookup(q, K, V, 4);
        table.add_row({name, numbers(q, 1), hard(q), numbers(found.output, 1), numbers(found.weights, 2)});
    };
    ask("it meows", {0, 1, 0});
    ask("meows, mostly", {0, 0.9, 0.1});
    ask("meows or swims", {0, 1, 1});
    ask("nothing", {0, 0, 0});
    table.print();
}

void show_sweep(const common::Pictures& pictures)
{
    common::heading("From blend to choice: \"it meows\" as beta grows");
    const Vector q = {0, 1, 0};
    const std::vector<double> betas = {0, 1, 2, 4, 8, 1000};
    common::Table table({"beta", "dog", "cat", "fish", "output"});
    common::HeatMap map{.title = "One query, sharper and sharper",
                        .description = "Six rows of three cells. With beta 0 all three weights are equal; with beta 8 "
                                       "and more the cat has all of it.",
                        .values = xt::zeros<double>({betas.size(), animals.size()}),
                        .rows = {},
                        .columns = animals,
                        .row_title = "beta"};
    for (std::size_t i = 0; i < betas.size(); ++i) {
        const Lookup found = soft_lookup(q, K, V, betas[i]);
        set_row(map.values, i, found.weights);
        map.rows.push_back(number(betas[i], 0));
        table.add_row({map.rows.back(), number(found.weights(0), 6), number(found.weights(1), 6),
                       number(found.weights(2), 6), numbers(found.output, 4)});
    }
    table.print();
    fmt::print("\n{}", map.text());
    pictures.save("beta.svg", map.svg());
}

void show_equal_keys()
{
    common::heading("Two equal keys share; a doubled key counts twice");
    const Matrix two_cats = {{1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 1}};
    const Matrix values = {{30, 4}, {4, 4}, {6, 3}, {1, 0}};
    const Lookup found = soft_lookup({0, 1, 0}, two_cats, values, 8);
    fmt::print("  dog, cat, cat, fish: weights {}\n                       output  {}\n", numbers(found.weights, 4),
               numbers(found.output, 4));
    fmt::print("  the hard dictionary takes the first: {}\n", numbers(hard_lookup({0, 1, 0}, two_cats, values), 1));
}

void show_slope()
{
    common::heading("Differentiable: ask a little more for a dog");
    constexpr double step = 1e-6;
    const Vector up = soft_lookup({step, 1, 0}, K, V).output;
    const Vector down = soft_lookup({-step, 1, 0}, K, V).output;
    const Vector slope = (up - down) / (2 * step);
    fmt::print("  soft: the output moves by {} for each unit of bark\n", numbers(slope, 4));
    fmt::print("  hard: {} at bark = {:.6f}, so there is no slope to follow\n", hard({step, 1, 0}), step);
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_both();
    show_sweep(pictures);
    show_equal_keys();
    show_slope();
}
