// Exercise 20.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/20_long_context/fewer_fetches/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

namespace right::queries_outside_of_rows
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t count = std::min(block, Q.shape(0) - first);
        std::vector<double> largest(count, -1e300);
        std::vector<double> sums(count, 0.0);
        std::vector<std::vector<double>> totals(count, std::vector<double>(memory.d_v(), 0.0));
        for (std::size_t j = 0; j < first + count; ++j) {
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t r = 0; r < count; ++r) {
                if (j > first + r) continue;
                double score = 0.0;
                for (std::size_t c = 0; c < Q.shape(1); ++c) score += Q(first + r, c) * key(c);
                score /= std::sqrt(static_cast<double>(Q.shape(1)));
                const double before = largest[r];
                largest[r] = std::max(before, score);
                sums[r] = sums[r] * std::exp(before - largest[r]) + std::exp(score - largest[r]);
                for (std::size_t c = 0; c < memory.d_v(); ++c)
                    totals[r][c] =
                        totals[r][c] * std::exp(before - largest[r]) + std::exp(score - largest[r]) * value(c);
            }
        }
        for (std::size_t r = 0; r < count; ++r) {
            for (std::size_t c = 0; c < memory.d_v(); ++c) output(first + r, c) = totals[r][c] / sums[r];
        }
    }
    return output;
}
}  // namespace right::queries_outside_of_rows

// As the task gives it.
namespace once_for_each_query::as_given
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        double m = -std::numeric_limits<double>::infinity();  // the largest score so far
        double l = 0.0;                                       // the sum of exp(score - m)
        Vector o = xt::zeros<double>({memory.d_v()});         // the sum of exp(score - m) times the value
        for (std::size_t j = 0; j <= i; ++j) {
            const double score = scale * dot(row_of(Q, i), memory.key(j));
            const double next = std::fmax(m, score);
            l = l * std::exp(m - next) + std::exp(score - next);
            o = Vector(o * std::exp(m - next) + std::exp(score - next) * memory.value(j));
            m = next;
        }
        set_row(output, i, Vector(o / l));
    }
    return output;
}
}  // namespace once_for_each_query::as_given

// Like the solution, except where marked.
namespace only_l_corrected
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) + std::exp(score - next) * value));  // <--
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace only_l_corrected

// Like the solution, except where marked.
namespace only_output_corrected
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) + std::exp(score - next);  // <--
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace only_output_corrected

// Like the solution, except where marked.
namespace never_corrected
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                l(i - first) = l(i - first) + std::exp(score - next);                            // <--
                set_row(output, i, Vector(row_of(output, i) + std::exp(score - next) * value));  // <--
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace never_corrected

// Like the solution, except where marked.
namespace stops_at_first
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j <= first; ++j) {  // <--
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace stops_at_first

// Like the solution, except where marked.
namespace whole_block_sees
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = first; i < end; ++i) {  // <--
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace whole_block_sees

// Like the solution, except where marked.
namespace future_seen
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < Q.shape(0); ++j) {  // <--
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = first; i < end; ++i) {  // <--
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace future_seen

// Like the solution, except where marked.
namespace future_fetched
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < Q.shape(0); ++j) {  // <--
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace future_fetched

// Like the solution, except where marked.
namespace place_in_the_block
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = first + j; i < end; ++i) {  // <--
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace place_in_the_block

// Like the solution, except where marked.
namespace own_key_missing
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j + 1); i < end; ++i) {  // <--
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace own_key_missing

// Like the solution, except where marked.
namespace unscaled
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0;  // <--
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * value));
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace unscaled

// Like the solution, except where marked.
namespace once_for_each_query::values_only
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {  // the last query of the block sees key end - 1
            const Vector key = memory.key(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {  // those that may see key j
                const double score = scale * dot(row_of(Q, i), key);
                const double next = std::fmax(m(i - first), score);
                const double keep = std::exp(m(i - first) - next);
                l(i - first) = l(i - first) * keep + std::exp(score - next);
                set_row(output, i, Vector(row_of(output, i) * keep + std::exp(score - next) * memory.value(j)));  // <--
                m(i - first) = next;
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace once_for_each_query::values_only

namespace everything_kept
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t)
{
    std::vector<Vector> keys;
    std::vector<Vector> values;
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        keys.push_back(memory.key(i));
        values.push_back(memory.value(i));
        Vector scores = xt::zeros<double>({i + 1});
        for (std::size_t j = 0; j <= i; ++j)
            scores(j) = dot(row_of(Q, i), keys[j]) / std::sqrt(static_cast<double>(Q.shape(1)));
        const Vector exps = xt::exp(scores - xt::amax(scores)());
        Vector o = xt::zeros<double>({memory.d_v()});
        for (std::size_t j = 0; j <= i; ++j) o += exps(j) / xt::sum(exps)() * values[j];
        set_row(output, i, o);
    }
    return output;
}
}  // namespace everything_kept

namespace two_passes
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix output = xt::zeros<double>({Q.shape(0), memory.d_v()});
    for (std::size_t first = 0; first < Q.shape(0); first += block) {
        const std::size_t end = std::min(first + block, Q.shape(0));
        Vector m = -std::numeric_limits<double>::infinity() * xt::ones<double>({end - first});
        Vector l = xt::zeros<double>({end - first});
        for (std::size_t j = 0; j < end; ++j) {
            const Vector key = memory.key(j);
            for (std::size_t i = std::max(first, j); i < end; ++i)
                m(i - first) = std::fmax(m(i - first), scale * dot(row_of(Q, i), key));
        }
        for (std::size_t j = 0; j < end; ++j) {
            const Vector key = memory.key(j);
            const Vector value = memory.value(j);
            for (std::size_t i = std::max(first, j); i < end; ++i) {
                const double part = std::exp(scale * dot(row_of(Q, i), key) - m(i - first));
                l(i - first) += part;
                set_row(output, i, Vector(row_of(output, i) + part * value));
            }
        }
        for (std::size_t i = first; i < end; ++i) set_row(output, i, Vector(row_of(output, i) / l(i - first)));
    }
    return output;
}
}  // namespace two_passes

}  // namespace attention
