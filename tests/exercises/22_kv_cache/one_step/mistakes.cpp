// Exercise 22.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/22_kv_cache/one_step/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

namespace right::one_pass
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t heads = Q.shape(0);
    const std::size_t groups = cache.groups();
    Matrix output = xt::zeros<double>({heads, V.shape(1)});
    std::vector<double> largest(heads, -1e300);
    std::vector<double> sums(heads, 0.0);
    for (std::size_t j = 0; j < cache.tokens(); ++j) {
        for (std::size_t g = 0; g < groups; ++g) {
            const Vector key = cache.key(g, j);
            const Vector value = cache.value(g, j);
            for (std::size_t h = 0; h < heads; ++h) {
                if (h * groups / heads != g) continue;
                const double score = dot(row_of(Q, h), key) / std::sqrt(static_cast<double>(key.size()));
                const double next = std::fmax(largest[h], score);
                const double keep = std::exp(largest[h] - next);
                const double e = std::exp(score - next);
                sums[h] = sums[h] * keep + e;
                set_row(output, h, Vector(row_of(output, h) * keep + e * value));
                largest[h] = next;
            }
        }
    }
    for (std::size_t h = 0; h < heads; ++h) set_row(output, h, Vector(row_of(output, h) / sums[h]));
    return output;
}
}  // namespace right::one_pass

namespace once_for_each_head
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t h = 0; h < Q.shape(0); ++h) {
        const std::size_t group = h / (Q.shape(0) / cache.groups());
        Vector scores = xt::zeros<double>({cache.tokens()});
        for (std::size_t j = 0; j < cache.tokens(); ++j)
            scores(j) = dot(row_of(Q, h), cache.key(group, j)) / std::sqrt(static_cast<double>(Q.shape(1)));
        const Vector weights = softmax(scores);
        for (std::size_t j = 0; j < cache.tokens(); ++j)
            set_row(output, h, Vector(row_of(output, h) + weights(j) * cache.value(group, j)));
    }
    return output;
}
}  // namespace once_for_each_head

// Like the solution, except where marked.
namespace itself_not_seen::appended_last
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    cache.append(K, V);  // <--
    return output;
}
}  // namespace itself_not_seen::appended_last

// Like the solution, except where marked.
namespace itself_not_seen::one_too_few
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens() - 1});  // <--
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j + 1 < cache.tokens(); ++j) {  // <--
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j + 1 < cache.tokens(); ++j) {  // <--
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace itself_not_seen::one_too_few

// Like the solution, except where marked.
namespace dealt_to_groups
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g; h < Q.shape(0); h += cache.groups())  // <--
                scores(h, j) = scale * dot(row_of(Q, h), key);            // <--
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g; h < Q.shape(0); h += cache.groups())  // <--
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace dealt_to_groups

namespace divided_by_groups
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t h = 0; h < Q.shape(0); ++h) {
        const std::size_t group = h / cache.groups();
        Vector scores = xt::zeros<double>({cache.tokens()});
        for (std::size_t j = 0; j < cache.tokens(); ++j)
            scores(j) = dot(row_of(Q, h), cache.key(group, j)) / std::sqrt(static_cast<double>(Q.shape(1)));
        const Vector weights = softmax(scores);
        for (std::size_t j = 0; j < cache.tokens(); ++j)
            set_row(output, h, Vector(row_of(output, h) + weights(j) * cache.value(group, j)));
    }
    return output;
}
}  // namespace divided_by_groups

// Like the solution, except where marked.
namespace first_group_for_all
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(0, j);  // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(0, j);  // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace first_group_for_all

// Like the solution, except where marked.
namespace one_query_a_group
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)  // <--
                scores(h, j) = scale * dot(row_of(Q, g * sharing), key);   // <--
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace one_query_a_group

// Like the solution, except where marked.
namespace unscaled
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0;  // <--
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace unscaled

// Like the solution, except where marked.
namespace root_of_heads
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(0)));  // <--
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace root_of_heads

// Like the solution, except where marked.
namespace root_of_tokens
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(cache.tokens()));  // <--
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace root_of_tokens

// Like the solution, except where marked.
namespace root_of_d_v
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(V.shape(1)));  // <--
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace root_of_d_v

