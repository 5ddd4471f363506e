/// \file
/// Chapter 23: the heads of a block, with causal mask and rotary positions, there and back.
#pragma once

#include "23_writing/model/products.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/turns.hpp"
#include "23_writing/model/writer.hpp"

#include "17_induction/model.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attention
{

/// What the heads of a block computed. There is a row for each place of each sequence, one sequence after the other.
template <typename Real>
struct HeadsTrace {
    Numbers<Real> Q;        ///< queries, turned, the heads side by side, shape (rows, d_model)
    Numbers<Real> K;        ///< keys, turned, shape (rows, d_model)
    Numbers<Real> V;        ///< values, shape (rows, d_model)
    Numbers<Real> weights;  ///< of each sequence and head, one below the other, shape (count heads length, length)
    Numbers<Real> found;    ///< outputs of the heads, side by side, shape (rows, d_model)
    Numbers<Real> output;   ///< after W_O, shape (rows, d_model)
};

/// How the loss changes with what the heads computed.
template <typename Real>
struct HeadsRoom {
    Numbers<Real> dQ;      ///< shape (rows, d_model)
    Numbers<Real> dK;      ///< shape (rows, d_model)
    Numbers<Real> dV;      ///< shape (rows, d_model)
    Numbers<Real> dS;      ///< with the scores of one head of one sequence, shape (length, length)
    Numbers<Real> dfound;  ///< shape (rows, d_model)
};

/// The rows of one sequence and the columns of one head.
template <typename Container>
auto head_part(Container& M, const WriterShape& shape, std::size_t length, std::size_t sequence, std::size_t head)
{
    return common::tile_of(M).rows_from(sequence * length, length).columns_from(head * shape.d_head(), shape.d_head());
}

/// The attention weights of one sequence and one head.
template <typename Container>
auto weights_part(Container& weights, std::size_t heads, std::size_t sequence, std::size_t head)
{
    const std::size_t length = weights.shape(1);
    return common::tile_of(weights).rows_from((sequence * heads + head) * length, length);
}

/// Softmax of scores, in their place; row i over keys 0 to i, what comes later gets weight 0 (chapters 2 and 12).
template <typename Real>
void causal_softmax_rows(common::Tile<Real> scores)
{
    const TileKernels<Real>& fast = tile_kernels<Real>();
    for (std::size_t i = 0; i < scores.rows; ++i) {
        Real* s = scores.row(i);
        const Real sum = fast.exponentials(s, i + 1, fast.largest(s, i + 1));
        fast.scale(s, i + 1, 1 / sum);
        std::fill(s + i + 1, s + scores.columns, Real{0});
    }
}

/// Back through it and the scale, in the place of dA (chapter 14): dS = scale A (dA - the mean of dA by the weights).
template <typename Real>
void causal_softmax_rows_backward(common::Tile<const Real> A, Real scale, common::Tile<Real> dA)
{
    for (std::size_t i = 0; i < A.rows; ++i) {
        const Real* a = A.row(i);
        Real* d = dA.row(i);
        Real mean = 0;
        for (std::size_t j = 0; j <= i; ++j) mean += a[j] * d[j];
        for (std::size_t j = 0; j <= i; ++j) d[j] = scale * a[j] * (d[j] - mean);
        std::fill(d + i + 1, d + A.columns, Real{0});
    }
}

/// One head reads one sequence.
template <typename Real>
void head(const WriterShape& shape, std::size_t sequence, std::size_t h, HeadsTrace<Real>& t)
{
    const std::size_t length = t.weights.shape(1);
    const auto part = [&](auto& M) { return head_part(M, shape, length, sequence, h); };
    const common::Tile<Real> A = weights_part(t.weights, shape.heads, sequence, h);
    const Real scale = 1 / std::sqrt(static_cast<Real>(shape.d_head()));
    common::multiply_transposed(scale, part(t.Q), part(t.K), A);  // scores, (length, length)
    causal_softmax_rows(A);
    common::add_product(A, part(t.V), part(t.found));
}

/// And back, from dfound to dQ, dK and dV: the lines of chapter 14.
template <typename Real>
void head_backward(const WriterShape& shape, std::size_t sequence, std::size_t h, const HeadsTrace<Real>& t,
                   HeadsRoom<Real>& d)
{
    const std::size_t length = t.weights.shape(1);
    const auto part = [&](auto& M) { return head_part(M, shape, length, sequence, h); };
    const common::Tile<const Real> A = weights_part(t.weights, shape.heads, sequence, h);
    const Real scale = 1 / std::sqrt(static_cast<Real>(shape.d_head()));
    const common::Tile<Real> dS = common::tile_of(d.dS);
    common::add_product_of_transposed(A, part(d.dfound), part(d.dV));     // O = A V: dV = A^T dO
    common::multiply_transposed(Real{1}, part(d.dfound), part(t.V), dS);  //          dA = dO V^T
    causal_softmax_rows_backward(A, scale, dS);                           // A = softmax S
    common::add_product(dS, part(t.K), part(d.dQ));                       // S = Q K^T: dQ = dS K
    common::add_product_of_transposed(dS, part(t.Q), part(d.dK));         //            dK = dS^T Q
}

/// All heads read all sequences: heads(N) W_O.
///
/// \param W       what the block has learned
/// \param shape   of the model
/// \param turns   for as many places as a sequence has
/// \param N       what comes in, shape (rows, d_model)
/// \param t       what was computed
template <typename Real>
void heads(const WriterBlock<Real>& W, const WriterShape& shape, const Turns<Real>& turns, const Numbers<Real>& N,
           HeadsTrace<Real>& t)
{
    const std::size_t length = turns.cosines.shape(0);
    const std::size_t count = N.shape(0) / length;
    product_into(N, W.W_Q, t.Q);
    product_into(N, W.W_K, t.K);
    product_into(N, W.W_V, t.V);
    if (shape.without != Piece::positions) {
        turn(turns, Real{1}, t.Q);
        turn(turns, Real{1}, t.K);
    }
    make_room(t.weights, count * shape.heads * length, length);
    clear(t.found, N.shape(0), shape.d_model);
    for (std::size_t s = 0; s < count; ++s) {
        for (std::size_t h = 0; h < shape.heads; ++h) head(shape, s, h, t);
    }
    product_into(t.found, W.W_O, t.output);
}

/// And back.
///
/// \param W        what the block has learned
/// \param shape    of the model
/// \param turns    as on the way there
/// \param N        what came in
/// \param t        what was computed
/// \param doutput  gradient with what came out, shape (rows, d_model)
/// \param dW       that with what was learned is added to it
/// \param d        memory
/// \param dN       that with what came in is added to it, shape (rows, d_model)
template <typename Real>
void heads_backward(const WriterBlock<Real>& W, const WriterShape& shape, const Turns<Real>& turns,
                    const Numbers<Real>& N, const HeadsTrace<Real>& t, const Numbers<Real>& doutput,
                    WriterBlock<Real>& dW, HeadsRoom<Real>& d, Numbers<Real>& dN)
{
    const std::size_t length = turns.cosines.shape(0);
    add_to_gradient(t.found, doutput, dW.W_O);
    product_with_transposed_into(doutput, W.W_O, d.dfound);
    for (Numbers<Real>* M : {&d.dQ, &d.dK, &d.dV}) clear(*M, N.shape(0), shape.d_model);
    make_room(d.dS, length, length);
    for (std::size_t s = 0; s < N.shape(0) / length; ++s) {
        for (std::size_t h = 0; h < shape.heads; ++h) head_backward(shape, s, h, t, d);
    }
    if (shape.without != Piece::positions) {
        turn(turns, Real{-1}, d.dQ);
        turn(turns, Real{-1}, d.dK);
    }
    add_to_gradient(N, d.dQ, dW.W_Q);
    add_to_gradient(N, d.dK, dW.W_K);
    add_to_gradient(N, d.dV, dW.W_V);
    add_passed_back(d.dQ, W.W_Q, dN);
    add_passed_back(d.dK, W.W_K, dN);
    add_passed_back(d.dV, W.W_V, dN);
}

}  // namespace attention
