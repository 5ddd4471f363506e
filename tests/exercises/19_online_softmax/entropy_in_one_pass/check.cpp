#include "tests/exercises/19_online_softmax/entropy_in_one_pass/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"
#include "tests/exercises/check/memory.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

/// One pass with a rule for correcting l and t where the maximum rises.
template <class Correct>
double pass(const Vector& scores, Correct correct)
{
    double m = scores(0);
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s > m) {
            correct(l, t, m - s);
            m = s;
        }
        l += std::exp(s - m);
        t += std::exp(s - m) * (s - m);
    }
    return std::log(l) - t / l;
}

double answered(const Vector& scores)
{
    std::size_t next = 0;
    Stream<double> stream([&] { return next < scores.size() ? std::optional(scores(next++)) : std::nullopt; });
    return entropy_in_one_pass(stream);
}

/// How many bytes memory grows while many scores go by.
double growth()
{
    check::Growth growth;
    int left = 20000;
    Stream<double> stream([&]() -> std::optional<double> {
        growth.look();
        if (left == 0) return {};
        return 1e-3 * (--left % 7);
    });
    const double entropy_of_many = entropy_in_one_pass(stream);
    return std::isnan(entropy_of_many) ? entropy_of_many : growth.most();
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"softmax", "softmax_rows", "entropy", "entropy_rows", "effective_tokens"});
}

TEST_CASE("falling scores: the maximum never rises")
{
    const Vector scores = {2, 1, -0.5};
    const Vector weights = softmax(scores);
    const double right = entropy(weights);
    double t = 0.0;
    double l = 0.0;
    for (const double s : scores) {
        l += std::exp(s - 2);
        t += std::exp(s - 2) * (s - 2);
    }
    check::ask(
        {.call = "entropy_in_one_pass([2, 1, -0.5])",
         .answer = [&] { return answered(scores); },
         .expected = right,
         .mistakes = {
             {"in_bits", right / std::log(2.0), "This is the entropy in bits. The task asks for nats: ln, not log2."},
             {"effective_tokens", std::exp(right), "This is exp(H), the number of effective tokens."},
             {"not_divided", std::log(l) - t, "You subtracted t, not t / l. The weights are exp(s - m) / l."},
             {"logarithm_left_out", -t / l, "ln l is missing. It is part of the logarithm of every weight."},
             {"sign_of_t", std::log(l) + t / l, "Look at the sign of t: H is ln l - t / l, and t is below 0."},
             {"maximum_not_subtracted", std::log(l) - (t + 2 * l) / l,
              "Your t sums exp(s - m) s. In the task's formula, m is subtracted in the bracket too."}}});
}

TEST_CASE("rising scores")
{
    const Vector scores = {-1, 0.5, 0, 2};
    const double factor_alone = pass(scores, [](double& l, double& t, double rise) {
        l *= std::exp(rise);
        t *= std::exp(rise);
    });
    const double nothing = pass(scores, [](double&, double&, double) {});
    const double l_alone = pass(scores, [](double& l, double&, double rise) { l *= std::exp(rise); });
    const double wrong_order = pass(scores, [](double& l, double& t, double rise) {
        l *= std::exp(rise);
        t = std::exp(rise) * (t + l * rise);
    });
    const double wrong_sign = pass(scores, [](double& l, double& t, double rise) {
        t = std::exp(rise) * (t - l * rise);
        l *= std::exp(rise);
    });
    check::ask(
        {.call = "entropy_in_one_pass([-1, 0.5, 0, 2])",
         .answer = [&] { return answered(scores); },
         .expected = entropy(softmax(scores)),
         .mistakes = {{"factor_alone", factor_alone,
                       "You corrected t by the factor alone. m is in the bracket too: s - m' is (s - m) + (m - m')."},
                      {"never_corrected", nothing,
                       "When the maximum rises, l and t must be corrected: they were made with the old one."},
                      {"only_l_corrected", l_alone, "When the maximum rose, you corrected l but not t."},
                      {"l_corrected_too_early", wrong_order,
                       "The correction of t needs the old l, but you had corrected l by then."},
                      {"wrong_sign", wrong_sign,
                       "In the correction of t, m - m' is below 0. You added it with the opposite sign."}}});
}

TEST_CASE("scores far from 0, and nothing to attend to")
{
    check::ask({.call = "entropy_in_one_pass([-5000, 5000, 5000])",
                .answer = [] { return answered({-5000, 5000, 5000}); },
                .expected = std::log(2.0)});
    const std::string nan = "A score of -infinity has weight 0, but 0 times -infinity is NaN. Skip such scores.";
    check::ask({.call = "entropy_in_one_pass([-infinity, 1, -infinity, 1])",
                .answer = [] { return answered({-infinity, 1, -infinity, 1}); },
                .expected = std::log(2.0),
                .mistakes = {{"infinity_is_nan", not_a_number, nan}}});
    check::ask({.call = "entropy_in_one_pass([-infinity, -infinity])",
                .answer = [] { return answered({-infinity, -infinity}); },
                .expected = 0.0,
                .mistakes = {{"nothing_is_nan", not_a_number,
                              "Nothing was seen, so l is 0, and neither ln 0 nor 0 / 0 is a number."},
                             {"nothing_is_nan", -infinity, "Nothing was seen, so l is 0, and ln 0 is -infinity."}}});
}

TEST_CASE("a thousand random scores")
{
    common::Random random(check::seed());
    const Vector scores = 3.0 * random.normal_vector(1000);
    check::ask({.call = "entropy_in_one_pass(1000 random scores)",
                .answer = [&] { return answered(scores); },
                .expected = entropy(softmax(scores)),
                .seed = check::seed()});
}

TEST_CASE("the scores are not kept")
{
    check::ask(
        {.call = "the bytes by which memory grows while 20,000 scores go by",
         .answer = growth,
         .properties = {check::property("scores_kept",
                                        "Your answer is right, but it keeps the scores: memory grows with every one of "
                                        "them. Three numbers are enough: m, l and t.",
                                        [](const check::Value& bytes) { return bytes.cells[0] < 10000.0; })}});
}
