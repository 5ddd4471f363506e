// Exercise 20.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/20_long_context/mended_causal/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

// Like the solution, except where marked.
namespace right::keys_to_the_end
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = Q.shape(0) - 1;  // <--
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= i)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace right::keys_to_the_end

namespace right::row_by_row
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const std::size_t none = block * 0;
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = none; i < Q.shape(0); ++i) {
        Vector scores = xt::zeros<double>({i + 1});
        for (std::size_t j = 0; j <= i; ++j)
            scores(j) = dot(row_of(Q, i), row_of(K, j)) / std::sqrt(static_cast<double>(Q.shape(1)));
        const Vector weights = softmax(scores);
        for (std::size_t j = 0; j <= i; ++j) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(j) * V(j, c);
        }
    }
    return output;
}
}  // namespace right::row_by_row

// Like right::keys_to_the_end, except where marked.
namespace future_seen
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = Q.shape(0) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= last)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace future_seen

// Like the solution, except where marked.
namespace never_corrected
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = std::min(first + block, Q.shape(0)) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= i)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                if (keep > 2.0) l(r) *= keep;  // <--
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace never_corrected

// Like the solution, except where marked.
namespace only_l_corrected
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = std::min(first + block, Q.shape(0)) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= i)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                // <-- without: for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace only_l_corrected

// Like the solution, except where marked.
namespace only_output_corrected
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = std::min(first + block, Q.shape(0)) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= i)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                // <-- without: l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace only_output_corrected

// Like the solution, except where marked.
namespace place_in_the_block
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = std::min(first + block, Q.shape(0)) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= r)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace place_in_the_block

// Like right::keys_to_the_end, except where marked.
namespace stops_at_first
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = first;  // <--
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= i)) continue;
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace stops_at_first

// Like the solution, except where marked.
namespace unscaled
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0;  // <--
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = std::min(first + block, Q.shape(0)) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= i)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace unscaled

// Like the solution, except where marked.
namespace whole_block_sees
{
Matrix mended_causal(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t last = std::min(first + block, Q.shape(0)) - 1;
        Vector m = -1e300 * xt::ones<double>({block});
        Vector l = xt::zeros<double>({block});
        for (std::size_t j = 0; j <= last; ++j) {
            for (std::size_t r = 0; first + r < std::min(first + block, Q.shape(0)); ++r) {
                const std::size_t i = first + r;
                if (!(j <= last)) continue;  // <--
                const double score = scale * dot(row_of(Q, i), row_of(K, j));
                const double next = std::fmax(m(r), score);
                const double keep = std::exp(m(r) - next);
                l(r) *= keep;
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) *= keep;
                m(r) = next;
                l(r) += std::exp(score - next);
                for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += std::exp(score - next) * V(j, c);
            }
        }
        for (std::size_t i = first; i < std::min(first + block, Q.shape(0)); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= l(i - first);
        }
    }
    return output;
}
}  // namespace whole_block_sees

}  // namespace attention
