#include "tests/exercises/24_cheaper/running_state/task.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"
#include "tests/exercises/check/memory.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

using namespace attention;
using check::not_a_number;

namespace
{

struct Text {
    Matrix Q;
    Matrix K;
    Matrix V;
};

using Feature = double (*)(double);

double phi(double x) { return x > 0.0 ? x + 1.0 : std::exp(x); }
double without_one(double x) { return x > 0.0 ? x : std::exp(x) - 1.0; }
double no_one_above(double x) { return x > 0.0 ? x : std::exp(x); }
double exponential(double x) { return std::exp(x); }
double clipped(double x) { return x > 0.0 ? x + 1.0 : 1.0; }
double as_it_is(double x) { return x; }

/// How an answer may depart from the right one. Everything is worked out from the pairs themselves, without a state.
struct Departure {
    Feature of_query = phi;
    Feature of_key = phi;
    double keep_of_z = -1.0;  ///< where it is not below 0
    bool divided = true;
    bool sees_itself = true;
};

double weight(const Text& text, std::size_t i, std::size_t j, const Departure& way)
{
    double sum = 0.0;
    for (std::size_t c = 0; c < text.K.shape(1); ++c) sum += way.of_query(text.Q(i, c)) * way.of_key(text.K(j, c));
    return sum;
}

Matrix outputs(const Text& text, double keep, const Departure& way = {})
{
    Matrix result = xt::zeros_like(text.V);
    for (std::size_t i = 0; i < text.V.shape(0); ++i) {
        const std::size_t end = way.sees_itself ? i + 1 : i;
        double total = 0.0;
        for (std::size_t j = 0; j < end; ++j) {
            const auto age = static_cast<double>(end - 1 - j);
            const double seen = weight(text, i, j, way);
            total += std::pow(way.keep_of_z < 0.0 ? keep : way.keep_of_z, age) * seen;
            for (std::size_t d = 0; d < text.V.shape(1); ++d) result(i, d) += std::pow(keep, age) * seen * text.V(j, d);
        }
        for (std::size_t d = 0; way.divided && d < text.V.shape(1); ++d) result(i, d) /= total;
    }
    return result;
}

/// Pairs that are not only weighed anew but also counted by softmax.
Matrix by_softmax(const Text& text, double keep)
{
    Matrix result = xt::zeros_like(text.V);
    for (std::size_t i = 0; i < text.V.shape(0); ++i) {
        double total = 0.0;
        for (std::size_t j = 0; j <= i; ++j) {
            double score = 0.0;
            for (std::size_t c = 0; c < text.K.shape(1); ++c) score += text.Q(i, c) * text.K(j, c);
            const double seen = std::pow(keep, static_cast<double>(i - j)) * std::exp(score);
            total += seen;
            for (std::size_t d = 0; d < text.V.shape(1); ++d) result(i, d) += seen * text.V(j, d);
        }
        for (std::size_t d = 0; d < text.V.shape(1); ++d) result(i, d) /= total;
    }
    return result;
}

/// What was written, one row for each output; the first output by itself where their sizes differ.
check::Value collected(const Text& text, double keep)
{
    std::size_t next = 0;
    Stream<Arrival> tokens([&]() -> std::optional<Arrival> {
        if (next == text.V.shape(0)) return {};
        const std::size_t i = next++;
        return Arrival{common::row_of(text.Q, i), common::row_of(text.K, i), common::row_of(text.V, i)};
    });
    std::vector<Vector> rows;
    running_state(tokens, keep, [&](const Vector& output) { rows.push_back(output); });
    Matrix all = xt::zeros<double>({rows.size(), text.V.shape(1)});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].size() != text.V.shape(1)) return rows[i];
        for (std::size_t d = 0; d < rows[i].size(); ++d) all(i, d) = rows[i](d);
    }
    return all;
}

Matrix last_row(const Matrix& M) { return xt::view(M, xt::range(M.shape(0) - 1, M.shape(0)), xt::all()); }

/// The first row has seen nothing, so it is 0 / 0 or was left at 0.
Matrix with_first(Matrix M, double number)
{
    for (std::size_t d = 0; d < M.shape(1); ++d) M(0, d) = number;
    return M;
}

/// How many bytes memory grows while many tokens go by.
double growth()
{
    check::Growth growth;
    int left = 20000;
    Stream<Arrival> tokens([&]() -> std::optional<Arrival> {
        growth.look();
        if (left == 0) return {};
        const double x = 1e-3 * (--left % 7);
        return Arrival{{x, -x}, {-x, 0.5}, {x, 1.0, -1.0}};
    });
    double sum = 0.0;
    running_state(tokens, 0.9, [&](const Vector& output) { sum += output(0); });
    return std::isnan(sum) ? sum : growth.most();
}

const Text four = {.Q = {{0.5, -1}, {1, 0.25}, {-0.5, 2}, {1.5, -2}},
                   .K = {{1, -0.5}, {-1, 2}, {0.5, 0.75}, {-2, -0.25}},
                   .V = {{1, 20, -3}, {2, -5, 4}, {4, 10, 0}, {-3, 1, 7}}};

