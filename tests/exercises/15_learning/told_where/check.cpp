#include "tests/exercises/15_learning/told_where/task.hpp"

#include "02_softmax/softmax.hpp"
#include "14_gradients/finite_differences.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <functional>

using namespace attention;

namespace
{

Vector scores_of(const Vector& query, const Matrix& tokens, const Matrix& pairing)
{
    Vector scores = xt::zeros<double>({tokens.shape(0)});
    for (std::size_t j = 0; j < tokens.shape(0); ++j) {
        for (std::size_t a = 0; a < query.size(); ++a) {
            for (std::size_t c = 0; c < tokens.shape(1); ++c) scores(j) += query(a) * pairing(a, c) * tokens(j, c);
        }
    }
    return scores;
}

/// The gradient that some dS gives.
Matrix from(const Vector& dS, const Vector& query, const Matrix& tokens)
{
    Matrix gradient = xt::zeros<double>({query.size(), tokens.shape(1)});
    for (std::size_t j = 0; j < tokens.shape(0); ++j) {
        for (std::size_t a = 0; a < query.size(); ++a) {
            for (std::size_t c = 0; c < tokens.shape(1); ++c) gradient(a, c) += query(a) * dS(j) * tokens(j, c);
        }
    }
    return gradient;
}

Vector less_one(Vector weights, std::size_t right)
{
    weights(right) -= 1.0;
    return weights;
}

Matrix right_gradient(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    return from(less_one(softmax(scores_of(query, tokens, pairing)), right), query, tokens);
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"central_differences"}); }

TEST_CASE("four tokens of two numbers, a query of three")
{
    const Vector query = {1, -0.5, 2};
    const Matrix tokens = {{1, 0.5}, {-1, 2}, {0.5, -1}, {0.2, 0.3}};
    const Matrix pairing = {{0.3, -0.2}, {0.5, 0.1}, {-0.4, 0.6}};
    const Vector scores = scores_of(query, tokens, pairing);
    const Vector A = softmax(scores);
    const Vector dS = less_one(A, 2);
    Vector only = xt::zeros<double>({4});
    only(2) = dS(2);
    const double root = std::sqrt(3.0);
    check::ask(
        {.call = "told_where(query (3), tokens (4, 2), pairing (3, 2), 2)",
         .answer = [&] { return told_where(query, tokens, pairing, 2); },
         .expected = from(dS, query, tokens),
         .mistakes = {
             {"sign_turned", from(Vector(-1.0 * dS), query, tokens),
              "The sign: this is the gradient of ln A_right. The loss has a minus."},
             {"own_score_only", from(only, query, tokens),
              "In your answer only the right score changes the loss. The other scores do too: they take weight away from it."},
             {"target_forgotten", from(A, query, tokens),
              "Nothing in your gradient tells the right token from the others."},
             {"weight_not_logarithm", from(Vector(A(2) * dS), query, tokens),
              "This is the gradient of -A_right. The logarithm divides it by A_right."},
             {"query_forgotten", from(dS, Vector(xt::ones<double>({std::size_t{3}})), tokens),
              "All your rows are the same. Row a of the pairing meets number a of the query."},
             {"softmax_forgotten", from(less_one(scores, 2), query, tokens),
              "You used the scores themselves. It is the weights, less 1 at the right one."},
             {"scaled", from(Vector(less_one(softmax(scores / root), 2) / root), query, tokens),
              "You divided by a root. The pairing already contains the scale."},
             {"counted_from_one", from(less_one(A, 1), query, tokens), "Count the tokens from 0."}}});
}

TEST_CASE("a query that is certain, and wrong")
{
    const Vector query = {1};
    const Matrix tokens = {{1000}, {-1000}, {0}};
    check::ask({.call = "told_where([1], [[1000], [-1000], [0]], [[1]], 1), where the right weight is 0",
                .answer = [&] { return told_where(query, tokens, {{1}}, 1); },
                .expected = Matrix{{2000}},
                .mistakes = {{"divided_by_nothing", Matrix{{check::not_a_number}},
                              "The right weight is 0 here, and you divided by it. Work out -ln of softmax on paper "
                              "first: no division is left."}}});
}

TEST_CASE("a random question, against central differences")
{
    common::Random random(check::seed());
    const Vector query = random.normal_vector(5);
    const Matrix tokens = random.normal_matrix(6, 7);
    const Matrix pairing = 0.3 * random.normal_matrix(5, 7);
    const Matrix expected = right_gradient(query, tokens, pairing, 4);
    const std::function<double(const Matrix&)> loss = [&](const Matrix& moved) {
        return -std::log(softmax(scores_of(query, tokens, moved))(4));
    };
    REQUIRE(relative_error(expected, central_differences(loss, pairing)) < 1e-7);
    check::ask({.call = "told_where(random query (5), tokens (6, 7), pairing (5, 7), 4)",
                .answer = [&] { return told_where(query, tokens, pairing, 4); },
                .expected = expected,
                .seed = check::seed()});
}
