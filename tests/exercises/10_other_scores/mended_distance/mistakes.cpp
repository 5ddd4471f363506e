// Exercise 10.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/10_other_scores/mended_distance/task.hpp"

#include "02_softmax/softmax.hpp"
#include "07_attention/attention.hpp"
#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/gaussian_features.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

namespace right::features
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    return dot_product_attention(query_features(Q), key_features(K, width), V);
}
}  // namespace right::features

namespace right::four_slips_less
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace right::four_slips_less

// Like the solution, except where marked.
namespace right::in_widths
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) / width - K(j, c) / width;  // <--
                squares -= steps * steps / 2.0;                          // <--
            }
            scores(i, j) = squares;  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace right::in_widths

// Like the solution, except where marked.
namespace absolute_for_square::plain
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += std::abs(Q(i, c) - K(j, c));  // <--
            }
            scores(i, j) = -squares / width;  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace absolute_for_square::plain

// Like the solution, except where marked.
namespace absolute_for_square::width
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += std::abs(Q(i, c) - K(j, c));  // <--
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace absolute_for_square::width

// Like the solution, except where marked.
namespace blended_the_keys
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, K);  // <-- (n, d_v)
    return {output, weights};
}
}  // namespace blended_the_keys

// Like the solution, except where marked.
namespace columns_for_rows
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = xt::transpose(softmax_rows(Matrix(xt::transpose(scores))));  // <-- (n, m)
    const Matrix output = common::product(weights, V);                                  // (n, d_v)
    return {output, weights};
}
}  // namespace columns_for_rows

// Like the solution, except where marked.
namespace farther_is_more::plain
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = squares / (2.0 * width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace farther_is_more::plain

// Like the solution, except where marked.
namespace farther_is_more::values_not_mended
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = squares / (2.0 * width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, K);  // <-- (n, d_v)
    return {output, weights};
}
}  // namespace farther_is_more::values_not_mended

// Like the solution, except where marked.
namespace farther_is_more::width
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace farther_is_more::width

// Like the solution, except where marked.
namespace half_forgotten
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace half_forgotten

// Like the solution, except where marked.
namespace mean_of_coordinates
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / static_cast<double>(Q.shape(1)) / (2.0 * width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace mean_of_coordinates

// Like the solution, except where marked.
namespace not_normalised
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = xt::exp(scores);             // <-- (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace not_normalised

// Like the solution, except where marked.
namespace nothing_near
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix bells = xt::exp(scores);                                     // <--
    const Vector sums = xt::sum(bells, {1});                                  // <--
    const Matrix weights = bells / xt::view(sums, xt::all(), xt::newaxis());  // <-- (n, m)
    const Matrix output = common::product(weights, V);                        // (n, d_v)
    return {output, weights};
}
}  // namespace nothing_near

// Like the solution, except where marked.
namespace output_divided
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);                          // (n, m)
    const Matrix output = common::product(weights, V) / (width * width);  // <-- (n, d_v)
    return {output, weights};
}
}  // namespace output_divided

// Like the solution, except where marked.
namespace root_taken::half
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -std::sqrt(squares) / (2.0 * width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace root_taken::half

// Like the solution, except where marked.
namespace root_taken::plain
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -std::sqrt(squares) / width;  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace root_taken::plain

// Like the solution, except where marked.
namespace scores_as_weights
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = scores;                      // <-- (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace scores_as_weights

// Like the solution, except where marked.
namespace square_missing::nothing_mended
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);  // <--
            }
            scores(i, j) = squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, K);  // <-- (n, d_v)
    return {output, weights};
}
}  // namespace square_missing::nothing_mended

// Like the solution, except where marked.
namespace square_missing::only_values_mended
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);  // <--
            }
            scores(i, j) = squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace square_missing::only_values_mended

// Like the solution, except where marked.
namespace square_missing::plain
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);  // <--
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace square_missing::plain

// Like the solution, except where marked.
namespace square_missing::sign_mended
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);  // <--
            }
            scores(i, j) = -squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace square_missing::sign_mended

// Like the solution, except where marked.
namespace squared_too_late::plain
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);  // <--
            }
            scores(i, j) = -squares * squares / (2.0 * width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace squared_too_late::plain

// Like the solution, except where marked.
namespace squared_too_late::width
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);  // <--
            }
            scores(i, j) = squares * squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace squared_too_late::width

// Like the solution, except where marked.
namespace two_squared_too
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * 2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace two_squared_too

// Like the solution, except where marked.
namespace width_ignored
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / 2.0;  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace width_ignored

// Like the solution, except where marked.
namespace width_multiplied
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / 2.0 * width * width;  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace width_multiplied

// Like the solution, except where marked.
namespace width_not_squared::keys
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, K);  // <-- (n, d_v)
    return {output, weights};
}
}  // namespace width_not_squared::keys

// Like the solution, except where marked.
namespace width_not_squared::plain
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace width_not_squared::plain

// Like the solution, except where marked.
namespace exception::values_transposed
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);                               // (n, m)
    const Matrix output = common::product(weights, Matrix(xt::transpose(V)));  // <-- (n, d_v)
    return {output, weights};
}
}  // namespace exception::values_transposed

// Like the solution, except where marked.
namespace undiagnosed::slip
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (3.0 * width * width);  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}
}  // namespace undiagnosed::slip

}  // namespace attention
