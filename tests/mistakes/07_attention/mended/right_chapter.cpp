#include "tests/exercises/07_attention/mended.hpp"

#include "07_attention/attention.hpp"

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V) { return dot_product_attention(Q, K, V); }

}  // namespace attention