std::vector<check::Mistake> mistakes_of(const Text& text, double keep)
{
    const auto given = [&](const Departure& way) { return outputs(text, keep, way); };
    const Matrix blind = given({.sees_itself = false});
    const std::string blind_first = "You answered before you added the token's own pair. A token sees itself, and the "
                                    "first one sees nothing else.";
    return {
        {"never_forgets", outputs(text, 1.0), "Nothing was forgotten: `keep` changes nothing in your answer."},
        {"z_does_not_forget", given({.keep_of_z = 1.0}),
         "S forgets, but z does not. What a weight was divided by must shrink with it, or the weights no longer sum to 1."},
        {"s_does_not_forget", outputs(text, 1.0, {.keep_of_z = keep}),
         "z forgets, but S does not. The weights no longer sum to 1."},
        {"forgets_the_rest", outputs(text, 1.0 - keep),
         "You multiplied by 1 - keep. `keep` is what stays, not what goes."},
        {"forgets_twice", outputs(text, keep * keep), "You multiplied by `keep` twice for each token."},
        {"own_pair_shrunk", Matrix(keep * outputs(text, keep)),
         "Every output is `keep` times what it should be. When a pair arrives, z gets it in full, but in S it is multiplied by "
         "`keep` at once. Multiply what was there, then add."},
        {"own_pair_shrunk", Matrix(outputs(text, keep) / keep),
         "Every output is too large: divided by `keep`. When a pair arrives, S gets it in full, but in z it is multiplied by "
         "`keep` at once. Multiply what was there, then add."},
        {"not_divided", given({.divided = false}), "phi(q) S is not divided yet by phi(q) . z."},
        {"answered_too_early", blind, blind_first},
        {"answered_too_early", with_first(blind, 0.0), blind_first},
        {"plain_queries", given({.of_query = as_it_is}), "phi is missing from the queries. It works on both sides."},
        {"plain_keys", given({.of_key = as_it_is}), "phi is missing from the keys. It works on both sides."},
        {"no_phi", given({.of_query = as_it_is, .of_key = as_it_is}),
         "phi is missing. Without it a weight can be negative, and their sum close to 0."},
        {"elu_without_one", given({.of_query = without_one, .of_key = without_one}),
         "Your phi is too small by 1: it is negative below 0. Weights must not be."},
        {"one_forgotten", given({.of_query = no_one_above, .of_key = no_one_above}),
         "Your phi is x where x is above 0. There it should be x + 1, which meets exp(x) at 0."},
        {"exp_everywhere", given({.of_query = exponential, .of_key = exponential}),
         "Your phi is exp everywhere. Above 0 it should be x + 1."},
        {"flat_below_zero", given({.of_query = clipped, .of_key = clipped}),
         "Your phi is 1 wherever x is below 0. There it should be exp(x)."},
        {"softmax", by_softmax(text, keep),
         "You weigh by exp(q . k). That is softmax, which cannot be answered from two sums: here it is phi(q) . phi(k)."},
        {"written_once", last_row(outputs(text, keep)), "You wrote one output at the end. Each token has its own."}};
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"causal_linear_attention", "linear_attention", "linear_attention_by_pairs"});
}

TEST_CASE("four tokens, d = 2, d_v = 3")
{
    check::ask({.call = "running_state(four tokens, 0.5, write)",
                .answer = [] { return collected(four, 0.5); },
                .expected = outputs(four, 0.5),
                .mistakes = mistakes_of(four, 0.5)});
    check::ask({.call = "running_state(four tokens, 0.8, write)",
                .answer = [] { return collected(four, 0.8); },
                .expected = outputs(four, 0.8),
                .mistakes = mistakes_of(four, 0.8)});
}

TEST_CASE("nothing forgotten, and everything")
{
    check::ask({.call = "running_state(four tokens, 1, write)",
                .answer = [] { return collected(four, 1.0); },
                .expected = outputs(four, 1.0)});
    check::ask({.call = "running_state(four tokens, 0, write)",
                .answer = [] { return collected(four, 0.0); },
                .expected = four.V,
                .mistakes = {{"own_pair_shrunk", Matrix(not_a_number + 0.0 * four.V),
                              "With keep = 0 each token sees itself alone. Add its pair after you have multiplied by "
                              "`keep`: its own pair counts in full."}}});
}

TEST_CASE("one token, and none")
{
    const Text one = {.Q = {{-3, 0}}, .K = {{0, -2}}, .V = {{5, -7, 2}}};
    check::ask({.call = "running_state(one token, 0.5, write)",
                .answer = [&] { return collected(one, 0.5); },
                .expected = one.V});
    const Text none = {.Q = xt::zeros<double>({0, 2}), .K = xt::zeros<double>({0, 2}), .V = xt::zeros<double>({0, 3})};
    check::ask({.call = "running_state(no tokens, 0.5, write)",
                .answer = [&] { return collected(none, 0.5); },
                .expected = none.V});
}

TEST_CASE("two hundred random tokens")
{
    common::Random random(check::seed());
    const Text text = {random.normal_matrix(200, 5), random.normal_matrix(200, 5), random.normal_matrix(200, 2)};
    check::ask({.call = "running_state(200 random tokens, 0.95, write)",
                .answer = [&] { return collected(text, 0.95); },
                .expected = outputs(text, 0.95),
                .seed = check::seed()});
}

TEST_CASE("the tokens are not kept")
{
    check::ask({.call = "the bytes by which memory grows while 20,000 tokens go by",
                .answer = growth,
                .properties = {check::property(
                    "tokens_kept",
                    "Your answer is right, but it keeps something of every token: memory grows all the time. S and z "
                    "are enough, and their size depends on d and d_v alone.",
                    [](const check::Value& bytes) { return bytes.cells[0] < 10000.0; })}});
}
