// Chapter 10: other ways to say how well a key fits.   softmax(any scores) V

#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/gaussian_features.hpp"
#include "10_other_scores/matched_sharpness.hpp"
#include "10_other_scores/other_scores.hpp"
#include "10_other_scores/regression.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "common/difference.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

using cat_sat_mat::words;
using cat_sat_mat::X;

/// An additive score whose small network looks at the sum of each coordinate.
Matrix additive(const Matrix& Q, const Matrix& K)
{
    const Matrix W = xt::eye<double>(Q.shape(1));
    const Vector v = xt::ones<double>({Q.shape(1)});
    return additive_scores(Q, K, W, W, v);
}

Matrix uniform(const Matrix& Q, const Matrix& K) { return xt::zeros<double>({Q.shape(0), K.shape(0)}); }
Matrix laplace(const Matrix& Q, const Matrix& K) { return laplace_scores(Q, K); }
Matrix gaussian(const Matrix& Q, const Matrix& K) { return gaussian_scores(Q, K); }

const std::vector<Contender> five_scores = {{"dot", score_matrix},
                                            {"Laplace", laplace},
                                            {"Gaussian", gaussian},
                                            {"cosine", cosine_scores},
                                            {"additive", additive}};

void show_words()
{
    common::heading("cat sat mat under five scores");
    common::Table table({"score", "word", "scores", "weights", "output"});
    for (const auto& [name, score] : five_scores) {
        const Matrix scores = score(X, X);
        const Attention found = attention_from_scores(scores, X);
        for (std::size_t i = 0; i < words.size(); ++i) {
            table.add_row({name, words[i], numbers(row_of(scores, i), 2), numbers(row_of(found.weights, i), 4),
                           numbers(row_of(found.output, i), 3)});
        }
    }
    table.print();

    const Attention by_distance = laplace_attention(X, X, X);
    common::print_matrix("Laplace weights", by_distance.weights, {.rows = words, .columns = words, .decimals = 6});
    common::print_matrix("Laplace output", by_distance.output, {.rows = words, .decimals = 6});
}

const std::vector<std::string> observed = {"damaged car", "pristine car", "motorcycle", "bicycle"};

/// What was seen, one a row.
const Matrix seen = {{0.8, 0.66, 0.07, 0.35, 0.96, 0.05, 0.75, 0},
                     {1, 1, 0, 0, 1, 0, 1, 0},
                     {1, 0, 1, 0, 0, 0, 0, 1},
                     {0.2, 0, 1, 0, 0, 0, 0, 1}};

void show_car()
{
    common::heading("Is this a car? By five scores");
    common::Table table({"seen", "dot", "Laplace", "Gaussian", "cosine", "additive"});
    std::vector<std::vector<std::string>> rows;
    for (const std::string& name : observed) rows.push_back({name});
    for (const auto& [name, score] : five_scores) {
        const Matrix output = attention_from_scores(score(seen, car::related), car::speaks_for_a_car).output;
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].push_back(number(output(i, 0), 6));
    }
    for (const std::vector<std::string>& row : rows) table.add_row(row);
    table.print();
}

/// By how much the cars' mean answer is above that of the two cycles.
double gap(const Matrix& output) { return (output(0, 0) + output(1, 0) - output(2, 0) - output(3, 0)) / 2.0; }

void show_matched()
{
    common::heading("How far apart cars and cycles come out, as they are and at equal sharpness");
    common::Table table({"score", "entropy", "gap", "gap at 1.5 nats", "at 1 nat", "at 0.5 nats"});
    for (const auto& [name, score] : five_scores) {
        const Matrix scores = score(seen, car::related);
        const auto gap_at = [&](double factor) {
            return number(gap(attention_from_scores(factor * scores, car::speaks_for_a_car).output), 3);
        };
        std::vector<std::string> row = {name, number(mean_entropy(scores, 1.0), 2), gap_at(1.0)};
        for (const double wanted : {1.5, 1.0, 0.5}) row.push_back(gap_at(factor_for_entropy(scores, wanted)));
        table.add_row(row);
    }
    table.print();
}

void show_cosine_cap()
{
    common::heading("Cosine: how decided can it be?");
    const Matrix best_and_worst = cosine_scores({{1, 0}}, {{100, 0}, {-100, 0}});
    const Vector weights = softmax(row_of(best_and_worst, 0));
    fmt::print("  best and worst key there can be: scores {}, weights {}\n", numbers(row_of(best_and_worst, 0), 0),
               numbers(weights, 4));
    fmt::print("  one is {} times the other, and never more\n", number(weights(0) / weights(1), 2));
}

