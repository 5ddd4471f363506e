// Exercise 20.3 solved by calling what the chapters have written already.
#include "tests/exercises/20_long_context/fewer_fetches/task.hpp"

#include "12_masks/masked_attention.hpp"

#include <cstddef>

namespace attention
{

namespace called_instead::all_fetched
{
Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block)
{
    const std::size_t n = Q.shape(0);
    Matrix K = xt::zeros<double>({n, Q.shape(1)});
    Matrix V = xt::zeros<double>({n, memory.d_v()});
    for (std::size_t j = 0; j < n; ++j) {
        set_row(K, j, memory.key(j));
        set_row(V, j, memory.value(j));
    }
    return scaled_dot_product_attention(Q, K, V, causal_mask(n, n)).output;
}
}  // namespace called_instead::all_fetched

}  // namespace attention
