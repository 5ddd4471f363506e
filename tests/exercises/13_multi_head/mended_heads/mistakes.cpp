// Exercise 13.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/13_multi_head/mended_heads/task.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "13_multi_head/heads.hpp"

#include "common/blas.hpp"

#include <cmath>
#include <vector>

namespace attention
{

namespace right::plain
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace right::plain

// Like the solution, except where marked.
namespace interleaved
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, c * heads + h) = found(i, c);  // <--
        }
    }
    return output;
}
}  // namespace interleaved

// Like the solution, except where marked.
namespace reshaped
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X.data()[h * X.shape(0) * d + i * d + c];  // <--
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace reshaped

// Like the solution, except where marked.
namespace reshaped_and_interleaved
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X.data()[h * X.shape(0) * d + i * d + c];  // <--
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, c * heads + h) = found(i, c);  // <--
        }
    }
    return output;
}
}  // namespace reshaped_and_interleaved

// Like the solution, except where marked.
namespace reshaped_and_soft
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X.data()[h * X.shape(0) * d + i * d + c];  // <--
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(X.shape(1)));  // <--
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace reshaped_and_soft

// Like the solution, except where marked.
namespace root_of_all_columns
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(X.shape(1)));  // <--
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace root_of_all_columns

// Like the solution, except where marked.
namespace soft_and_interleaved
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(X.shape(1)));  // <--
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, c * heads + h) = found(i, c);  // <--
        }
    }
    return output;
}
}  // namespace soft_and_interleaved

// Like the solution, except where marked.
namespace unscaled
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(1.0);  // <--
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace unscaled

namespace nothing_mended
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X.data()[h * X.shape(0) * d + i * d + c];
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(X.shape(1)));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, c * heads + h) = found(i, c);
        }
    }
    return output;
}
}  // namespace nothing_mended

namespace divided_by_d
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / static_cast<double>(d);
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace divided_by_d

namespace root_of_heads
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(heads));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace root_of_heads

namespace every_other_column
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, c * heads + h);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, c * heads + h) = found(i, c);
        }
    }
    return output;
}
}  // namespace every_other_column

namespace reads_every_other
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, c * heads + h);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace reads_every_other

namespace heads_exchanged
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, (heads - 1 - h) * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace heads_exchanged

namespace last_head_only
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        output.fill(0.0);
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}
}  // namespace last_head_only

namespace one_head_for_all
{
Matrix mended_heads(const Matrix& X, std::size_t)
{
    const Matrix scaled_scores = score_matrix(X, X) / std::sqrt(static_cast<double>(X.shape(1)));
    return common::product(softmax_rows(scaled_scores), X);
}
}  // namespace one_head_for_all

}  // namespace attention