void show_regression(int trials)
{
    common::heading("Guess a curve from m of its points: mean squared error");
    const std::vector<Contender> contenders = {
        {"uniform", uniform},
        {"dot", score_matrix},
        {"dot, queries x 16", [](const Matrix& Q, const Matrix& K) { return score_matrix(16.0 * Q, K); }},
        {"Laplace, width 1", laplace},
        {"Laplace, width 0.25", [](const Matrix& Q, const Matrix& K) { return laplace_scores(Q, K, 0.25); }},
        {"Laplace, width 0.1", [](const Matrix& Q, const Matrix& K) { return laplace_scores(Q, K, 0.1); }},
        {"Gaussian, width 0.25", [](const Matrix& Q, const Matrix& K) { return gaussian_scores(Q, K, 0.25); }},
        {"Gaussian, width 0.1", [](const Matrix& Q, const Matrix& K) { return gaussian_scores(Q, K, 0.1); }},
        {"dot of [x, 1] features",
         [](const Matrix& Q, const Matrix& K) { return score_matrix(query_features(Q), key_features(K, 0.25)); }}};
    common::Random random(10);
    std::vector<std::vector<Errors>> by_size;
    for (const std::size_t m : {5U, 10U, 20U, 50U}) by_size.push_back(compare(contenders, m, trials, random));

    common::Table table({"score", "m = 5", "m = 10", "m = 20", "m = 50", "at known points, m = 20"});
    for (std::size_t s = 0; s <= contenders.size(); ++s) {
        std::vector<std::string> row = {s < contenders.size() ? contenders[s].name : "Gaussian process"};
        for (const auto& errors : by_size) row.push_back(number(errors[s].target, 3));
        row.push_back(number(by_size[2][s].context, 3));
        table.add_row(row);
    }
    table.print();
}

void show_identity()
{
    common::heading("The right features make a dot product of a distance");
    common::Random random(4);
    const Matrix Q = random.normal_matrix(5, 3);
    const Matrix K = random.normal_matrix(7, 3);
    const Matrix V = random.normal_matrix(7, 2);
    const Matrix by_distance = attention_from_scores(gaussian_scores(Q, K, 0.5), V).output;
    const Matrix by_product = dot_product_attention(query_features(Q), key_features(K, 0.5), V).output;
    const bool equal = common::difference(by_distance, by_product) < 1e-12;
    fmt::print("  Gaussian attention and dot-product attention on [q, 1] and [k, -|k|^2/2]/w^2\n");
    fmt::print("  differ by less than 1e-12: {}\n", equal ? "yes" : "no");
}

void draw_guesses(const common::Pictures& pictures)
{
    common::heading("One curve, ten known points, five guesses");
    common::Random random(22);
    const Curve curve = draw_curve(10, 0, random);
    Vector x = xt::linspace<double>(-2.0, 2.0, 41);
    const auto points = [](const Vector& v) { return std::vector<double>(v.begin(), v.end()); };
    const auto guessed = [&](const std::string& name, const Score& score) {
        return common::Curve{name, points(x), points(guess(score, curve.x_context, curve.y_context, x))};
    };
    common::Plot plot{.title = "Ten known points of a curve, and what each score makes of them",
                      .description =
                          "The uniform guess is a level line. The dot product gives a slow slope. Laplace and "
                          "Gaussian of width 0.25 follow the points, the Gaussian process passes through them.",
                      .x_title = "x",
                      .y_title = "height"};
    plot.curves = {
        {"Gaussian process", points(x), points(gaussian_process_mean(curve.x_context, curve.y_context, x))},
        guessed("dot", score_matrix),
        guessed("Laplace, width 0.25", [](const Matrix& Q, const Matrix& K) { return laplace_scores(Q, K, 0.25); }),
        guessed("Gaussian, width 0.25", [](const Matrix& Q, const Matrix& K) { return gaussian_scores(Q, K, 0.25); }),
        guessed("uniform", uniform),
        {"known points", points(curve.x_context), points(curve.y_context), true}};
    fmt::print("{}", plot.text());
    pictures.save("regression.svg", plot.svg());
}

}  // namespace

int main(int argc, char** argv)
{
    int trials = 400;
    const common::Pictures pictures(argc, argv, {{"--trials", "how many curves are guessed for each m", 1, &trials}});
    show_words();
    show_car();
    show_matched();
    show_cosine_cap();
    show_identity();
    show_regression(trials);
    draw_guesses(pictures);
}
