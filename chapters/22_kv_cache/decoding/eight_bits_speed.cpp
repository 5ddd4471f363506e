#include "22_kv_cache/decoding/eight_bits_speed.hpp"

#include "22_kv_cache/decoding/eight_bit_cache.hpp"
#include "22_kv_cache/decoding/eight_bits.hpp"
#include "22_kv_cache/decoding/filled_cache.hpp"
#include "22_kv_cache/decoding/one_step.hpp"
#include "22_kv_cache/decoding/taking_turns.hpp"

#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/random_matrix.hpp"
#include "20_long_context/measured/reading.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

namespace
{

/// Whole numbers of 8 bits, times the sizes of their steps, in double. Sizes by token are in `rows`, by channel in `columns`.
Matrix in_numbers(common::Tile<const std::int8_t> X, const std::vector<float>& rows, const std::vector<float>& columns,
                  std::size_t d)
{
    Matrix numbers = xt::zeros<double>({X.rows, d});
    for (std::size_t j = 0; j < X.rows; ++j) {
        for (std::size_t c = 0; c < d; ++c)
            numbers(j, c) = X.row(j)[c] * static_cast<double>(rows.empty() ? columns[c] : rows[j]);
    }
    return numbers;
}

/// How far an output is from that of loops in double over the same 8 bits.
double error_of_eight_bits(const MatrixOf<float>& q, const EightBitCache& cache, const MatrixOf<float>& o)
{
    const Matrix K = in_numbers(cache.keys(), {}, cache.key_sizes(), q.shape(1));
    const Matrix V = in_numbers(cache.values(), cache.value_sizes(), {}, q.shape(1));
    const PlainLoops loops{common::Tile<const double>(common::tile_of(K)),
                           common::Tile<const double>(common::tile_of(V))};
    return error_of<float>(common::tile_of(o), loops.output(common::Tile<const float>(common::tile_of(q)), K.shape(0)));
}

/// Read a cache in 8 bits, and do nothing with it.
void read_eight_bits(const EightBitCache& cache)
{
    for (const common::Tile<const std::int8_t>& X : {cache.keys(), cache.values()})
        read_through(reinterpret_cast<const float*>(X.data), X.rows * X.stride / sizeof(float));
}

}  // namespace

EightBitsSpeed eight_bits_speed(std::size_t tokens, std::size_t d, int rounds)
{
    const FilledCache cache(1, tokens, d);
    const EightBitCache small(cache.keys().of(0, 0), cache.values().of(0, 0));
    const MatrixOf<float> q = random_matrix<float>(1, 1, d);
    MatrixOf<float> o = xt::zeros<float>({std::size_t{1}, d});
    const auto by_eight_bits = [&] { attend_to_eight_bits(q.data(), small, o.data()); };
    const std::vector<double> seconds = shortest_seconds(
        {{[&] { decode_fast(q, cache, o, 1); }}, {by_eight_bits}, {[&] { read_cache(cache, 1); }}, {[&] {
             read_eight_bits(small);
         }}},
        rounds, 0.0);
    by_eight_bits();
    return {.tokens = tokens,
            .d = d,
            .in_float = seconds[0],
            .in_eight_bits = seconds[1],
            .reading_float = seconds[2],
            .reading_eight = seconds[3],
            .bytes_in_float = 2.0 * static_cast<double>(tokens * d) * sizeof(float),
            .bytes_in_eight = bytes_in_steps(tokens, d, 8),
            .error = error_of_eight_bits(q, small, o)};
}

}  // namespace attention
