// Causal linear attention in chunks. A unit of its own, so that its loops are compiled with -O3 whatever the rest is.

#include "24_cheaper/measured/in_chunks.hpp"

#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

namespace
{

/// elu + 1 of every number, written so that exponentials come in long rows: exp(min(x, 0)) + max(x, 0).
///
/// \param X      any rows
/// \param phi    where the features go, as many rows and columns
/// \param loops  for the exponentials
template <typename Real>
void elu_plus_one(common::Tile<const Real> X, common::Tile<Real> phi, const TileKernels<Real>& loops)
{
    for (std::size_t i = 0; i < X.rows; ++i) {
        for (std::size_t c = 0; c < X.columns; ++c) phi.row(i)[c] = std::min(X.row(i)[c], Real{0});
        loops.exponentials(phi.row(i), X.columns, Real{0});
        for (std::size_t c = 0; c < X.columns; ++c) phi.row(i)[c] += std::max(X.row(i)[c], Real{0});
    }
}

/// What the tokens of a chunk get from each other: scores by pairs, without those that look ahead.
///
/// \param phi_Q   features of the chunk's queries, shape (rows, d)
/// \param phi_K   features of its keys, shape (rows, d)
/// \param V       its values, shape (rows, d_v)
/// \param scores  room for them, shape (rows, rows)
/// \param output  shape (rows, d_v); added to
/// \param totals  what the weights sum to, shape (rows); added to
template <typename Real>
void add_pairs(common::Tile<const Real> phi_Q, common::Tile<const Real> phi_K, common::Tile<const Real> V,
               common::Tile<Real> scores, common::Tile<Real> output, Real* totals)
{
    common::multiply_transposed(Real{1}, phi_Q, phi_K, scores);
    for (std::size_t i = 0; i < scores.rows; ++i) {
        std::fill(scores.row(i) + i + 1, scores.row(i) + scores.columns, Real{0});
        totals[i] = std::accumulate(scores.row(i), scores.row(i) + i + 1, totals[i]);
    }
    common::add_product(scores, V, output);
}

}  // namespace

template <typename Real>
void linear_attention_in_chunks(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                                common::Tile<Real> O, std::size_t chunk)
{
    const TileKernels<Real>& loops = tile_kernels<Real>();
    const std::size_t d = Q.columns;
    std::vector<Real> state(d * V.columns, Real{0});  // S
    std::vector<Real> normaliser(d, Real{0});         // z
    std::vector<Real> room(2 * chunk * d + chunk * chunk);
    const common::Tile<Real> S{state.data(), d, V.columns, V.columns};
    for (std::size_t t = 0; t < Q.rows; t += chunk) {
        const std::size_t rows = std::min(chunk, Q.rows - t);
        const common::Tile<Real> phi_Q{room.data(), rows, d, d};
        const common::Tile<Real> phi_K{phi_Q.row(rows), rows, d, d};
        const common::Tile<Real> scores{phi_K.row(rows), rows, rows, rows};
        const common::Tile<Real> output = O.rows_from(t, rows);
        elu_plus_one<Real>(Q.rows_from(t, rows), phi_Q, loops);
        elu_plus_one<Real>(K.rows_from(t, rows), phi_K, loops);
        for (std::size_t i = 0; i < rows; ++i) std::fill_n(output.row(i), output.columns, Real{0});

        std::vector<Real> totals(rows);
        common::add_product(phi_Q, S, output);  // all before the chunk
        common::multiply_transposed(Real{1}, phi_Q, {normaliser.data(), 1, d, d}, {totals.data(), rows, 1, 1});
        add_pairs<Real>(phi_Q, phi_K, V.rows_from(t, rows), scores, output, totals.data());  // the chunk itself
        common::add_product_of_transposed(phi_K, V.rows_from(t, rows), S);
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t c = 0; c < d; ++c) normaliser[c] += phi_K.row(i)[c];
            if (totals[i] != 0) loops.scale(output.row(i), output.columns, 1 / totals[i]);
        }
    }
}

template void linear_attention_in_chunks(common::Tile<const float>, common::Tile<const float>,
                                         common::Tile<const float>, common::Tile<float>, std::size_t);
template void linear_attention_in_chunks(common::Tile<const double>, common::Tile<const double>,
                                         common::Tile<const double>, common::Tile<double>, std::size_t);

}  // namespace attention
