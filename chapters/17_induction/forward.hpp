/// \file
/// Chapter 17: the way forward through a language model, and what it leaves for you to look at.
#pragma once

#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// Which head of which layer, both counted from 0.
struct HeadName {
    std::size_t layer = 0;  ///< counted from the words
    std::size_t head = 0;   ///< of that layer

    /// Whether it is the same head.
    bool operator==(const HeadName&) const = default;
};

/// Who reads what the second to last layer has written: the last layer, in one of three roles, or the answer.
enum class Reader { queries, keys, values, answer };

/// What is taken from a model while it reads, to see what is lost without it.
template <typename Real>
struct Ablation {
    std::vector<HeadName> removed = {};  ///< heads whose output is replaced ...
    Numbers<Real> instead = {};    ///< ... by these, a row for each layer, shape (layers, heads d_head); empty for 0
    std::vector<Reader> cut = {};  ///< who does without what the second to last layer has written
};

/// What a layer computed. There is a row for each place of each sequence, one sequence after the other.
template <typename Real>
struct LayerTrace {
    Numbers<Real> X;       ///< what came in, shape (rows, d_model)
    Numbers<Real> placed;  ///< with positions: what queries and keys are made of, shape (rows, d_model)
    Numbers<Real> Q;       ///< queries, the heads side by side, shape (rows, heads d_head)
    Numbers<Real> K;       ///< keys, shape (rows, heads d_head)
    Numbers<Real> V;       ///< values, shape (rows, heads d_head)
    Numbers<Real>
        weights;          ///< of each sequence and head one matrix below the other, shape (count heads length, length)
    Numbers<Real> found;  ///< outputs of the heads, side by side, shape (rows, heads d_head)
};

/// All that a model computed on its way forward.
template <typename Real>
struct Trace {
    ModelShape shape;                      ///< of the model
    std::size_t length = 0;                ///< of the sequences
    std::vector<LayerTrace<Real>> layers;  ///< from the first to the last
    Numbers<Real> X;                       ///< what left the last layer, shape (rows, d_model)
    Numbers<Real> logits;                  ///< a score for each token that could come next, shape (rows, vocabulary)
};

/// Read sequences, and find a score for each token that could come next, at each place.
///
/// \param model      what has been learned
/// \param sequences  of at most as many places as the model knows
/// \param ablation   what is taken from the model
/// \param trace      what was computed; its memory is used again
/// \throws std::invalid_argument  for a token or a place that the model does not know, a head that is not there, outputs
///                                 of another shape, or paths to be cut in a model of one layer
template <typename Real>
void forward(const Parameters<Real>& model, const Sequences& sequences, const Ablation<Real>& ablation,
             Trace<Real>& trace);

/// The same, into a new trace.
template <typename Real>
Trace<Real> ablated(const Parameters<Real>& model, const Sequences& sequences, const Ablation<Real>& ablation)
{
    Trace<Real> trace;
    forward(model, sequences, ablation, trace);
    return trace;
}

/// The same, with the output of some heads replaced by 0.
template <typename Real>
Trace<Real> forward(const Parameters<Real>& model, const Sequences& sequences,
                    const std::vector<HeadName>& removed = {})
{
    return ablated(model, sequences, Ablation<Real>{.removed = removed});
}

/// Where the weights of one sequence and one head are in memory, shape (length, length).
template <typename Layer>
auto weights_tile(Layer& layer, const ModelShape& shape, std::size_t sequence, std::size_t head)
{
    const std::size_t length = layer.weights.shape(1);
    return common::tile_of(layer.weights).rows_from((sequence * shape.heads + head) * length, length);
}

/// The attention weights of one sequence and one head, shape (length, length): row i sees keys 0 to i.
/// \throws std::invalid_argument  where there is no such sequence or head
template <typename Real>
Matrix weights_of(const Trace<Real>& trace, std::size_t sequence, HeadName head);

/// How well a model did.
struct Result {
    double loss = 0;      ///< the mean of -ln p of what came next, over all places where something was asked
    double accuracy = 0;  ///< the share of them where the token with the highest score came next
};

/// How well a model did on what it was asked.
/// \throws std::invalid_argument  unless the trace is one of these sequences
template <typename Real>
Result result_of(const Trace<Real>& trace, const Sequences& sequences);

}  // namespace attention
