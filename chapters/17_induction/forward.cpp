#include "17_induction/forward.hpp"

#include "common/require.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

namespace
{

using common::Tile;
using common::tile_of;

/// Make room; what was there is gone, unless the size is the same.
template <typename Real>
void shape_to(Numbers<Real>& M, std::size_t rows, std::size_t columns)
{
    if (M.shape(0) != rows || M.shape(1) != columns) M = xt::zeros<Real>({rows, columns});
}

/// C = A B, the product of all rows at once.
template <typename Real>
void project(const Numbers<Real>& A, const Numbers<Real>& B, Numbers<Real>& C)
{
    shape_to(C, A.shape(0), B.shape(1));
    C.fill(0);
    common::add_product(tile_of(A), tile_of(B), tile_of(C));
}

template <typename Real>
void require_known(const Parameters<Real>& model, const Sequences& sequences, const Ablation<Real>& ablation)
{
    const ModelShape& shape = model.shape;
    common::require(sequences.length <= shape.length, "forward: sequences of {} tokens, but the model knows {} places",
                    sequences.length, shape.length);
    common::require(sequences.tokens.size() == sequences.count() * sequences.length &&
                        sequences.targets.size() == sequences.tokens.size(),
                    "forward: {} tokens and {} targets in sequences of {}; each token needs one target",
                    sequences.tokens.size(), sequences.targets.size(), sequences.length);
    for (const int token : sequences.tokens) {
        common::require(token >= 0 && static_cast<std::size_t>(token) < shape.vocabulary,
                        "forward: token {}, but the model knows 0 to {}", token, shape.vocabulary - 1);
    }
    for (const int target : sequences.targets) {
        common::require(target == nothing_asked || (target >= 0 && static_cast<std::size_t>(target) < shape.vocabulary),
                        "forward: target {}, but the model knows 0 to {}", target, shape.vocabulary - 1);
    }
    for (const HeadName& name : ablation.removed) {
        common::require(name.layer < shape.layers && name.head < shape.heads,
                        "forward: no head {} in layer {}; there are {} layers of {}", name.head, name.layer,
                        shape.layers, shape.heads);
    }
    const Numbers<Real>& instead = ablation.instead;
    common::require(instead.size() == 0 ||
                        (instead.shape(0) == shape.layers && instead.shape(1) == shape.heads * shape.d_head),
                    "forward: ({}, {}) numbers to replace outputs by; ({}, {}) are needed", instead.shape(0),
                    instead.shape(1), shape.layers, shape.heads * shape.d_head);
    common::require(ablation.cut.empty() || shape.layers > 1,
                    "forward: a path between layers is to be cut, but there is {} layer", shape.layers);
}

/// X = the rows of the tokens.
template <typename Real>
void embed(const Parameters<Real>& model, const Sequences& sequences, Numbers<Real>& X)
{
    shape_to(X, sequences.tokens.size(), model.shape.d_model);
    for (std::size_t r = 0; r < sequences.tokens.size(); ++r) {
        const Real* row = tile_of(model.embedding).row(static_cast<std::size_t>(sequences.tokens[r]));
        std::copy_n(row, model.shape.d_model, tile_of(X).row(r));
    }
}

/// Add to each row what belongs to its place.
template <typename Real>
void add_positions(const Numbers<Real>& positions, std::size_t length, Numbers<Real>& X)
{
    for (std::size_t r = 0; r < X.shape(0); ++r) {
        Real* x = tile_of(X).row(r);
        const Real* p = tile_of(positions).row(r % length);
        for (std::size_t c = 0; c < X.shape(1); ++c) x[c] += p[c];
    }
}

/// Softmax of scores, in their place; row i over keys 0 to i, what comes later gets weight 0 (chapters 2 and 12).
template <typename Real>
void causal_softmax(const VisibleKeys& sight, Tile<Real> scores)
{
    for (std::size_t i = 0; i < scores.rows; ++i) {
        Real* s = scores.row(i);
        const std::size_t window_begins = i + 1 - std::min(sight.window, i + 1);
        for (std::size_t j = sight.first; j < window_begins; ++j) s[j] = -std::numeric_limits<Real>::infinity();
        Real largest = *std::max_element(s, s + i + 1);
        if (sight.one_more) largest = std::max(largest, Real{0});
        Real sum = sight.one_more ? std::exp(-largest) : Real{0};
        for (std::size_t j = 0; j <= i; ++j) {
            s[j] = std::exp(s[j] - largest);
            sum += s[j];
        }
        for (std::size_t j = 0; j <= i; ++j) s[j] /= sum;
        std::fill(s + i + 1, s + scores.columns, Real{0});
    }
}

/// What was given to a layer in one of its roles: all that was carried on to it or, where the path is cut, all but what
/// the layer before it has written. That is what was given to the layer before it.
template <typename Real>
const LayerTrace<Real>& read_by(Reader reader, std::size_t l, const Ablation<Real>& ablation, const Trace<Real>& trace)
{
    const bool is_cut = l > 0 && l + 1 == trace.layers.size() && std::ranges::count(ablation.cut, reader) > 0;
    return trace.layers[is_cut ? l - 1 : l];
}

/// One layer: X' = X + heads(X) W_O. Here are the heads.
template <typename Real>
void heads_forward(const LayerParameters<Real>& W, std::size_t l, const Ablation<Real>& ablation, Trace<Real>& trace)
{
    const ModelShape& shape = trace.shape;
    const std::size_t length = trace.length;
    LayerTrace<Real>& t = trace.layers[l];
    project(read_by(Reader::queries, l, ablation, trace).placed, W.W_Q, t.Q);
    project(read_by(Reader::keys, l, ablation, trace).placed, W.W_K, t.K);
    project(read_by(Reader::values, l, ablation, trace).X, W.W_V, t.V);
    shape_to(t.weights, t.X.shape(0) * shape.heads, length);
    shape_to(t.found, t.X.shape(0), shape.heads * shape.d_head);
    t.found.fill(0);
    const Real scale = 1 / std::sqrt(static_cast<Real>(shape.d_head));
    const std::size_t count = t.X.shape(0) / length;
    for (std::size_t s = 0; s < count; ++s) {
        for (std::size_t h = 0; h < shape.heads; ++h) {
            const auto part = [&](auto& M) {  // the rows of this sequence, the columns of this head
                return tile_of(M).rows_from(s * length, length).columns_from(h * shape.d_head, shape.d_head);
            };
            const Tile<Real> A = weights_tile(t, shape, s, h);
            common::multiply_transposed(scale, part(t.Q), part(t.K), A);  // scores, (length, length)
            causal_softmax(shape.sight, A);
            common::add_product(A, part(t.V), part(t.found));
        }
    }
}

/// The outputs of a head, replaced by 0 or by what is to stand there instead.
template <typename Real>
void replace(const HeadName& name, const ModelShape& shape, const Numbers<Real>& instead, Numbers<Real>& found)
{
    const std::size_t first = name.head * shape.d_head;
    const Tile<Real> head = tile_of(found).columns_from(first, shape.d_head);
    for (std::size_t r = 0; r < head.rows; ++r) {
        if (instead.size() == 0) {
            std::fill_n(head.row(r), shape.d_head, Real{0});
        } else {
            std::copy_n(tile_of(instead).row(name.layer) + first, shape.d_head, head.row(r));
        }
    }
}

}  // namespace

