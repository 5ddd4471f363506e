// Chapter 9: why the square root of d_k.   softmax(Q K^T / sqrt(d_k)) V

#include "09_scaling/gradient_lengths.hpp"
#include "09_scaling/saturation.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "07_attention/car.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

constexpr std::size_t keys = 64;
const std::vector<std::size_t> sizes = {1, 4, 16, 64, 256, 1024};  // of d_k
const std::array<std::string, 3> divisor_names = {"none", "sqrt(d_k)", "d_k"};

std::array<double, 3> divisors(std::size_t d_k)
{
    const auto d = static_cast<double>(d_k);
    return {1.0, std::sqrt(d), d};
}

void show_words()
{
    common::heading("Cat, sat and mat: d_k = 2, three divisors");
    const std::vector<std::string> words = {"cat", "sat", "mat"};
    const Matrix X = {{1, 0}, {0, 1}, {1, 1}};  // queries, keys and values at once
    common::Table table({"divisor", "word", "weights on cat, sat, mat", "output"});
    for (std::size_t c = 0; c < 3; ++c) {
        const Attention found = dot_product_attention(X / divisors(2)[c], X, X);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Vector weights = row_of(found.weights, i);
            const Vector output = row_of(found.output, i);
            table.add_row({divisor_names[c], words[i], numbers(weights, 6), numbers(output, 6)});
        }
    }
    table.print();

    common::heading("The exercise by hand: Q = [[1, 0], [0, 1]], K = V = [[1, 1], [1, 0]]");
    const Matrix Q = {{1, 0}, {0, 1}};
    const Matrix K = {{1, 1}, {1, 0}};
    common::print_matrix("output, unscaled", dot_product_attention(Q, K, K).output, {.decimals = 6});
    common::print_matrix("output, scaled", scaled_dot_product_attention(Q, K, K).output, {.decimals = 6});
    common::print_matrix("output, divided by d_k", dot_product_attention(Q / 2.0, K, K).output, {.decimals = 6});
}

void show_car()
{
    common::heading("Is this a car? d_k = 8, features between 0 and 1");
    const Matrix& K = car::related;
    const Matrix& V = car::speaks_for_a_car;
    const std::vector<std::string> names = {"damaged car", "pristine car", "bicycle", "motorcycle"};
    const Matrix Q = {{0.8, 0.66, 0.07, 0.35, 0.96, 0.05, 0.75, 0},
                      {1, 1, 0, 0, 1, 0, 1, 0},
                      {0.2, 0, 1, 0, 0, 0, 0, 1},
                      {1, 0, 1, 0, 0, 0, 0, 1}};
    const Matrix unscaled = dot_product_attention(Q, K, V).output;
    const Matrix scaled = scaled_dot_product_attention(Q, K, V).output;
    const Matrix by_size = dot_product_attention(Q / 8.0, K, V).output;
    common::Table table({"observed", "none", "sqrt(d_k)", "d_k"});
    for (std::size_t i = 0; i < names.size(); ++i)
        table.add_row({names[i], number(unscaled(i, 0), 6), number(scaled(i, 0), 6), number(by_size(i, 0), 6)});
    table.print();
    fmt::print("  the mean of V, which is the answer to no question at all: {}\n", number(xt::mean(V)(), 6));
}

void show_variance(const std::vector<Matrix>& scores)
{
    common::heading("How large scores grow: random q and k, variance 1 a coordinate");
    common::Table table({"d_k", "variance of q . k", "its root", "of q . k / sqrt(d_k)", "of q . k / d_k"});
    for (std::size_t s = 0; s < sizes.size(); ++s) {
        const double spread = score_variance(scores[s]);
        const auto d = static_cast<double>(sizes[s]);
        table.add_row({std::to_string(sizes[s]), number(spread, 2), number(std::sqrt(spread), 2),
                       number(score_variance(scores[s] / std::sqrt(d)), 3), number(score_variance(scores[s] / d), 5)});
    }
    table.print();
}

/// Four scores, each of a query and a key of its own, d_k = 2.
Matrix independent_scores(common::Random& random)
{
    const Matrix products = random.normal_matrix(4, 2) * random.normal_matrix(4, 2);
    Matrix scores = xt::zeros<double>({1, 4});
    for (std::size_t r = 0; r < 4; ++r) scores(0, r) = products(r, 0) + products(r, 1);
    return scores;
}

void show_one_matrix(common::Random& random)
{
    common::heading("One matrix is no variance: 2 queries, 2 keys, d_k = 2");
    constexpr int draws = 100000;
    double among_entries = 0.0;
    double among_independent = 0.0;
    double one_entry = 0.0;
    std::vector<std::string> first_six;
    for (int draw = 0; draw < draws; ++draw) {
        const Matrix Q = random.normal_matrix(2, 2);
        const Matrix K = random.normal_matrix(2, 2);
        const Matrix scores = score_matrix(Q, K);  // (2, 2)
        among_entries += score_variance(scores) / draws;
        among_independent += score_variance(independent_scores(random)) / draws;
        one_entry += scores(0, 0) * scores(0, 0) / draws;  // its mean is 0, so this is its variance
        if (draw < 6) first_six.push_back(number(score_variance(scores), 2));
    }
    fmt::print("  variance of its four entries, six matrices: {}\n", fmt::join(first_six, "  "));
    fmt::print("  the same, on average over {} matrices:  {}\n", draws, number(among_entries, 2));
    fmt::print("  and of four scores that share nothing:      {}\n", number(among_independent, 2));
    fmt::print("  variance of one entry over {} matrices: {}\n", draws, number(one_entry, 1));
}

