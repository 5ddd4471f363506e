#include "tests/exercises/15_learning/mended_step/task.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "14_gradients/attention_backward.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// A batch of questions.
struct Batch {
    Matrix X;
    std::vector<Matrix> K, V;
    Matrix answers;
    Matrix W_Q;
};

Batch random_batch(std::size_t count, std::size_t d, std::size_t m, std::size_t d_k, std::size_t d_v,
                   common::Random& random)
{
    Batch batch = {
        random.normal_matrix(count, d), {}, {}, random.normal_matrix(count, d_v), random.normal_matrix(d, d_k)};
    for (std::size_t b = 0; b < count; ++b) {
        batch.K.push_back(random.normal_matrix(m, d_k));
        batch.V.push_back(random.normal_matrix(m, d_v));
    }
    return batch;
}

/// The gradient of the mean of all squares, by chapter 14, with scores multiplied by an extra `factor`.
Matrix gradient(const Batch& batch, double factor = 1.0)
{
    Matrix dW_Q = xt::zeros_like(batch.W_Q);
    for (std::size_t b = 0; b < batch.X.shape(0); ++b) {
        Matrix x = xt::zeros<double>({std::size_t{1}, batch.X.shape(1)});
        set_row(x, 0, row_of(batch.X, b));
        const Matrix Q = factor * project_rows(x, batch.W_Q);
        const Attention forward = scaled_dot_product_attention(Q, batch.K[b], batch.V[b]);
        Matrix dO = forward.output;
        for (std::size_t c = 0; c < dO.shape(1); ++c)
            dO(0, c) = 2.0 * (dO(0, c) - batch.answers(b, c)) / static_cast<double>(batch.answers.size());
        const Matrix dQ = factor * attention_backward(Q, batch.K[b], batch.V[b], forward.weights, dO).dQ;
        dW_Q += common::product(transposed(x), dQ);
    }
    return dW_Q;
}

Matrix answer(const Batch& batch, double rate)
{
    return mended_step(batch.X, batch.K, batch.V, batch.answers, batch.W_Q, rate);
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"attention_backward", "masked_attention_backward", "layer_backward", "recall_backward"});
}

TEST_CASE("three questions, every size different")
{
    common::Random random(15);
    const Batch batch = random_batch(3, 6, 4, 5, 2, random);
    const Matrix dW = gradient(batch);
    const Matrix flat = gradient(batch, 1 / std::sqrt(5.0));
    const auto after = [&](double factor) { return Matrix(batch.W_Q - 0.3 * factor * dW); };
    const double root = std::sqrt(5.0);
    const std::string uphill = "The step goes uphill: the loss grows.";
    const std::string mean = "The step is too long by the number of questions. The loss is a mean over them.";
    const std::string scale =
        "The step is sqrt(d_k) times too long: the way back goes through the scores, and so through their scale.";
    check::ask({.call = "mended_step(3 questions, d = 6, m = 4, d_k = 5, d_v = 2, rate 0.3)",
                .answer = [&] { return answer(batch, 0.3); },
                .expected = after(1.0),
                .mistakes = {
                    {"uphill", after(-1.0), uphill},
                    {"not_averaged", after(3.0), mean},
                    {"scale_forgotten", after(root), scale},
                    {"uphill_and_not_averaged", after(-3.0),
                     "The step still goes uphill, and it is still as long as that of a sum over the questions."},
                    {"uphill_and_scale", after(-root), "The step still goes uphill, and it still lacks the scale."},
                    {"not_averaged_and_scale", after(3.0 * root),
                     "The loss is still a sum over the questions, and the way back still lacks the scale."},
                    {"nothing_mended", after(-3.0 * root), "All three slips are still there."},
                    {"averaged_over_questions_only", after(2.0),
                     "The loss is the mean over all numbers of all answers. You divide by the number of questions."},
                    {"scale_twice", after(1 / root), "The scale belongs on the way back once. You have it twice."},
                    {"rate_forgotten", Matrix(batch.W_Q - dW), "The rate is missing: the step is the whole gradient."},
                    {"step_alone", Matrix(-0.3 * dW),
                     "This is the step alone. Return the projection after the step: W_Q plus the step."},
                    {"gradient_alone", dW, "This is the gradient. Return the projection after a step against it."},
                    {"no_step", batch.W_Q, "Nothing has changed: you return W_Q as it was."},
                    {"two_forgotten", after(0.5),
                     "The step is half as long as it should be: the derivative of a square has a 2."},
                    {"divided_twice", after(1.0 / 3.0), "You divided by the number of questions twice."},
                    {"divided_by_d_k", Matrix(batch.W_Q - 0.3 * flat),
                     "You changed the scale itself. It was right going forward, and missing on the way back."}}});
}

TEST_CASE("a random batch")
{
    common::Random random(check::seed());
    const Batch batch = random_batch(5, 3, 6, 7, 4, random);
    check::ask({.call = "mended_step(5 random questions, rate 0.2)",
                .answer = [&] { return answer(batch, 0.2); },
                .expected = Matrix(batch.W_Q - 0.2 * gradient(batch)),
                .seed = check::seed()});
}
