// Exercise 22.1 solved by calling what the chapters have written already.
#include "tests/exercises/22_kv_cache/one_step/task.hpp"

#include "13_multi_head/multi_head.hpp"
#include "22_kv_cache/cache.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

namespace called_instead::a_cache_for_each_group
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    const std::size_t sharing = Q.shape(0) / cache.groups();
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        KeyValueCache kept(K.shape(1), V.shape(1));
        for (std::size_t j = 0; j < cache.tokens(); ++j) kept.append(cache.key(g, j), cache.value(g, j));
        for (std::size_t h = g * sharing; h < (g + 1) * sharing; ++h)
            set_row(output, h, attend_to_cache(row_of(Q, h), kept));
    }
    return output;
}
}  // namespace called_instead::a_cache_for_each_group

namespace called_instead::all_heads_at_once
{
Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    cache.append(K, V);
    std::vector<Matrix> queries(Q.shape(0), Matrix(xt::zeros<double>({std::size_t{1}, Q.shape(1)})));
    for (std::size_t h = 0; h < queries.size(); ++h) set_row(queries[h], 0, row_of(Q, h));
    std::vector<Matrix> keys(cache.groups(), Matrix(xt::zeros<double>({cache.tokens(), K.shape(1)})));
    std::vector<Matrix> values(cache.groups(), Matrix(xt::zeros<double>({cache.tokens(), V.shape(1)})));
    for (std::size_t g = 0; g < cache.groups(); ++g) {
        for (std::size_t j = 0; j < cache.tokens(); ++j) {
            set_row(keys[g], j, cache.key(g, j));
            set_row(values[g], j, cache.value(g, j));
        }
    }
    const Matrix side_by_side = grouped_attention(queries, keys, values);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t cell = 0; cell < output.size(); ++cell) output.data()[cell] = side_by_side.data()[cell];
    return output;
}
}  // namespace called_instead::all_heads_at_once

}  // namespace attention
