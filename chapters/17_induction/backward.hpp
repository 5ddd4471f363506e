/// \file
/// Chapter 17: the way back through a language model, by hand, shared among threads.
#pragma once

#include "17_induction/forward.hpp"

#include <vector>

namespace attention
{

/// How a loss changes with what a layer computed: the other half of a `LayerTrace`.
template <typename Real>
struct LayerRoom {
    Numbers<Real> dQ;       ///< shape (rows, heads d_head)
    Numbers<Real> dK;       ///< shape (rows, heads d_head)
    Numbers<Real> dV;       ///< shape (rows, heads d_head)
    Numbers<Real> dS;       ///< with the scores of one head of one sequence, shape (length, length)
    Numbers<Real> dfound;   ///< with the outputs of the heads, shape (rows, heads d_head)
    Numbers<Real> dplaced;  ///< with what queries and keys are made of, shape (rows, d_model)
};

/// The memory of a way back, to be used again.
template <typename Real>
struct BackwardRoom {
    Numbers<Real> dlogits;  ///< shape (rows, vocabulary)
    Numbers<Real> dX;       ///< with what is carried on, shape (rows, d_model)
    LayerRoom<Real> layer;  ///< of the layer at hand
};

/// From a trace to the gradient of the loss with all parameters.
///
/// \param model      what the trace was computed with, no head removed; all its numbers finite, since here a weight of 0 does
///                   not keep a NaN out
/// \param sequences  what the trace was computed from
/// \param trace      from `forward`
/// \param factor     of the loss of each place where something is asked; 1 / sequences.asked() for their mean
/// \param gradient   the gradient is added to it
/// \param room       memory
template <typename Real>
void backward(const Parameters<Real>& model, const Sequences& sequences, const Trace<Real>& trace, double factor,
              Parameters<Real>& gradient, BackwardRoom<Real>& room);

/// The loss of a batch and its gradient, computed by several threads.
///
/// The batch is cut into chunks of a few sequences. Each chunk has a gradient of its own, and these are added up in the
/// order of the chunks. So the result has the same bits, however many threads there are and whichever computed what.
template <typename Real>
class BatchGradient
{
public:
    /// \param shape    of the models to come
    /// \param threads  how many at a time; 0 for one per processor
    explicit BatchGradient(const ModelShape& shape, int threads = 0);

    /// Forward and back.
    /// \param model  what has been learned so far
    /// \param batch  sequences, and what is asked
    /// \return       loss and accuracy on this batch
    /// \throws std::invalid_argument  for a batch that the model cannot read
    Result of(const Parameters<Real>& model, const Sequences& batch);

    /// How the mean loss of the latest batch changes with each parameter.
    Parameters<Real>& gradient() { return gradient_; }

private:
    struct Chunk {
        Trace<Real> trace;
        BackwardRoom<Real> room;
        Parameters<Real> gradient;
        Result result;
    };
    int threads_;
    Parameters<Real> gradient_;
    std::vector<Chunk> chunks_;
};

}  // namespace attention
