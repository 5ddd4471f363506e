#include "20_long_context/fast/fast_attention.hpp"

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/fit.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/parallel.hpp"
#include "common/room.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

namespace
{

using common::Tile;

std::size_t rounded_up(std::size_t size, std::size_t step) { return (size + step - 1) / step * step; }

/// K and V packed as the inner loops read them: in panels as wide as the processor likes, row by row. Missing numbers are 0.
///
/// A panel of keys holds `columns_` keys, coordinate by coordinate, which is K transposed (see packing.hpp). A panel of values
/// holds `columns_` coordinates, value by value.
template <typename Real>
class Panels
{
public:
    Panels(Tile<const Real> K, Tile<const Real> V, int threads)
        : columns_(tile_kernels<Real>().columns), d_k_(K.columns), m_(K.rows), width_(rounded_up(V.columns, columns_)),
          keys_(rounded_up(m_, columns_) * d_k_), values_(m_ * width_)
    {
        common::in_parallel((m_ + columns_ - 1) / columns_, threads, [&](std::size_t panel) {
            const std::size_t j = panel * columns_;
            pack_keys(K, j);
            pack_values(V, j, std::min(m_, j + columns_));
        });
    }

    std::size_t width() const { return width_; }                               ///< the size of a value, padded with 0
    const Real* keys(std::size_t j) const { return keys_.data() + j * d_k_; }  ///< from key j on, a panel's first
    const Real* values(std::size_t j) const { return values_.data() + j * columns_; }  ///< from value j on
    std::size_t keys_panel() const { return columns_ * d_k_; }                         ///< the size of a panel of keys
    std::size_t values_panel() const { return columns_ * m_; }  ///< the size of a panel of values

private:
    void pack_keys(Tile<const Real> K, std::size_t first)
    {
        Real* panel = keys_.data() + first * d_k_;
        for (std::size_t j = 0; j < columns_; ++j) {
            for (std::size_t c = 0; c < d_k_; ++c)
                panel[c * columns_ + j] = first + j < m_ ? K.row(first + j)[c] : Real{0};
        }
    }

    void pack_values(Tile<const Real> V, std::size_t first, std::size_t end)
    {
        for (std::size_t c = 0; c < V.columns; c += columns_) {
            const std::size_t count = std::min(columns_, V.columns - c);
            for (std::size_t j = first; j < end; ++j) {
                Real* row = values_.data() + c * m_ + j * columns_;
                std::copy_n(V.row(j) + c, count, row);
                std::fill_n(row + count, columns_ - count, Real{0});
            }
        }
    }

