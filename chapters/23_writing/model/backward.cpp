#include "23_writing/model/backward.hpp"

#include "23_writing/model/mlp.hpp"
#include "23_writing/model/norm.hpp"
#include "23_writing/model/products.hpp"
#include "23_writing/model/turns.hpp"

#include "20_long_context/fast/tile_kernels.hpp"

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

/// Cross-entropy after softmax: the gradient of a place is its probabilities, less 1 for what came next.
/// \return the sum of -ln p of what came next
template <typename Real>
double cross_entropy_backward(const Numbers<Real>& logits, const std::vector<int>& targets, Real factor,
                              Numbers<Real>& dlogits)
{
    const TileKernels<Real>& fast = tile_kernels<Real>();
    const std::size_t vocabulary = logits.shape(1);
    double loss = 0.0;
    make_room(dlogits, logits.shape(0), vocabulary);
    for (std::size_t r = 0; r < logits.shape(0); ++r) {
        Real* d = common::tile_of(dlogits).row(r);
        if (targets[r] == nothing_asked) {
            std::fill_n(d, vocabulary, Real{0});
            continue;
        }
        const auto next = static_cast<std::size_t>(targets[r]);
        std::copy_n(common::tile_of(logits).row(r), vocabulary, d);
        const Real largest = fast.largest(d, vocabulary);
        const Real sum = fast.exponentials(d, vocabulary, largest);
        loss += std::log(static_cast<double>(sum)) - static_cast<double>(logits(r, next) - largest);
        fast.scale(d, vocabulary, factor / sum);
        d[next] -= factor;
    }
    return loss;
}

/// Back through the norm, or through nothing at all. What comes back is added to dX.
template <typename Real>
void norm_backward_unless_without(const WriterShape& shape, const Numbers<Real>& X, const xt::xtensor<Real, 1>& gain,
                                  const Normed<Real>& normed, const Numbers<Real>& dN, xt::xtensor<Real, 1>& dgain,
                                  Numbers<Real>& dX)
{
    if (shape.without == Piece::norm) {
        dX += dN;
    } else {
        norm_backward(X, gain, normed, dN, dgain, dX);
    }
}

/// Back through X = X + said: dX goes both ways. Without the residual stream it goes to what was said, and only there.
template <typename Real>
void carry_back(const WriterShape& shape, Numbers<Real>& dX, Numbers<Real>& dsaid)
{
    dsaid = dX;
    if (shape.without == Piece::residual) dX.fill(0);
}

/// Back through X = X + mlp(norm(X)).
template <typename Real>
void mlp_backward(const WriterBlock<Real>& W, const WriterShape& shape, const BlockTrace<Real>& t,
                  WriterBlock<Real>& dW, WriterRoom<Real>& d)
{
    carry_back(shape, d.dX, d.dsaid);
    add_to_gradient(t.mlp.bent, d.dsaid, dW.W_out);
    product_with_transposed_into(d.dsaid, W.W_out, d.dhidden);
    gelu_backward(t.mlp, d.dhidden);
    add_to_gradient(t.before_mlp.rows, d.dhidden, dW.W_in);
    product_with_transposed_into(d.dhidden, W.W_in, d.dN);
    norm_backward_unless_without(shape, t.between, W.mlp_gain, t.before_mlp, d.dN, dW.mlp_gain, d.dX);
}

/// Back through X = X + heads(norm(X)) W_O.
template <typename Real>
void attention_backward(const WriterBlock<Real>& W, const WriterShape& shape, const Turns<Real>& turns,
                        const BlockTrace<Real>& t, WriterBlock<Real>& dW, WriterRoom<Real>& d)
{
    carry_back(shape, d.dX, d.dsaid);
    clear(d.dN, t.X.shape(0), t.X.shape(1));
    heads_backward(W, shape, turns, t.before_attention.rows, t.heads, d.dsaid, dW, d.heads, d.dN);
    norm_backward_unless_without(shape, t.X, W.attention_gain, t.before_attention, d.dN, dW.attention_gain, d.dX);
}

