#include "tests/exercises/22_kv_cache/several_at_once/task.hpp"

#include "12_masks/masked_attention.hpp"
#include "16_positions/rotary.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
{

Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});  // the turned keys so far; the other rows are still 0
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));  // the last chunk may be smaller
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;  // row i is token first + i
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    // In the first chunk `first` is 0, and all three slips are invisible. Row i of a chunk is token first + i, both for its
    // position and for what it may see. Chapter 23 reads a prompt before it writes, and servers read long prompts in just such
    // chunks.
    return output;
}

}  // namespace attention
