#include "22_kv_cache/decoding/threads_share.hpp"

#include "22_kv_cache/decoding/filled_cache.hpp"
#include "22_kv_cache/decoding/one_step.hpp"
#include "22_kv_cache/decoding/taking_turns.hpp"

#include "20_long_context/measured/random_matrix.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

ThreadsShare threads_share(std::size_t tokens, std::size_t d, int rounds)
{
    const FilledCache cache(1, tokens, d);
    const MatrixOf<float> q = random_matrix<float>(1, 1, d);
    MatrixOf<float> by_one = xt::zeros<float>({std::size_t{1}, d});
    MatrixOf<float> by_two = by_one;
    const auto one = [&] { decode_fast(q, cache, by_one, 1); };
    const auto two = [&] { decode_fast(q, cache, by_two, 2); };
    const std::vector<double> with_two = shortest_seconds({{two, 2}, {[&] { read_cache(cache, 2); }, 2}}, rounds);
    const std::vector<double> with_one = shortest_seconds({{one}, {[&] { read_cache(cache, 1); }}}, rounds);
    return {tokens, d, with_one[0], with_two[0], with_one[1], with_two[1], by_one == by_two};
}

}  // namespace attention