template <typename Real>
void forward(const Parameters<Real>& model, const Sequences& sequences, const Ablation<Real>& ablation,
             Trace<Real>& trace)
{
    require_known(model, sequences, ablation);
    trace.shape = model.shape;
    trace.length = sequences.length;
    trace.layers.resize(model.shape.layers);
    embed(model, sequences, trace.X);
    if (model.shape.positions == Positions::in_words) add_positions(model.positions, trace.length, trace.X);
    for (std::size_t l = 0; l < model.shape.layers; ++l) {
        LayerTrace<Real>& t = trace.layers[l];
        t.X = trace.X;
        t.placed = trace.X;
        if (model.shape.positions == Positions::in_queries_and_keys) {
            add_positions(model.positions, trace.length, t.placed);
        }
        if (trace.length > 0) heads_forward(model.layers[l], l, ablation, trace);
        for (const HeadName& name : ablation.removed) {
            if (name.layer == l) replace(name, model.shape, ablation.instead, t.found);
        }
        common::add_product(tile_of(t.found), tile_of(model.layers[l].W_O), tile_of(trace.X));
    }
    if (std::ranges::count(ablation.cut, Reader::answer) > 0) {
        const std::size_t last = model.shape.layers - 1;
        trace.X += trace.layers[last - 1].X - trace.layers[last].X;  // less what the layer before the last has written
    }
    project(trace.X, model.unembedding, trace.logits);
}

template <typename Real>
Matrix weights_of(const Trace<Real>& trace, std::size_t sequence, HeadName head)
{
    common::require(head.layer < trace.shape.layers && head.head < trace.shape.heads &&
                        (sequence + 1) * trace.length <= trace.X.shape(0),
                    "weights_of: no weights of head {} in layer {} for sequence {}", head.head, head.layer, sequence);
    const Tile<const Real> A = weights_tile(trace.layers[head.layer], trace.shape, sequence, head.head);
    Matrix weights = xt::zeros<double>({trace.length, trace.length});
    for (std::size_t i = 0; i < trace.length; ++i) {
        for (std::size_t j = 0; j < trace.length; ++j) weights(i, j) = static_cast<double>(A.row(i)[j]);
    }
    return weights;
}

template <typename Real>
Result result_of(const Trace<Real>& trace, const Sequences& sequences)
{
    common::require(sequences.targets.size() == trace.logits.shape(0),
                    "result_of: a trace of {} places but targets for {}", trace.logits.shape(0),
                    sequences.targets.size());
    const std::size_t vocabulary = trace.logits.shape(1);
    const double asked = static_cast<double>(std::max<std::size_t>(1, sequences.asked()));
    Result result;
    for (std::size_t r = 0; r < sequences.targets.size(); ++r) {
        if (sequences.targets[r] == nothing_asked) continue;
        const Real* s = tile_of(trace.logits).row(r);
        const Real* best = std::max_element(s, s + vocabulary);
        double sum = 0.0;
        for (std::size_t v = 0; v < vocabulary; ++v) sum += std::exp(static_cast<double>(s[v] - *best));
        result.loss += (std::log(sum) - static_cast<double>(s[sequences.targets[r]] - *best)) / asked;
        result.accuracy += best - s == sequences.targets[r] ? 1.0 / asked : 0.0;
    }
    return result;
}

template void forward(const Parameters<float>&, const Sequences&, const Ablation<float>&, Trace<float>&);
template void forward(const Parameters<double>&, const Sequences&, const Ablation<double>&, Trace<double>&);
template Matrix weights_of(const Trace<float>&, std::size_t, HeadName);
template Matrix weights_of(const Trace<double>&, std::size_t, HeadName);
template Result result_of(const Trace<float>&, const Sequences&);
template Result result_of(const Trace<double>&, const Sequences&);

}  // namespace attention
