#include "17_induction/backward.hpp"

#include "common/optimizer.hpp"
#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace attention
{

namespace
{

using common::Tile;
using common::tile_of;

/// All 0, of the size of another matrix.
template <typename Real>
void zero_like(const Numbers<Real>& M, Numbers<Real>& zeros)
{
    if (zeros.shape() != M.shape()) zeros = xt::zeros<Real>(M.shape());
    zeros.fill(0);
}

/// Cross-entropy after softmax: the gradient of a place is its probabilities, less 1 for what came next.
template <typename Real>
void cross_entropy_backward(const Numbers<Real>& logits, const Sequences& sequences, double factor,
                            Numbers<Real>& dlogits)
{
    zero_like(logits, dlogits);
    for (std::size_t r = 0; r < logits.shape(0); ++r) {
        if (sequences.targets[r] == nothing_asked) continue;
        const Real* s = tile_of(logits).row(r);
        Real* d = tile_of(dlogits).row(r);
        const Real largest = *std::max_element(s, s + logits.shape(1));
        Real sum = 0;
        for (std::size_t v = 0; v < logits.shape(1); ++v) sum += d[v] = std::exp(s[v] - largest);
        for (std::size_t v = 0; v < logits.shape(1); ++v) d[v] *= static_cast<Real>(factor) / sum;
        d[sequences.targets[r]] -= static_cast<Real>(factor);
    }
}

/// Back through softmax and the scale, in the place of dA (chapter 14): dS = scale A (dA - the mean of dA by the weights).
template <typename Real>
void causal_softmax_backward(Tile<const Real> A, Real scale, Tile<Real> dA)
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

/// Back through all heads of a layer, from dfound to dQ, dK and dV: the lines of chapter 14, for each sequence and head.
template <typename Real>
void heads_backward(const ModelShape& shape, std::size_t length, const LayerTrace<Real>& t, LayerRoom<Real>& d)
{
    const Real scale = 1 / std::sqrt(static_cast<Real>(shape.d_head));
    const std::size_t count = t.X.shape(0) / length;
    zero_like(t.Q, d.dQ);
    zero_like(t.K, d.dK);
    zero_like(t.V, d.dV);
    if (d.dS.shape(0) != length) d.dS = xt::zeros<Real>({length, length});
    const Tile<Real> dS = tile_of(d.dS);
    for (std::size_t s = 0; s < count; ++s) {
        for (std::size_t h = 0; h < shape.heads; ++h) {
            const auto part = [&](auto& M) {  // the rows of this sequence, the columns of this head
                return tile_of(M).rows_from(s * length, length).columns_from(h * shape.d_head, shape.d_head);
            };
            const Tile<const Real> A = weights_tile(t, shape, s, h);
            common::add_product_of_transposed(A, part(d.dfound), part(d.dV));     // O = A V: dV = A^T dO
            common::multiply_transposed(Real{1}, part(d.dfound), part(t.V), dS);  //          dA = dO V^T
            causal_softmax_backward(A, scale, dS);                                // A = softmax S
            common::add_product(dS, part(t.K), part(d.dQ));                       // S = Q K^T: dQ = dS K
            common::add_product_of_transposed(dS, part(t.Q), part(d.dK));         //            dK = dS^T Q
        }
    }
}

/// Back through X' = X + heads(X) W_O. What is carried on, dX, goes straight through; what comes from the heads is added.
template <typename Real>
void layer_backward(const LayerParameters<Real>& W, const ModelShape& shape, std::size_t length,
                    const LayerTrace<Real>& t, LayerParameters<Real>& dW, LayerRoom<Real>& d, Numbers<Real>& dX)
{
    common::add_product_of_transposed(tile_of(t.found), tile_of(dX), tile_of(dW.W_O));
    zero_like(t.found, d.dfound);
    common::add_product_with_transposed(tile_of(dX), tile_of(W.W_O), tile_of(d.dfound));
    heads_backward(shape, length, t, d);

    common::add_product_of_transposed(tile_of(t.placed), tile_of(d.dQ), tile_of(dW.W_Q));
    common::add_product_of_transposed(tile_of(t.placed), tile_of(d.dK), tile_of(dW.W_K));
    common::add_product_of_transposed(tile_of(t.X), tile_of(d.dV), tile_of(dW.W_V));
    zero_like(t.placed, d.dplaced);
    common::add_product_with_transposed(tile_of(d.dQ), tile_of(W.W_Q), tile_of(d.dplaced));
    common::add_product_with_transposed(tile_of(d.dK), tile_of(W.W_K), tile_of(d.dplaced));
    common::add_product_with_transposed(tile_of(d.dV), tile_of(W.W_V), tile_of(dX));
    dX += d.dplaced;
}

/// Each place collects from all sequences.
template <typename Real>
void positions_backward(const Numbers<Real>& dX, std::size_t length, Numbers<Real>& dpositions)
{
    for (std::size_t r = 0; r < dX.shape(0); ++r) {
        for (std::size_t c = 0; c < dX.shape(1); ++c) dpositions(r % length, c) += dX(r, c);
    }
}

/// Each token collects from every place where it was.
template <typename Real>
void embed_backward(const Numbers<Real>& dX, const Sequences& sequences, Numbers<Real>& dembedding)
{
    for (std::size_t r = 0; r < dX.shape(0); ++r) {
        const auto token = static_cast<std::size_t>(sequences.tokens[r]);
        for (std::size_t c = 0; c < dX.shape(1); ++c) dembedding(token, c) += dX(r, c);
    }
}

constexpr std::size_t sequences_in_a_chunk = 4;

}  // namespace

template <typename Real>
void backward(const Parameters<Real>& model, const Sequences& sequences, const Trace<Real>& trace, double factor,
              Parameters<Real>& gradient, BackwardRoom<Real>& room)
{
    if (sequences.tokens.empty()) return;
    const ModelShape& shape = model.shape;
    cross_entropy_backward(trace.logits, sequences, factor, room.dlogits);
    common::add_product_of_transposed(tile_of(trace.X), tile_of(room.dlogits), tile_of(gradient.unembedding));
    zero_like(trace.X, room.dX);
    common::add_product_with_transposed(tile_of(room.dlogits), tile_of(model.unembedding), tile_of(room.dX));
    for (std::size_t l = shape.layers; l-- > 0;) {
        layer_backward(model.layers[l], shape, trace.length, trace.layers[l], gradient.layers[l], room.layer, room.dX);
        if (shape.positions == Positions::in_queries_and_keys) {
            positions_backward(room.layer.dplaced, trace.length, gradient.positions);
        }
    }
    if (shape.positions == Positions::in_words) positions_backward(room.dX, trace.length, gradient.positions);
    embed_backward(room.dX, sequences, gradient.embedding);
}

template <typename Real>
BatchGradient<Real>::BatchGradient(const ModelShape& shape, int threads)
    : threads_(threads), gradient_(zero_parameters<Real>(shape))
{
}

template <typename Real>
Result BatchGradient<Real>::of(const Parameters<Real>& model, const Sequences& batch)
{
    const std::size_t chunks = (batch.count() + sequences_in_a_chunk - 1) / sequences_in_a_chunk;
    while (chunks_.size() < chunks) chunks_.push_back({{}, {}, gradient_, {}});
    const double asked = static_cast<double>(std::max<std::size_t>(1, batch.asked()));
    common::in_parallel(chunks, threads_, [&](std::size_t c) {
        Chunk& chunk = chunks_[c];
        const Sequences part = batch.from(c * sequences_in_a_chunk, sequences_in_a_chunk);
        for (const std::span<Real>& numbers : parts_of(chunk.gradient)) std::ranges::fill(numbers, Real{0});
        forward(model, part, {}, chunk.trace);
        backward(model, part, chunk.trace, 1.0 / asked, chunk.gradient, chunk.room);
        const double share = static_cast<double>(part.asked()) / asked;
        const Result result = result_of(chunk.trace, part);
        chunk.result = {share * result.loss, share * result.accuracy};
    });

    Result sum;
    const common::Parts<Real> total = parts_of(gradient_);
    for (const std::span<Real>& numbers : total) std::ranges::fill(numbers, Real{0});
    for (std::size_t c = 0; c < chunks; ++c) {
        sum.loss += chunks_[c].result.loss;
        sum.accuracy += chunks_[c].result.accuracy;
        const common::Parts<Real> parts = parts_of(chunks_[c].gradient);
        for (std::size_t p = 0; p < total.size(); ++p) {
            for (std::size_t i = 0; i < total[p].size(); ++i) total[p][i] += parts[p][i];
        }
    }
    return sum;
}

template void backward(const Parameters<float>&, const Sequences&, const Trace<float>&, double, Parameters<float>&,
                       BackwardRoom<float>&);
template void backward(const Parameters<double>&, const Sequences&, const Trace<double>&, double, Parameters<double>&,
                       BackwardRoom<double>&);
template class BatchGradient<float>;
template class BatchGradient<double>;

}  // namespace attention
