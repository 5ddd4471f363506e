#include "22_kv_cache/decoding/few_bits_error.hpp"

#include "22_kv_cache/decoding/eight_bits.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

namespace
{

/// Sums over outputs.
struct Sums {
    double largest = 0.0;        ///< difference
    double apart_squared = 0.0;  ///< all differences
    double exact_squared = 0.0;  ///< all outputs
    double numbers = 0.0;        ///< how many they are
};

/// One channel of the keys with large numbers. Its queries are as much smaller, so that no score changes.
void make_outlier(Matrix& Q, Matrix& K)
{
    for (std::size_t i = 0; i < Q.shape(0); ++i) Q(i, outlier_channel) /= outlier_factor;
    for (std::size_t j = 0; j < K.shape(0); ++j) K(j, outlier_channel) *= outlier_factor;
}

void add_errors(Sums& sums, const Vector& o, const Vector& exact)
{
    for (std::size_t c = 0; c < o.size(); ++c) {
        const double apart = std::abs(o(c) - exact(c));
        sums.largest = std::max(sums.largest, apart);
        sums.apart_squared += apart * apart;
        sums.exact_squared += exact(c) * exact(c);
        sums.numbers += 1.0;
    }
}

}  // namespace

FewBitsError few_bits_error(const FewBits& with, std::size_t tokens, std::size_t queries, std::size_t d)
{
    common::require(d > outlier_channel, "few_bits_error: d is {}; it must be more than {}", d, outlier_channel);
    Sums sums;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        common::Random random(seed);
        Matrix Q = random.normal_matrix(queries, d);
        Matrix K = random.normal_matrix(tokens, d);
        const Matrix V = random.normal_matrix(tokens, d);
        if (with.outlier) make_outlier(Q, K);
        const Matrix exact = scaled_dot_product_attention(Q, K, V).output;  // (queries, d)
        const InSteps keys = in_steps(K, with.keys, with.bits);
        const InSteps values = in_steps(V, Sharing::token, with.bits);
        for (std::size_t i = 0; i < queries; ++i)
            add_errors(sums, attend_in_steps(row_of(Q, i), keys, values), row_of(exact, i));
    }
    const double usual_output = std::sqrt(sums.exact_squared / sums.numbers);
    return {with, sums.largest / usual_output, std::sqrt(sums.apart_squared / sums.numbers) / usual_output};
}

}  // namespace attention
