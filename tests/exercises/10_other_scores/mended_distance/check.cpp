#include "tests/exercises/10_other_scores/mended_distance/task.hpp"

#include "10_other_scores/attention_from_scores.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

/// What one coordinate adds to a score.
using Step = double (*)(double);

Matrix summed(const Matrix& Q, const Matrix& K, Step step)
{
    Matrix sums = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) sums(i, j) += step(Q(i, c) - K(j, c));
        }
    }
    return sums;
}

struct Slip {
    std::string key;
    Matrix scores;
    std::string sentence;
};

/// All that goes wrong with the scores, for a width that is not 1.
std::vector<Slip> slips(const Matrix& Q, const Matrix& K, double width)
{
    const Matrix plain = summed(Q, K, [](double x) { return x; });
    const Matrix lengths = summed(Q, K, [](double x) { return std::abs(x); });
    const Matrix squares = summed(Q, K, [](double x) { return x * x; });
    const Matrix roots = xt::sqrt(squares);
    const Matrix of_sums = plain * plain;
    const char* const far =
        "The farthest key gets the largest weight: a large distance gives a large score. Near keys must score higher.";
    const char* const no_square = "A step of 3 and a step of -3 cancel: you add up the steps without squaring them.";
    const char* const late = "You square the sum of the steps, so they cancel first. Square each one.";
    const char* const laplace = "You add up absolute steps. That is Laplace's distance; here the steps are squared.";
    const char* const root =
        "You took the root of the sum of squares. The Gaussian score has the squared distance itself.";
    const double w = width;
    const std::vector<double> divisors = {2 * w * w, 2 * w, 1, w, w * w, 2, 4 * w * w};
    std::vector<Slip> all;
    const auto both_signs = [&](const std::string& key, const Matrix& sums, const char* sentence) {
        for (const double divisor : divisors) {
            all.push_back({key, -sums / divisor, sentence});
            all.push_back({key, sums / divisor, sentence});
        }
    };
    for (const double divisor : divisors) all.push_back({"farther_is_more", squares / divisor, far});
    both_signs("square_missing", plain, no_square);
    both_signs("squared_too_late", of_sums, late);
    both_signs("absolute_for_square", lengths, laplace);
    both_signs("root_taken", roots, root);
    all.push_back(
        {"width_not_squared", -squares / (2 * w),
         "The distance is squared, but the width is not: if everything doubles in size, the weights change."});
    all.push_back(
        {"width_not_squared", -squares / w,
         "The distance is squared, but the width is not: if everything doubles in size, the weights change."});
    all.push_back(
        {"half_forgotten", -squares / (w * w), "The half is missing: minus the squares over twice the squared width."});
    all.push_back({"width_ignored", -squares / 2, "The width has no effect."});
    all.push_back({"width_ignored", -squares, "The width has no effect."});
    all.push_back({"two_squared_too", -squares / (4 * w * w), "You squared the 2 as well. Square only the width."});
    all.push_back({"width_multiplied", -squares * (2 * w * w),
                   "You multiplied by the width. Divide by it: a wide bell falls off slowly."});
    all.push_back({"width_multiplied", -squares / 2 * (w * w),
                   "You multiplied by the width. Divide by it: a wide bell falls off slowly."});
    all.push_back({"mean_of_coordinates", -squares / (2 * w * w * static_cast<double>(Q.shape(1))),
                   "You took the mean over the coordinates. Take their sum."});
    return all;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"gaussian_scores", "attention_from_scores"}); }

TEST_CASE("n = 2, m = 3, d_k = 5, d_v = 6")
{
    common::Random random(check::seed());
    const Matrix Q = random.normal_matrix(2, 5);
    const Matrix K = random.normal_matrix(3, 5);
    const Matrix V = random.normal_matrix(3, 6);
    const double width = 1.7;
    const Attention right = attention_from_scores(gaussian_scores(Q, K, width), V);
    std::vector<check::Mistake> mistakes;
    for (const auto& [key, scores, sentence] : slips(Q, K, width))
        mistakes.push_back({key, softmax_rows(scores), sentence});
    const Matrix scores = gaussian_scores(Q, K, width);
    const Matrix kernels = xt::exp(scores);
    mistakes.push_back(
        {"not_normalised", kernels, "These are the bells themselves. Each row must be divided by its sum."});
    mistakes.push_back({"scores_as_weights", scores, "The scores are used as weights. Softmax is missing."});
    for (const check::Mistake& mistake : check::lazy_maximum(scores)) mistakes.push_back(mistake);
    const char* const keys =
        "The weights are right, but you blended the keys: the output has as many columns as they have.";
    mistakes.push_back({"blended_the_keys", common::product(right.weights, K), keys});
    mistakes.push_back({"output_divided", right.output / (width * width),
                        "The weights are right, but the output is divided by the width. A blend needs no scale."});
    mistakes.push_back({"output_divided", right.output / width,
                        "The weights are right, but the output is divided by the width. A blend needs no scale."});
    check::ask({.call = "mended_distance(Q, K, V, 1.7), sizes 2, 3, 5, 6",
                .answer = [&] { return mended_distance(Q, K, V, width); },
                .expected = right,
                .mistakes = mistakes,
                .properties = {check::of("weights", check::rows_sum_to_one())},
                .seed = check::seed()});
}

TEST_CASE("n = 4, m = 2, d_k = 1, d_v = 3, and a narrow bell")
{
    const Matrix Q = {{0}, {10}, {-1}, {0.25}};
    const Matrix K = {{0}, {1}};
    const Matrix V = {{1, 2, 3}, {4, 5, 6}};
    const char* const sentence =
        "All the bells are 0 here, and you divide 0 by 0. Softmax subtracts the largest score first.";
    const double nan = check::not_a_number;
    check::ask({.call = "mended_distance(Q, K, V, 0.1), a query far from all keys",
                .answer = [&] { return mended_distance(Q, K, V, 0.1); },
                .expected = attention_from_scores(gaussian_scores(Q, K, 0.1), V),
                .mistakes = {{"nothing_near",
                              [&] {
                                  Matrix weights = softmax_rows(gaussian_scores(Q, K, 0.1));
                                  set_row(weights, 1, Vector{nan, nan});
                                  return weights;
                              }(),
                              sentence}}});
}
