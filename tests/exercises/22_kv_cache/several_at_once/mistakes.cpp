// Exercise 22.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/22_kv_cache/several_at_once/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "12_masks/masked_attention.hpp"
#include "16_positions/rotary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attention
{

namespace right::token_by_token
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    const Matrix queries = rotated(Q);
    const Matrix keys = rotated(K);
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        Vector scores = xt::zeros<double>({i + 1});
        for (std::size_t j = 0; j <= i; ++j) {
            scores(j) = dot(row_of(queries, i), row_of(keys, j)) / std::sqrt(static_cast<double>(Q.shape(1)));
        }
        const Vector weights = softmax(scores);
        for (std::size_t j = 0; j <= i; ++j) set_row(output, i, Vector(row_of(output, i) + weights(j) * row_of(V, j)));
    }
    return output;
}
}  // namespace right::token_by_token

// Like the solution, except where marked.
namespace right::counted_from_the_end
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j + (end - first) <= end + i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace right::counted_from_the_end

// Like the solution, except where marked.
namespace wrong_corner
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace wrong_corner

// Like the solution, except where marked.
namespace positions_begin_anew
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace positions_begin_anew

// Like the solution, except where marked.
namespace last_chunk_lost
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first + chunk <= Q.shape(0); first += chunk) {  // <--
        const std::size_t end = first + chunk;                                  // <--
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace last_chunk_lost

// Like the solution, except where marked.
namespace corner_and_positions
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace corner_and_positions

// Like the solution, except where marked.
namespace corner_and_last_chunk
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first + chunk <= Q.shape(0); first += chunk) {  // <--
        const std::size_t end = first + chunk;                                  // <--
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace corner_and_last_chunk

// Like the solution, except where marked.
namespace positions_and_last_chunk
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first + chunk <= Q.shape(0); first += chunk) {  // <--
        const std::size_t end = first + chunk;                                  // <--
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace positions_and_last_chunk

// Like the solution, except where marked.
namespace nothing_mended
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first + chunk <= Q.shape(0); first += chunk) {  // <--
        const std::size_t end = first + chunk;                                  // <--
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace nothing_mended

// Like the solution, except where marked.
namespace keys_begin_anew::with_the_queries
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys);  // <--

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace keys_begin_anew::with_the_queries

// Like the solution, except where marked.
namespace keys_begin_anew::alone
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys);  // <--

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace keys_begin_anew::alone

// Like the solution, except where marked.
namespace queries_ahead::by_one
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found =                                                                 // <--
            scaled_dot_product_attention(rotated(new_queries, first + 1), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace queries_ahead::by_one

// Like the solution, except where marked.
namespace queries_ahead::by_a_chunk
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, end), keys, values, sees);  // <--
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace queries_ahead::by_a_chunk

// Like the solution, except where marked.
namespace second_chunk_only
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= chunk + i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace second_chunk_only

// Like the solution, except where marked.
namespace aligned_with_the_prompt
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j + Q.shape(0) <= i + end;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace aligned_with_the_prompt

// Like the solution, except where marked.
namespace whole_chunk_seen
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j < end;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace whole_chunk_seen

// Like the solution, except where marked.
namespace own_chunk_unseen::but_for_itself
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j < first || j == first + i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace own_chunk_unseen::but_for_itself

// Like the solution, except where marked.
namespace own_chunk_unseen::not_even_itself
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j < first;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace own_chunk_unseen::not_even_itself

// Like the solution, except where marked.
namespace cache_unseen
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = first <= j && j <= first + i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace cache_unseen

// Like the solution, except where marked.
namespace one_place_off::too_few
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j < first + i;  // <--
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        xt::view(output, xt::range(first, end), xt::all()) = found.output;
    }
    return output;
}
}  // namespace one_place_off::too_few

// Like the solution, except where marked.
namespace rows_shifted
{
Matrix several_at_once(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t chunk)
{
    Matrix cache = xt::zeros<double>({K.shape(0), K.shape(1)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t first = 0; first < Q.shape(0); first += chunk) {
        const std::size_t end = std::min(first + chunk, Q.shape(0));
        const Matrix new_queries = xt::view(Q, xt::range(first, end), xt::all());
        const Matrix new_keys = xt::view(K, xt::range(first, end), xt::all());
        xt::view(cache, xt::range(first, end), xt::all()) = rotated(new_keys, first);

        BoolMatrix sees = xt::zeros<bool>({end - first, end});
        for (std::size_t i = 0; i < end - first; ++i) {
            for (std::size_t j = 0; j < end; ++j) sees(i, j) = j <= first + i;
        }
        const Matrix keys = xt::view(cache, xt::range(0, end), xt::all());
        const Matrix values = xt::view(V, xt::range(0, end), xt::all());
        const Attention found = scaled_dot_product_attention(rotated(new_queries, first), keys, values, sees);
        for (std::size_t i = first; i + 1 < Q.shape(0) && i < end; ++i)  // <--
            set_row(output, i + 1, row_of(found.output, i - first));     // <--
    }
    return output;
}
}  // namespace rows_shifted

}  // namespace attention
