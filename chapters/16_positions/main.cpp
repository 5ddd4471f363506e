// Chapter 16: positions.   x_i + p_i,   or q_i and k_j turned by i and j,   or q_i . k_j - slope |i - j|

#include "16_positions/linear_bias.hpp"
#include "16_positions/looking_back.hpp"
#include "16_positions/previous_token.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/schemes.hpp"
#include "16_positions/shuffle.hpp"
#include "16_positions/sinusoidal.hpp"
#include "16_positions/wrong_positions.hpp"

#include "13_multi_head/multi_head.hpp"
#include "common/blas.hpp"
#include "common/heat_map.hpp"
#include "common/optimizer.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
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

const std::vector<std::size_t> shuffled = {3, 0, 6, 1, 5, 2, 4};
const std::vector<std::size_t> turned_round = {6, 5, 4, 3, 2, 1, 0};

/// A largest change, where rounding does not count.
std::string change(double largest) { return largest < 1e-12 ? "none" : number(largest, 2); }

std::string change(const Matrix& a, const Matrix& b)
{
    const Matrix apart = xt::abs(a - b);
    return change(xt::amax(apart)());
}

Projections random_projections(common::Random& random)
{
    return {random.normal_matrix(16, 16) / 4.0, random.normal_matrix(16, 16) / 4.0, random.normal_matrix(16, 16) / 4.0};
}

void show_blindness()
{
    common::heading("Shuffle seven words: do the outputs of two heads shuffle, and no more?");
    common::Random random(16);
    const Matrix X = random.normal_matrix(7, 16);
    const MultiHead W = {{random_projections(random), random_projections(random)}, random.normal_matrix(32, 16) / 6.0};
    const auto layer = [&](const Matrix& words) { return multi_head_attention(words, W).output; };
    const auto causal = [&](const Matrix& words) { return multi_head_attention(words, W, causal_mask(7, 7)).output; };
    fmt::print("  everybody sees everybody: largest change {}\n", change(change_by_order(layer, X, shuffled)));
    fmt::print("  a causal mask:            largest change {}\n", change(change_by_order(causal, X, shuffled)));

    const Matrix Y = layer(in_order(X, {0, 1, 2, 0, 1}));  // the dog saw the dog
    const double apart = xt::amax(xt::abs(Vector(row_of(Y, 1) - row_of(Y, 4))))();
    fmt::print("  \"the dog saw the dog\": from one \"dog\" to the other: change {}\n", change(apart));

    const Matrix alike = masked_softmax_rows(xt::zeros<double>({5, 5}), causal_mask(5, 5));
    fmt::print("  a causal mask counts: with equal scores, \"the\" at the start gets\n  {}\n",
               numbers(column_of(alike, 0), 2));
}

void show_sinusoidal(const common::Pictures& pictures)
{
    common::heading("Sinusoidal positions: each a row of sines and cosines");
    common::print_matrix("P, d = 4", sinusoidal_positions(4, 4), {.rows = {"0", "1", "2", "3"}});
    const Matrix P = sinusoidal_positions(110, 16);
    const Matrix products = common::product_transposed(P, P);  // (110, 110)
    common::Table table({"places apart", "p_0 . p", "p_50 . p", "p_100 . p"});
    for (const std::size_t apart : {0U, 1U, 2U, 5U}) {
        table.add_row({std::to_string(apart), number(products(0, apart)), number(products(50, 50 + apart)),
                       number(products(100, 100 + apart))});
    }
    table.print();

    const Matrix shades = (1.0 + sinusoidal_positions(16, 16)) / 2.0;
    common::HeatMap map{.title = "Sixteen positions: from -1, pale, to 1, in full colour",
                        .description =
                            "A row for each position, a column for each number. On the left the columns change "
                            "from row to row, on the right hardly at all.",
                        .values = shades,
                        .rows = {},
                        .columns = {},
                        .row_title = "place",
                        .column_title = "numbers of the row: sine, cosine, sine, cosine, ..."};
    map.decimals = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        map.rows.push_back(std::to_string(i));
        map.columns.emplace_back(i % 2 == 0 ? "sin" : "cos");
    }
    pictures.save("sinusoidal.svg", map.svg());
}

void show_terms()
{
    common::heading("A score of x + p has four parts: which change 5 places on?");
    common::Random random(17);
    const Matrix X = random.normal_matrix(7, 16);
    const Matrix here = sinusoidal_positions(7, 16);
    const Matrix there = sinusoidal_positions(7, 16, 5);
    const Projections W = random_projections(random);
    common::Table table({"part", "plain", "with W_Q, W_K"});
    const auto add = [&](const std::string& name, const Matrix& q, const Matrix& k, const Matrix& q5,
                         const Matrix& k5) {
        const auto projected = [&](const Matrix& a, const Matrix& b) {
            return score_matrix(project_rows(a, W.W_Q), project_rows(b, W.W_K));
        };
        table.add_row(
            {name, change(score_matrix(q, k), score_matrix(q5, k5)), change(projected(q, k), projected(q5, k5))});
    };
    add("word . word", X, X, X, X);
    add("word . place", X, here, X, there);
    add("place . word", here, X, there, X);
    add("place . place", here, here, there, there);
    table.print();
}

