/// \file
/// Chapter 20: the products once more, for a processor that can multiply a pack by one number of another pack.
///
/// `VectorLoops` loads each factor by itself and spreads it over a pack. 64-bit Arm need not: its multiplication takes a
/// number from any place of a register. So factors come in by the pack, which is one load for four floats.
#pragma once

#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/fast/vector_loops.hpp"

#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

/// `VectorLoops` with other products. Their tiles are 8 rows of two packs: 16 sums, 8 packs of factors and what they are
/// multiplied with leave a few of Arm's 32 registers free.
template <typename Real>
struct ElementLoops : private VectorLoops<Real, 16, 8, 8> {
    using Loops = VectorLoops<Real, 16, 8, 8>;  ///< all the rest
    using Numbers = typename Loops::Numbers;    ///< a pack
    static constexpr std::size_t rows = 8;      ///< of a tile
    using Loops::lanes, Loops::columns, Loops::load, Loops::store;

    /// Keys with the queries of a strip: eight keys at a time, the last few one by one.
    static void score(common::Tile<const Real> K, const Real* queries, common::Tile<Real> S)
    {
        const std::size_t whole = K.rows / rows * rows;
        for (std::size_t c = 0; c < columns; c += 2 * lanes) {
            for (std::size_t j = 0; j < whole; j += rows)
                multiply<true>(K.columns, K.row(j), K.stride, queries + c, columns, S.row(j) + c, S.stride, false);
            for (std::size_t j = whole; j < K.rows; ++j)
                Loops::template multiply<1, true>(K.columns, K.row(j), K.stride, queries + c, columns, S.row(j) + c,
                                                  S.stride, false);
        }
    }

    /// Values blended for all queries of a strip: a tile has a row for each.
    static void blend(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O)
    {
        static_assert(rows == columns);
        for (std::size_t c = 0; c < V.columns; c += 2 * lanes)
            multiply<false>(V.rows, P.data, P.stride, V.data + c, V.stride, O.data + c, O.stride, true);
    }

    /// All of them under one name.
    static constexpr TileKernels<Real> kernels(const char* name)
    {
        TileKernels<Real> all = Loops::kernels(name);
        all.score = score;
        all.blend = blend;
        return all;
    }

private:
    /// The sums of a tile.
    struct Sums {
        Numbers left[rows];   ///< the first pack of each row
        Numbers right[rows];  ///< the second
    };

    /// A pack of factors. It has to be in a register, whole: GCC would load its numbers one by one.
    [[gnu::always_inline]] static Numbers factors(const Real* from)
    {
        Numbers numbers = load(from);
#ifdef __aarch64__
        asm("" : "+w"(numbers));
#endif
        return numbers;
    }

    /// One term more: the factor of each row, times two packs.
    template <typename FactorOf>
    [[gnu::always_inline]] static void add_term(Sums& sums, const Real* B, FactorOf factor_of)
    {
        const Numbers left = load(B);
        const Numbers right = load(B + lanes);
#pragma GCC unroll 16
        for (std::size_t i = 0; i < rows; ++i) {
            sums.left[i] += factor_of(i) * left;
            sums.right[i] += factor_of(i) * right;
        }
    }

    /// All terms, where a row of factors lies in memory as such: the next few of each row fill a pack.
    [[gnu::always_inline]] static void add_rowwise(Sums& sums, std::size_t depth, const Real* A, std::size_t a_stride,
                                                   const Real* B, std::size_t b_stride)
    {
        const std::size_t whole = depth / lanes * lanes;
        for (std::size_t k = 0; k < whole; k += lanes) {
            Numbers a[rows];
#pragma GCC unroll 16
            for (std::size_t i = 0; i < rows; ++i) a[i] = factors(A + i * a_stride + k);
#pragma GCC unroll 16
            for (std::size_t t = 0; t < lanes; ++t)
                add_term(sums, B + (k + t) * b_stride, [&](std::size_t i) { return a[i][t]; });
        }
        for (std::size_t k = whole; k < depth; ++k)  // the last few, one by one
            add_term(sums, B + k * b_stride, [&](std::size_t i) { return A[i * a_stride + k]; });
    }

    /// All terms, where the factors of a term are neighbours in memory: they fill packs by themselves.
    [[gnu::always_inline]] static void add_columnwise(Sums& sums, std::size_t depth, const Real* A,
                                                      std::size_t a_stride, const Real* B, std::size_t b_stride)
    {
        for (std::size_t k = 0; k < depth; ++k) {
            Numbers a[rows / lanes];
#pragma GCC unroll 16
            for (std::size_t p = 0; p < rows / lanes; ++p) a[p] = factors(A + k * a_stride + p * lanes);
            add_term(sums, B + k * b_stride, [&](std::size_t i) { return a[i / lanes][i % lanes]; });
        }
    }

    /// Eight rows of C by two packs, like `VectorLoops::multiply`.
    template <bool Down>
    static void multiply(std::size_t depth, const Real* A, std::size_t a_stride, const Real* B, std::size_t b_stride,
                         Real* C, std::size_t c_stride, bool add)
    {
        Sums sums{};  // of these terms alone: a long chain onto C would lose digits
        if constexpr (Down)
            add_rowwise(sums, depth, A, a_stride, B, b_stride);
        else
            add_columnwise(sums, depth, A, a_stride, B, b_stride);
#pragma GCC unroll 16
        for (std::size_t i = 0; i < rows; ++i) {
            Real* row = C + i * c_stride;
            store(row, add ? load(row) + sums.left[i] : sums.left[i]);
            store(row + lanes, add ? load(row + lanes) + sums.right[i] : sums.right[i]);
        }
    }
};

}  // namespace attention
