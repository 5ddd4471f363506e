#include "tests/exercises/22_kv_cache/keys_in_bytes/task.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;  // all the same: 0 / 0 would be NaN
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    // A score is the sum of q_c (smallest_c + step_c byte_c) over the channels. The first part is the same for all keys, and
    // softmax depends only on differences: it can go. The second is the dot product of the bytes and q_c step_c.
    //
    // Values have no softmax behind them, so their smallest numbers must be kept. But as weights sum to 1, these can be added
    // to the output: once for a query, not once for a token.
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}

}  // namespace attention