    std::size_t columns_;
    std::size_t d_k_;
    std::size_t m_;
    std::size_t width_;
    common::Room<Real> keys_;
    common::Room<Real> values_;
};

/// Some rows times a factor, and rows of 0 below them, up to a height.
template <typename Real>
common::Room<Real> scaled_rows(Tile<const Real> Q, Real factor, std::size_t height)
{
    common::Room<Real> room(height * Q.columns);
    for (std::size_t r = 0; r < height; ++r) {
        for (std::size_t c = 0; c < Q.columns; ++c)
            room.data()[r * Q.columns + c] = r < Q.rows ? factor * Q.row(r)[c] : Real{0};
    }
    return room;
}

/// A block of queries over all keys that any of them may see, like `attend_block` of the clear form.
template <typename Real>
void attend_panels(Tile<const Real> Q, Tile<const Real> V, const Panels<Real>& panels, const std::vector<bool>& finite,
                   Tile<Real> O, std::size_t i, std::size_t rows, const LongOptions<Real>& options)
{
    const TileKernels<Real>& kernels = tile_kernels<Real>();
    const std::size_t height = rounded_up(rows, kernels.rows);
    const std::size_t width = panels.width();
    const common::Room<Real> queries = scaled_rows(Q.rows_from(i, rows), scale_of(options, Q.columns), height);
    common::Room<Real> scores(height * keys_at_once);
    std::vector<Real> output(height * width, Real{0});
    std::vector<Real> maximum(rows, -std::numeric_limits<Real>::infinity());
    std::vector<Real> sum(rows, Real{0});

    // Up to a whole pack: so each query sums its exponentials in the same order, whichever block it is in.
    const std::size_t visible = visible_keys(i + rows - 1, Q.rows, V.rows, options.causal);
    const std::size_t end = std::min(V.rows, rounded_up(visible, kernels.columns));
    for (std::size_t j = 0; j < end; j += keys_at_once) {
        const std::size_t keys = std::min(keys_at_once, end - j);
        kernels.multiply(height, Q.columns, rounded_up(keys, kernels.columns), queries.data(), Q.columns,
                         panels.keys(j), panels.keys_panel(), scores.data(), keys_at_once, false);
        const Tile<Real> block{scores.data(), rows, keys, keys_at_once};
        if (options.change || options.causal) hide_and_change(block, i, Q.rows, j, V.rows, options);
        const Tile<Real> so_far{output.data(), rows, width, width};
        const bool numbers = finite[j / keys_at_once];
        const std::vector<bool> hidden = numbers ? std::vector<bool>() : hidden_in(block);
        absorb_block(block, maximum.data(), sum.data(), so_far);
        if (numbers)
            kernels.multiply(height, keys, width, scores.data(), keys_at_once, panels.values(j), panels.values_panel(),
                             output.data(), width, true);
        else
            add_visible(block, hidden, V.rows_from(j, keys), so_far);
    }
    for (std::size_t r = 0; r < rows; ++r) {
        const Real factor = sum[r] == Real{0} ? Real{0} : 1 / sum[r];
        for (std::size_t c = 0; c < O.columns; ++c) O.row(i + r)[c] = factor * output[r * width + c];
    }
}

/// How many queries a block has: few enough that every thread gets several blocks, and that a block stays in the second
/// cache.
///
/// \param n        queries
/// \param each     numbers that a query needs: its own, its scores, its output
/// \param threads  0: one for each processor
template <typename Real>
std::size_t block_size(std::size_t n, std::size_t each, int threads)
{
    // Bytes: most second caches are larger, and keys and values need room too.
    constexpr std::size_t cache = std::size_t{640} * 1024;
    const std::size_t step = tile_kernels<Real>().rows;
    const auto workers = static_cast<std::size_t>(threads == 0 ? common::processors() : threads);
    const std::size_t most = std::max(step, cache / (each * sizeof(Real)) / step * step);
    return std::clamp(rounded_up(n / (4 * workers), step), step, std::min<std::size_t>(most, 240));
}

}  // namespace

template <typename Real>
FastPlan fast_plan(std::size_t n, std::size_t m, std::size_t d_k, std::size_t d_v, int threads)
{
    const TileKernels<Real>& kernels = tile_kernels<Real>();
    const std::size_t queries = block_size<Real>(n, d_k + keys_at_once + d_v, threads);
    const std::size_t height = rounded_up(queries, kernels.rows);
    const std::size_t width = rounded_up(d_v, kernels.columns);
    return {queries, keys_at_once, rounded_up(m, kernels.columns) * d_k + m * width,
            height * (d_k + keys_at_once + width) + 2 * queries};
}

template <typename Real>
void fast_attention(Tile<const Real> Q, Tile<const Real> K, Tile<const Real> V, Tile<Real> O,
                    const LongOptions<Real>& options)
{
    require_fit("fast_attention", Q, K, V, O);
    const std::vector<bool> finite = finite_blocks(V, keys_at_once);
    const Panels<Real> panels(K, V, options.threads);
    const FastPlan plan = fast_plan<Real>(Q.rows, V.rows, Q.columns, V.columns, options.threads);
    for_each_block(Q.rows, plan.queries, options,
                   [&](std::size_t i, std::size_t rows) { attend_panels(Q, V, panels, finite, O, i, rows, options); });
}

template FastPlan fast_plan<float>(std::size_t, std::size_t, std::size_t, std::size_t, int);
template FastPlan fast_plan<double>(std::size_t, std::size_t, std::size_t, std::size_t, int);
template void fast_attention(Tile<const float>, Tile<const float>, Tile<const float>, Tile<float>,
                             const LongOptions<float>&);
template void fast_attention(Tile<const double>, Tile<const double>, Tile<const double>, Tile<double>,
                             const LongOptions<double>&);

}  // namespace attention