/// For each divisor what softmax made of the scores, size by size.
using Measured = std::array<std::vector<Saturation>, 3>;

Measured measure(const std::vector<Matrix>& scores, common::Random& random)
{
    Measured measured;
    for (std::size_t s = 0; s < sizes.size(); ++s) {
        const Matrix upstream = random.normal_matrix(scores[s].shape(0), keys);
        for (std::size_t c = 0; c < 3; ++c)
            measured[c].push_back(saturation(scores[s] / divisors(sizes[s])[c], upstream));
    }
    return measured;
}

void show_table(const std::string& title, const Measured& measured, double Saturation::* what, int decimals)
{
    common::heading(title);
    common::Table table({"d_k", divisor_names[0], divisor_names[1], divisor_names[2]});
    for (std::size_t s = 0; s < sizes.size(); ++s) {
        table.add_row({std::to_string(sizes[s]), number(measured[0][s].*what, decimals),
                       number(measured[1][s].*what, decimals), number(measured[2][s].*what, decimals)});
    }
    table.print();
}

/// For each divisor the lengths of a gradient on its way back, size by size.
using Followed = std::array<std::vector<GradientLengths>, 3>;

Followed follow(const common::Random& random)
{
    Followed followed;
    for (const std::size_t d_k : sizes) {
        for (std::size_t c = 0; c < 3; ++c)
            followed[c].push_back(gradient_lengths(d_k, keys, divisors(d_k)[c], 40, random));
    }
    return followed;
}

void show_gradients(const Followed& followed)
{
    common::heading("How long a gradient is: at softmax's input, at q . k, and at q; medians");
    common::Table table({"d_k", "divided by", "softmax's input", "q . k", "q"});
    for (std::size_t s = 1; s < sizes.size(); s += 2) {
        for (std::size_t c = 0; c < 3; ++c) {
            const GradientLengths& found = followed[c][s];
            table.add_row({std::to_string(sizes[s]), divisor_names[c], number(found.at_softmax, 5),
                           number(found.at_scores, 5), number(found.at_query, 5)});
        }
    }
    table.print();
}

template <typename Measurements, typename What>
common::Plot plot(const Measurements& measured, What what, double unit)
{
    common::Plot drawing{.title = "", .description = "", .x_title = "d_k", .y_title = "", .log_x = true};
    for (std::size_t c = 0; c < 3; ++c) {
        common::Curve curve{.name = "divided by " + divisor_names[c], .x = {}, .y = {}};
        if (c == 0) curve.name = "not divided";
        for (std::size_t s = 0; s < sizes.size(); ++s) {
            curve.x.push_back(static_cast<double>(sizes[s]));
            curve.y.push_back(measured[c][s].*what / unit);
        }
        drawing.curves.push_back(curve);
    }
    return drawing;
}

void show_pictures(const Measured& measured, const Followed& followed, const common::Pictures& pictures)
{
    common::heading("Drawn: what is left to choose, and what is left to learn from");
    common::Plot choice = plot(measured, &Saturation::entropy, 1.0);
    choice.title = "How undecided attention is over 64 random keys";
    choice.description =
        "Entropy against d_k. Undivided scores fall from 3.75 nats to almost 0, divided by the root of "
        "d_k they stay level near 3.7, divided by d_k they rise to the most there can be, 4.16.";
    choice.y_title = "entropy of the weights, nats";
    fmt::print("{}\n", choice.text());
    pictures.save("entropy.svg", choice.svg());

    common::Plot learning = plot(followed, &GradientLengths::at_query, 0.001);
    learning.title = "How much gradient reaches the query";
    learning.description =
        "Median length of the gradient at the query against d_k, both axes logarithmic. Divided by the root of d_k it is "
        "level. Divided by d_k it falls steadily. Undivided it rises at first, and from d_k = 64 on it falls faster than any.";
    learning.y_title = "median gradient at q, thousandths";
    learning.log_y = true;
    fmt::print("{}", learning.text());
    pictures.save("gradient.svg", learning.svg());
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_words();
    show_car();

    common::Random random(9);
    std::vector<Matrix> scores;  // one (4000, 64) for each size
    for (const std::size_t d_k : sizes) scores.push_back(random_scores(d_k, keys, 250, random));
    show_variance(scores);
    show_one_matrix(random);

    const Measured measured = measure(scores, random);
    show_table("Entropy of the weights; 64 equal weights have ln 64 = " + number(std::log(64.0)), measured,
               &Saturation::entropy, 4);
    show_table("The largest of the 64 weights; equal ones are " + number(1.0 / 64), measured,
               &Saturation::largest_weight, 4);
    show_table("Share of queries whose gradient is below 1/1000", measured, &Saturation::vanished, 3);
    const Followed followed = follow(random);
    show_gradients(followed);
    show_pictures(measured, followed, pictures);
}
