#include "22_kv_cache/decoding/grouped_heads.hpp"

#include "22_kv_cache/decoding/filled_cache.hpp"
#include "22_kv_cache/decoding/one_step.hpp"
#include "22_kv_cache/decoding/taking_turns.hpp"

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

namespace
{

/// A step of all heads, one after the other: each reads the keys and values that it shares by itself.
void decode_one_by_one(const MatrixOf<float>& q, const FilledCache& cache, MatrixOf<float>& o)
{
    LongOptions<float> options;
    options.threads = 1;
    const std::size_t group = q.shape(0) / cache.keys().heads;
    for (std::size_t h = 0; h < q.shape(0); ++h)
        fast_attention<float>(common::tile_of(q).rows_from(h, 1), cache.keys().of(0, h / group),
                              cache.values().of(0, h / group), common::tile_of(o).rows_from(h, 1), options);
}

}  // namespace

GroupedHeads grouped_heads(std::size_t heads, std::size_t key_heads, std::size_t tokens, std::size_t d, int rounds)
{
    common::require(key_heads > 0 && heads % key_heads == 0,
                    "grouped_heads: {} heads of queries cannot share {} heads of keys equally", heads, key_heads);
    const FilledCache cache(key_heads, tokens, d);
    const MatrixOf<float> q = random_matrix<float>(1, heads, d);
    MatrixOf<float> o = xt::zeros<float>({heads, d});
    const auto together = [&] { decode_fast(q, cache, o, 1); };
    const std::vector<double> seconds = shortest_seconds(
        {{together}, {[&] { decode_one_by_one(q, cache, o); }}, {[&] { read_cache(cache, 1); }}}, rounds);
    together();
    return {heads, key_heads, tokens, d, seconds[0], seconds[1], seconds[2], error_of_step(q, cache, o)};
}

}  // namespace attention