/// Each token collects from every place where it was read.
template <typename Real>
void embed_backward(const Numbers<Real>& dX, const std::vector<int>& tokens, Numbers<Real>& dembedding)
{
    const Real factor = std::sqrt(static_cast<Real>(dX.shape(1)));
    for (std::size_t r = 0; r < dX.shape(0); ++r) {
        const Real* dx = common::tile_of(dX).row(r);
        Real* row = common::tile_of(dembedding).row(static_cast<std::size_t>(tokens[r]));
        for (std::size_t c = 0; c < dX.shape(1); ++c) row[c] += factor * dx[c];
    }
}

/// Add what one model has to what another has.
template <typename Real>
void add_parts(const common::Parts<Real>& from, const common::Parts<Real>& to)
{
    for (std::size_t p = 0; p < to.size(); ++p) {
        for (std::size_t i = 0; i < to[p].size(); ++i) to[p][i] += from[p][i];
    }
}

template <typename Real>
void fill_with_zeros(const common::Parts<Real>& parts)
{
    for (const std::span<Real>& numbers : parts) std::ranges::fill(numbers, Real{0});
}

constexpr std::size_t windows_in_a_chunk = 4;

}  // namespace

template <typename Real>
double backward(const Writer<Real>& model, const Sequences& sequences, const WriterTrace<Real>& trace, double factor,
                Writer<Real>& gradient, WriterRoom<Real>& room)
{
    const WriterShape& shape = model.shape;
    const Turns<Real> turns = turns_of<Real>(trace.length, shape.d_head());
    const double loss =
        cross_entropy_backward(trace.logits, sequences.targets, static_cast<Real>(factor), room.dlogits);
    add_to_gradient(room.dlogits, trace.last.rows, gradient.embedding);  // logits = N E^T
    product_into(room.dlogits, model.embedding, room.dN);
    clear(room.dX, trace.X.shape(0), trace.X.shape(1));
    norm_backward_unless_without(shape, trace.X, model.final_gain, trace.last, room.dN, gradient.final_gain, room.dX);
    for (std::size_t l = shape.layers; l-- > 0;) {
        const BlockTrace<Real>& t = trace.blocks[l];
        if (shape.without != Piece::mlp) mlp_backward(model.blocks[l], shape, t, gradient.blocks[l], room);
        if (shape.without != Piece::attention)
            attention_backward(model.blocks[l], shape, turns, t, gradient.blocks[l], room);
    }
    embed_backward(room.dX, sequences.tokens, gradient.embedding);
    return loss;
}

template <typename Real>
WriterGradient<Real>::WriterGradient(const WriterShape& shape, int threads)
    : threads_(threads), gradient_(zero_writer<Real>(shape))
{
}

template <typename Real>
double WriterGradient<Real>::of(const Writer<Real>& model, const Sequences& batch)
{
    const std::size_t chunks = (batch.count() + windows_in_a_chunk - 1) / windows_in_a_chunk;
    while (chunks_.size() < chunks) chunks_.push_back({{}, {}, gradient_, 0.0});
    const auto asked = static_cast<double>(std::max<std::size_t>(1, batch.asked()));
    common::in_parallel(chunks, threads_, [&](std::size_t c) {
        Chunk& chunk = chunks_[c];
        const Sequences part = batch.from(c * windows_in_a_chunk, windows_in_a_chunk);
        fill_with_zeros(parts_of(chunk.gradient));
        forward(model, part, chunk.trace);
        chunk.loss = backward(model, part, chunk.trace, 1.0 / asked, chunk.gradient, chunk.room) / asked;
    });

    double loss = 0.0;
    const common::Parts<Real> total = parts_of(gradient_);
    fill_with_zeros(total);
    for (std::size_t c = 0; c < chunks; ++c) {
        loss += chunks_[c].loss;
        add_parts(parts_of(chunks_[c].gradient), total);
    }
    return loss;
}

template double backward(const Writer<float>&, const Sequences&, const WriterTrace<float>&, double, Writer<float>&,
                         WriterRoom<float>&);
template double backward(const Writer<double>&, const Sequences&, const WriterTrace<double>&, double, Writer<double>&,
                         WriterRoom<double>&);
template class WriterGradient<float>;
template class WriterGradient<double>;

}  // namespace attention
