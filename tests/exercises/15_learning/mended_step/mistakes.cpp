// Exercise 15.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/15_learning/mended_step/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

namespace right::by_questions
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const auto root = std::sqrt(static_cast<double>(W_Q.shape(1)));
    const auto count = static_cast<double>(X.shape(0));
    Matrix after = W_Q;
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector x = row_of(X, b);
        const Vector A = softmax(Vector(score_row(weighted_sum(x, W_Q), K[b]) / root));
        const Vector output = weighted_sum(A, V[b]);
        for (std::size_t j = 0; j < A.size(); ++j) {
            double pull = 0.0;
            for (std::size_t c = 0; c < output.size(); ++c)
                pull +=
                    2.0 * (output(c) - answers(b, c)) * (V[b](j, c) - output(c)) / static_cast<double>(output.size());
            for (std::size_t r = 0; r < x.size(); ++r) {
                for (std::size_t c = 0; c < W_Q.shape(1); ++c)
                    after(r, c) -= rate / count * A(j) * pull * x(r) * K[b](j, c) / root;
            }
        }
    }
    return after;
}
}  // namespace right::by_questions

namespace right::plain
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace right::plain

// Like the solution, except where marked.
namespace averaged_over_questions_only
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.shape(0));  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace averaged_over_questions_only

// Like the solution, except where marked.
namespace divided_by_d_k
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / static_cast<double>(W_Q.shape(1));  // <--
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace divided_by_d_k

// Like the solution, except where marked.
namespace not_averaged
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.shape(1));  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace not_averaged

// Like the solution, except where marked.
namespace not_averaged_and_scale
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.shape(1));  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(d_scores, K[b]));  // <--
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace not_averaged_and_scale

// Like the solution, except where marked.
namespace nothing_mended
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.shape(1));  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(d_scores, K[b]));  // <--
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q + rate * dW_Q;  // <--
}
}  // namespace nothing_mended

// Like the solution, except where marked.
namespace scale_forgotten
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(d_scores, K[b]));  // <--
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace scale_forgotten

// Like the solution, except where marked.
namespace scale_twice
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * scale * d_scores), K[b]));  // <--
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace scale_twice

// Like the solution, except where marked.
namespace uphill
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q + rate * dW_Q;  // <--
}
}  // namespace uphill

// Like the solution, except where marked.
namespace uphill_and_not_averaged
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.shape(1));  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q + rate * dW_Q;  // <--
}
}  // namespace uphill_and_not_averaged

// Like the solution, except where marked.
namespace uphill_and_scale
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(d_scores, K[b]));  // <--
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q + rate * dW_Q;  // <--
}
}  // namespace uphill_and_scale

// Like right::plain, except where marked.
namespace rate_forgotten
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - dW_Q * std::fmax(rate, 1.0);  // <--
}
}  // namespace rate_forgotten

// Like right::plain, except where marked.
namespace step_alone
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return -rate * dW_Q;  // <--
}
}  // namespace step_alone

// Like right::plain, except where marked.
namespace gradient_alone
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return std::fmax(rate, 1.0) * dW_Q;  // <--
}
}  // namespace gradient_alone

// Like right::plain, except where marked.
namespace no_step
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size());
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - 0.0 * rate * dW_Q;  // <--
}
}  // namespace no_step

// Like right::plain, except where marked.
namespace two_forgotten
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = apart / static_cast<double>(answers.size());  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace two_forgotten

// Like right::plain, except where marked.
namespace divided_twice
{
Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.size() * X.shape(0));  // <--
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(Vector(scale * d_scores), K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q - rate * dW_Q;
}
}  // namespace divided_twice

}  // namespace attention
