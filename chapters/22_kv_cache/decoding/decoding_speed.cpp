#include "22_kv_cache/decoding/decoding_speed.hpp"

#include "22_kv_cache/decoding/filled_cache.hpp"
#include "22_kv_cache/decoding/one_step.hpp"
#include "22_kv_cache/decoding/taking_turns.hpp"

#include "12_masks/masks.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/plain_loops.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/measured/limit.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

DecodingSpeed decoding_speed(std::size_t tokens, std::size_t d, int rounds)
{
    const FilledCache cache(1, tokens, d);
    const MatrixOf<float> q = random_matrix<float>(1, 1, d);
    MatrixOf<float> o = xt::zeros<float>({std::size_t{1}, d});
    const auto by_loops = [&] {
        loop_attention<float>(common::tile_of(q), cache.keys().of(0, 0), cache.values().of(0, 0), common::tile_of(o));
    };
    const auto by_fast_form = [&] { decode_fast(q, cache, o, 1); };
    const std::vector<double> seconds =
        shortest_seconds({{by_loops}, {by_fast_form}, {[&] { read_cache(cache, 1); }}}, rounds);
    by_fast_form();
    return {tokens, d, seconds[0], seconds[1], seconds[2], error_of_step(q, cache, o)};
}

PrefillSpeed prefill_speed(std::size_t tokens, std::size_t d)
{
    const MatrixOf<float> Q = random_matrix<float>(1, tokens, d);
    const MatrixOf<float> K = random_matrix<float>(2, tokens, d);
    const MatrixOf<float> V = random_matrix<float>(3, tokens, d);
    MatrixOf<float> O = xt::zeros<float>({tokens, d});
    LongOptions<float> options;
    options.threads = 1;
    options.causal = Alignment::top_left;
    using common::tile_of;
    const auto attend = [&] { fast_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options); };
    const double seconds = shortest_seconds({{attend}}, 5)[0];
    const double least = least_seconds(measured_limit<float>(1), 1.0, d);  // of one pair of a query and a key
    return {tokens, d, seconds, 4 * static_cast<double>(d) / least / 1e9};
}

}  // namespace attention
