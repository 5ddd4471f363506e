#include "23_writing/model/forward.hpp"

#include "23_writing/model/heads.hpp"
#include "23_writing/model/mlp.hpp"
#include "23_writing/model/norm.hpp"
#include "23_writing/model/products.hpp"
#include "23_writing/model/turns.hpp"

#include "20_long_context/fast/tile_kernels.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

namespace
{

template <typename Real>
void require_known(const Writer<Real>& model, const Sequences& sequences)
{
    const WriterShape& shape = model.shape;
    common::require(shape.heads > 0 && shape.d_model % (2 * shape.heads) == 0,
                    "forward: d_model = {} for {} heads; each needs the same even number of coordinates", shape.d_model,
                    shape.heads);
    common::require(sequences.targets.size() == sequences.tokens.size() &&
                        sequences.tokens.size() == sequences.count() * sequences.length,
                    "forward: {} tokens and {} targets in sequences of {}; each token needs one target",
                    sequences.tokens.size(), sequences.targets.size(), sequences.length);
    const auto is_known = [&](int token) { return token >= 0 && static_cast<std::size_t>(token) < shape.vocabulary; };
    for (std::size_t i = 0; i < sequences.tokens.size(); ++i) {
        const int target = sequences.targets[i];
        common::require(is_known(sequences.tokens[i]) && (target == nothing_asked || is_known(target)),
                        "forward: token {} and then {}, but the model knows 0 to {}", sequences.tokens[i], target,
                        shape.vocabulary - 1);
    }
}

/// X = the rows of the tokens, times sqrt(d_model): a row has numbers of size 1 then.
template <typename Real>
void embed(const Writer<Real>& model, const std::vector<int>& tokens, Numbers<Real>& X)
{
    make_room(X, tokens.size(), model.shape.d_model);
    const Real factor = std::sqrt(static_cast<Real>(model.shape.d_model));
    for (std::size_t r = 0; r < tokens.size(); ++r) {
        const Real* row = common::tile_of(model.embedding).row(static_cast<std::size_t>(tokens[r]));
        Real* x = common::tile_of(X).row(r);
        for (std::size_t c = 0; c < model.shape.d_model; ++c) x[c] = factor * row[c];
    }
}

/// The norm, or nothing at all.
template <typename Real>
void norm_unless_without(const WriterShape& shape, const Numbers<Real>& X, const xt::xtensor<Real, 1>& gain,
                         Normed<Real>& normed)
{
    if (shape.without == Piece::norm) {
        normed.rows = X;
    } else {
        norm(X, gain, normed);
    }
}

/// X = X + said; without the residual stream, X = said.
template <typename Real>
void carry_on(const WriterShape& shape, const Numbers<Real>& said, Numbers<Real>& X)
{
    if (shape.without == Piece::residual) X.fill(0);
    X += said;
}

/// One block: X = X + heads(norm(X)) W_O, then X = X + mlp(norm(X)).
template <typename Real>
void block(const WriterBlock<Real>& W, const WriterShape& shape, const Turns<Real>& turns, BlockTrace<Real>& t,
           Numbers<Real>& X)
{
    t.X = X;
    if (shape.without != Piece::attention) {
        norm_unless_without(shape, X, W.attention_gain, t.before_attention);
        heads(W, shape, turns, t.before_attention.rows, t.heads);
        carry_on(shape, t.heads.output, X);
    }
    t.between = X;
    if (shape.without != Piece::mlp) {
        norm_unless_without(shape, X, W.mlp_gain, t.before_mlp);
        mlp(t.before_mlp.rows, W.W_in, W.W_out, t.mlp);
        carry_on(shape, t.mlp.output, X);
    }
}

}  // namespace

template <typename Real>
void forward(const Writer<Real>& model, const Sequences& sequences, WriterTrace<Real>& trace)
{
    require_known(model, sequences);
    const WriterShape& shape = model.shape;
    trace.length = sequences.length;
    trace.blocks.resize(shape.layers);
    const Turns<Real> turns = turns_of<Real>(sequences.length, shape.d_head());
    embed(model, sequences.tokens, trace.X);
    for (std::size_t l = 0; l < shape.layers; ++l) block(model.blocks[l], shape, turns, trace.blocks[l], trace.X);
    norm_unless_without(shape, trace.X, model.final_gain, trace.last);
    product_with_transposed_into(trace.last.rows, model.embedding, trace.logits);
}

template <typename Real>
std::vector<double> losses(const Numbers<Real>& logits, const std::vector<int>& targets)
{
    const TileKernels<Real>& fast = tile_kernels<Real>();
    const std::size_t vocabulary = logits.shape(1);
    std::vector<double> result(targets.size(), 0.0);
    std::vector<Real> scores(vocabulary);
    for (std::size_t r = 0; r < targets.size(); ++r) {
        if (targets[r] == nothing_asked) continue;
        std::copy_n(common::tile_of(logits).row(r), vocabulary, scores.begin());
        const Real largest = fast.largest(scores.data(), vocabulary);
        const Real right = scores[static_cast<std::size_t>(targets[r])];
        const Real sum = fast.exponentials(scores.data(), vocabulary, largest);
        result[r] = std::log(static_cast<double>(sum)) - static_cast<double>(right - largest);
    }
    return result;
}

template void forward(const Writer<float>&, const Sequences&, WriterTrace<float>&);
template void forward(const Writer<double>&, const Sequences&, WriterTrace<double>&);
template std::vector<double> losses(const Numbers<float>&, const std::vector<int>&);
template std::vector<double> losses(const Numbers<double>&, const std::vector<int>&);

}  // namespace attention