// Like the solution, except where marked.
namespace across_heads
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix turned = xt::transpose(scores);                 // <--
    const Matrix weights = xt::transpose(softmax_rows(turned));  // <--
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace across_heads

// Like the solution, except where marked.
namespace last_value_only
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(weights(h, j) * value));  // <--
        }
    }
    return output;
}
}  // namespace last_value_only

// Like the solution, except where marked.
namespace divided_by_d
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / static_cast<double>(Q.shape(1));  // <--
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace divided_by_d

// Like the solution, except where marked.
namespace appended_several_times::for_each_head
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    for (std::size_t h = 0; h < Q.shape(0); ++h) cache.append(K, V);  // <--
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace appended_several_times::for_each_head

// Like the solution, except where marked.
namespace appended_several_times::for_each_group
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    for (std::size_t g = 0; g < cache.groups(); ++g) cache.append(K, V);  // <--
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace appended_several_times::for_each_group

// Like the solution, except where marked.
namespace only_itself
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = cache.tokens() - 1; j < cache.tokens(); ++j) {  // <--
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = xt::ones_like(scores);  // <--
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = cache.tokens() - 1; j < cache.tokens(); ++j) {  // <--
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace only_itself

// Like the solution, except where marked.
namespace first_left_out
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    for (std::size_t h = 0; h < Q.shape(0); ++h) scores(h, 0) = cache.tokens() > 1 ? -1e300 : 0.0;  // <--
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace first_left_out

// Like the solution, except where marked.
namespace not_divided
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = xt::exp(scores);  // <--
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace nothing_appended
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    CountingCache own = cache;  // <--
    own.append(K, V);           // <--
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), own.tokens()});  // <--
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < own.tokens(); ++j) {  // <--
            const Vector key = own.key(g, j);             // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < own.tokens(); ++j) {  // <--
            const Vector value = own.value(g, j);         // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace nothing_appended

// Like the solution, except where marked.
namespace fetched_twice
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            Vector key = cache.key(g, j);  // <--
            key = cache.key(g, j);         // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace fetched_twice

// Like the solution, except where marked.
namespace for_each_coordinate::and_head
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) {  // <--
                for (std::size_t c = 0; c < Q.shape(1); ++c)                 // <--
                    scores(h, j) += scale * Q(h, c) * cache.key(g, j)(c);    // <--
            }  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace for_each_coordinate::and_head

// Like the solution, except where marked.
namespace for_each_coordinate::of_a_value
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            Vector value = xt::zeros<double>({V.shape(1)});                                  // <--
            for (std::size_t c = 0; c < value.size(); ++c) value(c) = cache.value(g, j)(c);  // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace for_each_coordinate::of_a_value

// Like the solution, except where marked.
namespace fetched_too_often
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            for (std::size_t times = 0; times < 2; ++times) cache.key(g, j);  // <--
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace fetched_too_often

// Like the solution, except where marked.
namespace all_groups_for_each_head
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            for (std::size_t h = 0; h < Q.shape(0); ++h) {                                // <--
                const Vector fetched = cache.key(g, j);                                   // <--
                if (h / sharing == g) scores(h, j) = scale * dot(row_of(Q, h), fetched);  // <--
            }  // <--
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace all_groups_for_each_head

// Like the solution, except where marked.
namespace newest_not_fetched
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = j + 1 < cache.tokens() ? cache.key(g, j) : row_of(K, g);  // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = j + 1 < cache.tokens() ? cache.value(g, j) : row_of(V, g);  // <--
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace newest_not_fetched

// Like the solution, except where marked.
namespace not_a_number
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    Matrix scores = xt::zeros<double>({Q.shape(0), cache.tokens()});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector key = cache.key(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h) scores(h, j) = scale * dot(row_of(Q, h), key);
        }
    }
    Matrix weights = xt::exp(scores);                       // <--
    for (std::size_t h = 0; h < Q.shape(0); ++h) {          // <--
        const Vector row = row_of(weights, h);              // <--
        set_row(weights, h, Vector(row / xt::sum(row)()));  // <--
    }  // <--
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            const Vector value = cache.value(g, j);
            for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
                set_row(output, h, Vector(row_of(output, h) + weights(h, j) * value));
        }
    }
    return output;
}
}  // namespace not_a_number

}  // namespace attention
