// Chapter 13: several heads.   Concat(head_1, ..., head_h) W_O,   head_i = Attention(X W_Q_i, X W_K_i, X W_V_i)

#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"

#include "05_queries_keys_values/examples.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

using it::features;
using it::words;

const Matrix itself = xt::eye<double>(5);

/// "Who am I?" A pronoun asks for a noun, preferably animate, and asks loudly.
const Projections who = {.W_Q = 4.0 * it::projections.W_Q, .W_K = it::projections.W_K, .W_V = itself};

/// "How am I?" A pronoun asks for a property.
const Projections how = {.W_Q = {{0}, {0}, {16}, {0}, {0}}, .W_K = {{0}, {0}, {0}, {0}, {1}}, .W_V = itself};

/// Both questions in one head: the sum of both scores decides.
const Projections both_at_once = {
    .W_Q = concatenated({who.W_Q, how.W_Q}), .W_K = concatenated({who.W_K, how.W_K}), .W_V = itself};

constexpr std::size_t it_row = 3;

void print_row(const std::string& name, const Matrix& weights)
{
    fmt::print("  {}  {}\n", name, numbers(row_of(weights, it_row), 2));
}

void show_questions(const common::Pictures& pictures)
{
    common::heading("\"it\" asks two questions: its weights over cat drank milk it thirsty");
    const Matrix W_O = xt::eye<double>(10);
    const MultiHeadAttention two = multi_head_attention(features, {{who, how}, W_O});
    const MultiHeadAttention one = multi_head_attention(features, {{both_at_once}, itself});
    print_row("head 1, who am I?    ", two.weights[0]);
    print_row("head 2, how am I?    ", two.weights[1]);
    print_row("one head asking both ", one.weights[0]);

    common::heading("What \"it\" gets: noun, animate, pronoun, verb, property");
    const std::vector<Matrix> found = split_heads(two.output, 2);
    print_row("from head 1          ", found[0]);
    print_row("from head 2          ", found[1]);
    print_row("from the one head    ", one.output);

    const common::HeatMap map{.title = "Head 1: who am I?",
                              .description =
                                  "A row for each word. \"it\" looks at \"cat\"; the others look everywhere.",
                              .values = two.weights[0],
                              .rows = words,
                              .columns = words};
    const common::HeatMap other{.title = "Head 2: how am I?",
                                .description =
                                    "A row for each word. \"it\" looks at \"thirsty\"; the others look everywhere.",
                                .values = two.weights[1],
                                .rows = words,
                                .columns = words};
    pictures.save("who.svg", map.svg());
    pictures.save("how.svg", other.svg());
}

void show_split()
{
    common::heading("Two tokens, two heads: the right cut and the wrong one");
    const Matrix X = {{0, 1, 2, 3}, {4, 5, 6, 7}};
    common::print_matrix("X", X, {.decimals = 0});
    const std::vector<Matrix> right = split_heads(X, 2);
    const std::vector<Matrix> wrong = reshaped_without_transpose(X, 2);
    fmt::print("  cut:                        head 0 {} {}   head 1 {} {}\n", numbers(row_of(right[0], 0), 0),
               numbers(row_of(right[0], 1), 0), numbers(row_of(right[1], 0), 0), numbers(row_of(right[1], 1), 0));
    fmt::print("  reshaped without transpose: head 0 {} {}   head 1 {} {}\n", numbers(row_of(wrong[0], 0), 0),
               numbers(row_of(wrong[0], 1), 0), numbers(row_of(wrong[1], 0), 0), numbers(row_of(wrong[1], 1), 0));
}

/// Self-attention with heads cut one way or the other, without projections.
Matrix attended(const Matrix& X, std::size_t heads, bool right)
{
    const std::vector<Matrix> parts = right ? split_heads(X, heads) : reshaped_without_transpose(X, heads);
    std::vector<Matrix> found;
    for (const Matrix& part : parts) found.push_back(scaled_dot_product_attention(part, part, part).output);
    return concatenated(found);
}

Matrix reversed(const Matrix& X)
{
    Matrix result = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) set_row(result, i, row_of(X, X.shape(0) - 1 - i));
    return result;
}

void show_shuffle()
{
    common::heading("Reverse the sentence: are the outputs reversed, and otherwise the same?");
    common::Random random(13);
    const Matrix X = random.normal_matrix(6, 8);
    common::Table table({"heads", "cut: largest change", "reshaped: largest change"});
    for (const std::size_t heads : {1U, 2U, 4U}) {
        const auto change = [&](bool right) {
            const Matrix apart = xt::abs(attended(reversed(X), heads, right) - reversed(attended(X, heads, right)));
            const double largest = xt::amax(apart)();
            return largest < 1e-12 ? std::string("none") : number(largest, 2);
        };
        table.add_row({std::to_string(heads), change(true), change(false)});
    }
    table.print();
}

void show_one_head()
{
    common::heading("One head is chapter 9; many heads cost the same");
    common::Random random(14);
    const Matrix X = random.normal_matrix(5, 8);
    const Projections W = {random.normal_matrix(8, 8), random.normal_matrix(8, 8), random.normal_matrix(8, 8)};
    const Roles roles = roles_of(X, W);
    const Matrix one = multi_head_attention(X, {{W}, xt::eye<double>(8)}).output;
    const Matrix apart = xt::abs(one - scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    fmt::print("  largest difference: {}\n", xt::amax(apart)() < 1e-13 ? "below 1e-13" : "more");
    common::Table table({"heads", "d_k of each", "scale", "weights to learn", "operations of scores, n = 1000"});
    for (const std::size_t heads : {1U, 8U, 16U}) {
        const std::size_t d = 512 / heads;
        table.add_row({std::to_string(heads), std::to_string(d), number(1.0 / std::sqrt(static_cast<double>(d)), 4),
                       std::to_string(4 * 512 * 512), std::to_string(heads * 1000 * 1000 * 2 * d)});
    }
    table.print();
}

void show_groups()
{
    common::heading("Keys and values kept for a sentence of 1000 tokens: 8 heads of 64");
    common::Table table({"heads of K and V", "numbers kept", "called"});
    for (const auto& [groups, name] :
         {std::pair{8, "multi-head"}, std::pair{4, "grouped"}, std::pair{2, "grouped"}, std::pair{1, "multi-query"}}) {
        table.add_row({std::to_string(groups), std::to_string(2 * 1000 * 64 * groups), name});
    }
    table.print();
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_questions(pictures);
    show_split();
    show_shuffle();
    show_one_head();
    show_groups();
}