void show_learned()
{
    common::heading("A table of 12 positions learns to look one word back");
    common::Random random(18);
    LookingBack model = looking_back(12, random);
    common::Adam<double> adam({.rate = 0.01});
    const auto weight_before = [&] {
        const Matrix A = softmax_rows(scores_of_positions(model));
        double sum = 0.0;
        for (std::size_t i = 1; i < 12; ++i) sum += A(i, i - 1) / 11.0;
        return sum;
    };
    for (int sentence = 0; sentence <= 1000; ++sentence) {
        if (sentence % 250 == 0) {
            fmt::print("~ after {:>4} sentences: weight on the place before {}\n", sentence,
                       number(weight_before(), 2));
        }
        learn_from(random_sentence(model, random), model, adam);
    }
    fmt::print("  (P W_Q) (P W_K)^T: rows whose largest score is one place back: {} of 11\n",
               rows_that_look_back(scores_of_positions(model)));
    try {
        learned_positions(model.table, 13);
    } catch (const std::invalid_argument& refused) {
        fmt::print("  {}\n", refused.what());
    }
}

void show_rotary(const common::Pictures& pictures)
{
    common::heading("Rotary positions: one pair of coordinates, 1 radian a step");
    const Matrix q = {{1, 0}};
    const Matrix k = {{1, 1}};
    for (const std::size_t position : {0U, 1U, 2U, 3U}) {
        fmt::print("  [1, 0] at {}: {}\n", position, numbers(row_of(rotated(q, position), 0)));
    }
    const auto score = [&](std::size_t i, std::size_t j) { return score_matrix(rotated(q, i), rotated(k, j))(0, 0); };
    fmt::print("  [1, 0] at   3 meets [1, 1] at   1: {}\n", number(score(3, 1)));
    fmt::print("  [1, 0] at 103 meets [1, 1] at 101: {}\n", number(score(103, 101)));
    fmt::print("  [1, 0] at   1 meets [1, 1] at   3: {}\n", number(score(1, 3)));

    common::Plot plot{.title = "Rotary: two equal words, further and further apart",
                      .description = "The score of a word with itself by distance, as a part of that at distance 0. It "
                                     "falls fast at first, then swings without ever returning to 1.",
                      .x_title = "places apart",
                      .y_title = "score, 1 at distance 0",
                      .curves = {{"d_k = 16", {}, {}}, {"d_k = 64", {}, {}}}};
    for (std::size_t c = 0; c < 2; ++c) {
        const std::size_t d_k = c == 0 ? 16 : 64;
        const Matrix ones = xt::ones<double>({std::size_t{1}, d_k});
        for (std::size_t apart = 0; apart <= 60; ++apart) {
            plot.curves[c].x.push_back(static_cast<double>(apart));
            plot.curves[c].y.push_back(score_matrix(rotated(ones, apart), rotated(ones))(0, 0) /
                                       static_cast<double>(d_k));
        }
    }
    pictures.save("rotary.svg", plot.svg());
}

void show_linear_bias(const common::Pictures& pictures)
{
    common::heading("Linear bias: a slope for each of eight heads");
    fmt::print("  slopes {}\n", numbers(slopes(8), 4));
    common::print_matrix("added to the scores of head 1 (later words are masked)",
                         masked_scores(linear_bias(4, 4, slopes(8)(0)), causal_mask(4, 4)), {.decimals = 1});
    common::Plot plot{.title = "Linear bias: what the distance takes off a score",
                      .description =
                          "A straight line downwards for each head: steep for head 1, almost level for head 8.",
                      .x_title = "places apart",
                      .y_title = "added to the score"};
    for (const std::size_t head : {0U, 1U, 2U, 3U, 5U, 7U}) {
        common::Curve curve{fmt::format("head {}", head + 1), {}, {}};
        for (std::size_t apart = 0; apart <= 20; apart += 2) {
            curve.x.push_back(static_cast<double>(apart));
            curve.y.push_back(linear_bias(1, 1, slopes(8)(head), apart)(0, 0));
        }
        plot.curves.push_back(curve);
    }
    pictures.save("linear_bias.svg", plot.svg());
}

