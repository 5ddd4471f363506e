/// Exercise 22.3: A prompt in chunks
///
/// A prompt is known before the first word is written. So it need not be read token by token: it can go in chunks, several
/// tokens at once. The queries of a chunk ask the keys of all earlier chunks, which are in the cache, and those keys of their
/// own chunk that do not come later than they do. In the end it must make no difference how large the chunks were.
///
/// Somebody has written this for one head, with rotary positions. They tested it with the whole prompt as one chunk, and that
/// is right. With smaller chunks it is wrong, because of three slips. Mend them, and change nothing else. Write the condition
/// for who sees whom yourself, without chapter 12's `causal_mask`.
///
/// \param Q      queries of the whole prompt, not turned yet, shape (n, d_k), d_k even
/// \param K      keys, not turned yet, shape (n, d_k)
/// \param V      values, shape (n, d_v)
/// \param chunk  how many tokens at a time, at least 1; the last chunk may be smaller
/// \return       the same as causal attention over the whole prompt, shape (n, d_v)
#include "tests/exercises/22_kv_cache/several_at_once/task.hpp"

#include "12_masks/masked_attention.hpp"
#include "16_positions/rotary.hpp"

#include <cstddef>

namespace attention
{

Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    throw common::NotDoneYet();                                  // take this line out, then mend the rest
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});  // the turned keys so far; the other rows are still 0
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first + chunk <= Q.shape(0); first += chunk) {
        const std::size_t end = first + chunk;
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}

}  // namespace attention
