#include "22_kv_cache/decoding/eight_bit_cache.hpp"

#include "22_kv_cache/decoding/eight_bits.hpp"

#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace attention
{

namespace
{

std::size_t padded(std::size_t d) { return (d + widest_group - 1) / widest_group * widest_group; }

/// The largest number of each column.
std::vector<double> largest_of_columns(common::Tile<const float> X)
{
    std::vector<double> largest(X.columns, 0.0);
    for (std::size_t j = 0; j < X.rows; ++j) {
        for (std::size_t c = 0; c < X.columns; ++c)
            largest[c] = std::max(largest[c], std::abs(static_cast<double>(X.row(j)[c])));
    }
    return largest;
}

/// The largest number of each row.
std::vector<double> largest_of_rows(common::Tile<const float> X)
{
    std::vector<double> largest(X.rows, 0.0);
    for (std::size_t j = 0; j < X.rows; ++j) {
        for (std::size_t c = 0; c < X.columns; ++c)
            largest[j] = std::max(largest[j], std::abs(static_cast<double>(X.row(j)[c])));
    }
    return largest;
}

std::vector<float> sizes_of(const std::vector<double>& largest)
{
    std::vector<float> sizes;
    for (const double x : largest) sizes.push_back(static_cast<float>(x / most_steps(8)));
    return sizes;
}

std::int8_t steps_of(float x, double largest)
{
    if (largest == 0.0) return 0;
    return static_cast<std::int8_t>(std::lround(static_cast<double>(x) / (largest / most_steps(8))));
}

/// What a query knows, as chapter 19 has it; its output is in the places that the loops give it.
struct KnownOfEightBits {
    float maximum = -std::numeric_limits<float>::infinity();
    float sum = 0.0F;
    std::vector<float> output;
    std::vector<float> block;  // what the keys at hand add to it: a long chain of sums would lose digits
};

/// The query takes in some keys.
void take_in(KnownOfEightBits& known, const float* q, const EightBitCache& cache, std::size_t j, std::size_t count,
             std::vector<float>& scores, const EightBitKernels& kernels)
{
    const TileKernels<float>& floats = tile_kernels<float>();
    kernels.compare(q, cache.keys().rows_from(j, count), scores.data());
    const float next = std::max(known.maximum, floats.largest(scores.data(), count));
    const float keep = std::exp(known.maximum - next);
    known.sum = keep * known.sum + floats.exponentials(scores.data(), count, next);
    known.maximum = next;
    floats.scale(known.output.data(), known.output.size(), keep);
    for (std::size_t i = 0; i < count; ++i) scores[i] *= upper_end * cache.value_sizes()[j + i];
    std::ranges::fill(known.block, 0.0F);
    kernels.add(scores.data(), cache.values().rows_from(j, count), known.block.data());
    for (std::size_t c = 0; c < known.block.size(); ++c) known.output[c] += known.block[c];
}

}  // namespace

EightBitCache::EightBitCache(common::Tile<const float> K, common::Tile<const float> V)
    : tokens_(K.rows), width_(padded(K.columns)), keys_(tokens_ * width_), values_(tokens_ * width_)
{
    const std::vector<double> of_keys = largest_of_columns(K);
    const std::vector<double> of_values = largest_of_rows(V);
    key_sizes_ = sizes_of(of_keys);
    value_sizes_ = sizes_of(of_values);
    std::fill_n(keys_.data(), tokens_ * width_, std::int8_t{0});
    std::fill_n(values_.data(), tokens_ * width_, std::int8_t{0});
    for (std::size_t j = 0; j < tokens_; ++j) {
        for (std::size_t c = 0; c < K.columns; ++c) {
            keys_.data()[j * width_ + c] = steps_of(K.row(j)[c], of_keys[c]);
            values_.data()[j * width_ + c] = steps_of(V.row(j)[c], of_values[j]);
        }
    }
}

void attend_to_eight_bits(const float* q, const EightBitCache& cache, float* o, const EightBitKernels& kernels)
{
    constexpr std::size_t at_once = 1024;  // keys that stay near until their scores have become weights
    const std::size_t d = cache.key_sizes().size();
    const std::size_t n = cache.keys().rows;
    const float scale = upper_end / std::sqrt(std::fmax(1.0F, static_cast<float>(d)));
    std::vector<float> folded(cache.keys().columns, 0.0F);
    for (std::size_t c = 0; c < d; ++c) folded[kernels.place_of(c)] = q[c] * scale * cache.key_sizes()[c];
    KnownOfEightBits known;
    known.output.assign(cache.values().columns, 0.0F);
    known.block.assign(cache.values().columns, 0.0F);
    std::vector<float> scores(std::min(at_once, n));
    for (std::size_t j = 0; j < n; j += at_once)
        take_in(known, folded.data(), cache, j, std::min(at_once, n - j), scores, kernels);
    for (std::size_t c = 0; c < d; ++c) o[c] = known.sum == 0.0F ? 0.0F : known.output[kernels.place_of(c)] / known.sum;
}

}  // namespace attention