void show_schemes()
{
    common::heading("Seven words through one head: the largest change of any number");
    common::Random random(19);
    const Matrix X = random.normal_matrix(7, 16);
    const PositionedHead head = {random_projections(random), random.normal_matrix(12, 16)};
    common::Table table({"positions", "shuffled", "turned round", "scores 5 places on", "to learn", "length"});
    for (std::size_t s = 0; s < scheme_names.size(); ++s) {
        const auto scheme = static_cast<Scheme>(s);
        const bool learned = scheme == Scheme::learned;
        const auto output = [&](const Matrix& words) { return attend_at(scheme, head, words).output; };
        table.add_row({scheme_names[s], change(change_by_order(output, X, shuffled)),
                       change(change_by_order(output, X, turned_round)),
                       change(attend_at(scheme, head, X).scores, attend_at(scheme, head, X, 5).scores),
                       std::to_string(learned ? head.table.size() : 0), learned ? "12" : "any"});
    }
    table.print();
}

void show_previous(const common::Pictures& pictures)
{
    common::heading("A head that looks one word back, by hand: weight of place 8 on place 7");
    common::Table table({"beta", "sinusoidal, d = 16", "rotary, d = 16", "rotary, d = 64", "one-hot, 16 places"});
    for (const double beta : {1.0, 4.0, 16.0, 64.0}) {
        table.add_row({number(beta, 0), number(previous_by_sinusoids(16, 16, beta)(8, 7)),
                       number(previous_by_rotary(16, 16, beta)(8, 7)), number(previous_by_rotary(16, 64, beta)(8, 7)),
                       number(previous_by_one_hot(16, beta)(8, 7))});
    }
    table.print();
    fmt::print("  beta = 64, weight of place 0 on place 0: {}, {}, {}, {}\n",
               number(previous_by_sinusoids(16, 16, 64.0)(0, 0)), number(previous_by_rotary(16, 16, 64.0)(0, 0)),
               number(previous_by_rotary(16, 64, 64.0)(0, 0)), number(previous_by_one_hot(16, 64.0)(0, 0)));
    common::HeatMap map{.title = "A previous-token head, made of sines",
                        .description =
                            "A row for each position. The dark cells stand just below the diagonal: each position "
                            "looks one back. Position 0 has nothing before it, and looks at itself.",
                        .values = previous_by_sinusoids(8, 16, 32.0),
                        .rows = {},
                        .columns = {}};
    for (std::size_t i = 0; i < 8; ++i) {
        map.rows.push_back(fmt::format("place {}", i));
        map.columns.push_back(std::to_string(i));
    }
    fmt::print("\n  beta = 32\n{}", map.text());
    pictures.save("previous.svg", map.svg());
}

void show_mistakes()
{
    common::heading("Rotary positions gone wrong: largest change 5 places on");
    common::Random random(20);
    const Matrix Q = random.normal_matrix(7, 16);
    const Matrix K = random.normal_matrix(7, 16);
    const Matrix V = random.normal_matrix(7, 16);
    const auto attended = [&](std::size_t first, const Matrix& values) {
        return scaled_dot_product_attention(rotated(Q, first), rotated(K, first), values).output;
    };
    fmt::print("  outputs, values left alone:              {}\n", change(attended(0, V), attended(5, V)));
    fmt::print("  outputs, values turned as well:          {}\n",
               change(attended(0, rotated(V)), attended(5, rotated(V, 5))));

    const auto by_neighbours = [&](std::size_t first) { return score_matrix(rotated(Q, first), rotated(K, first)); };
    const auto by_halves = [&](std::size_t first) {
        return score_matrix(rotated(halves_side_by_side(Q), first), rotated(halves_side_by_side(K), first));
    };
    const auto mixed = [&](std::size_t first) { return scores_of_mixed_pairs(Q, K, first); };
    fmt::print("  scores, neighbours are pairs in Q and K: {}\n", change(by_neighbours(0), by_neighbours(5)));
    fmt::print("  scores, halves are pairs in Q and K:     {}\n", change(by_halves(0), by_halves(5)));
    fmt::print("  scores, neighbours in Q, halves in K:    {}\n", change(mixed(0), mixed(5)));

    common::heading("Eight keys in a cache, and a query for word 7 that should look at word 6");
    Matrix keys = xt::zeros<double>({8, 16});
    for (std::size_t j = 0; j < 8; ++j) {
        for (std::size_t c = 0; c < 16; c += 2) keys(j, c) = 1.0;
    }
    Matrix query = xt::zeros<double>({1, 16});
    set_row(query, 0, Vector(32.0 * query_one_back(16)));
    for (const std::size_t counted : {7U, 8U, 0U}) {
        const Matrix weights = scaled_dot_product_attention(rotated(query, counted), rotated(keys), keys).weights;
        fmt::print("  counted as {}: {}\n", counted, numbers(row_of(weights, 0), 2));
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_blindness();
    show_sinusoidal(pictures);
    show_terms();
    show_learned();
    show_rotary(pictures);
    show_linear_bias(pictures);
    show_schemes();
    show_previous(pictures);
    show_mistakes();
}
