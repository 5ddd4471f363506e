// Chapter 13: several heads.   Concat(head_1, ..., head_h) W_O,   head_i = Attention(X W_Q_i, X W_K_i, X W_V_i)

#include "13_multi_head/chase.hpp"
#include "13_multi_head/cost.hpp"
#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "common/difference.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

void print_rows(const std::string& name, const Vector& row, const Vector& other)
{
    fmt::print("  {}  {}  {}\n", name, numbers(row, 2), numbers(other, 2));
}

common::HeatMap map_of(const Matrix& weights, const std::string& title, const std::string& answer)
{
    return {.title = title,
            .description =
                fmt::format("A row for each word. \"chased\" looks at \"{}\"; the others look everywhere.", answer),
            .values = weights,
            .rows = chase::words,
            .columns = chase::words};
}

void show_questions(const common::Pictures& pictures)
{
    common::heading("\"chased\" asks two questions: its weights over dog chased cat");
    const MultiHeadAttention two = chase::by_two_heads(chase::dog_chased_cat);
    const MultiHeadAttention one = chase::by_one_head(chase::dog_chased_cat);
    fmt::print("  head 1, who chases?     {}\n", numbers(row_of(two.weights[0], chase::verb), 2));
    fmt::print("  head 2, who is chased?  {}\n", numbers(row_of(two.weights[1], chase::verb), 2));
    fmt::print("  one head asking both    {}\n", numbers(row_of(one.weights[0], chase::verb), 2));

    common::heading("What \"chased\" gets, in two sentences: dog, cat, verb, first, last");
    const std::vector<Matrix> found = split_heads(two.output, 2);
    const std::vector<Matrix> other = split_heads(chase::by_two_heads(chase::cat_chased_dog).output, 2);
    fmt::print("                 dog chased cat                  cat chased dog\n");
    print_rows("head 1       ", row_of(found[0], chase::verb), row_of(other[0], chase::verb));
    print_rows("head 2       ", row_of(found[1], chase::verb), row_of(other[1], chase::verb));
    print_rows("the one head ", row_of(one.output, chase::verb),
               row_of(chase::by_one_head(chase::cat_chased_dog).output, chase::verb));

    pictures.save("who.svg", map_of(two.weights[0], "Head 1: who chases?", "dog").svg());
    pictures.save("whom.svg", map_of(two.weights[1], "Head 2: who is chased?", "cat").svg());
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
    common::heading("One head is chapter 9's attention");
    common::Random random(14);
    const Matrix X = random.normal_matrix(5, 8);
    const Projections W = {random.normal_matrix(8, 8), random.normal_matrix(8, 8), random.normal_matrix(8, 8)};
    const Roles roles = roles_of(X, W);
    const Matrix one = multi_head_attention(X, {{W}, xt::eye<double>(8)}).output;
    const double apart = common::difference(one, scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    fmt::print("  largest difference: {}\n", apart < 1e-13 ? "below 1e-13" : "more");
}

void show_cost()
{
    common::heading("What heads cost: d_model = 512, n = 1000; operations in millions");
    common::Table table({"heads", "d_k", "scale", "learned", "products", "softmax", "weights, MB"});
    const auto millions = [](std::uint64_t count) { return number(static_cast<double>(count) / 1e6, 1); };
    for (const std::uint64_t heads : {1U, 8U, 16U}) {
        const HeadsCost cost = cost_of_heads(1000, 512, heads);
        table.add_row({std::to_string(heads), std::to_string(cost.d_k),
                       number(1.0 / std::sqrt(static_cast<double>(cost.d_k)), 4), std::to_string(cost.learned),
                       millions(cost.products), millions(cost.softmax), millions(cost.weight_bytes)});
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
    show_cost();
    show_groups();
}
