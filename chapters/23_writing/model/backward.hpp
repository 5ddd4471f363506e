/// \file
/// Chapter 23: the way back through a model that writes, by hand, shared among threads.
#pragma once

#include "23_writing/model/forward.hpp"
#include "23_writing/model/heads.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/writer.hpp"

#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"

#include <vector>

namespace attention
{

/// The memory of a way back, to be used again.
template <typename Real>
struct WriterRoom {
    Numbers<Real> dlogits;  ///< shape (rows, vocabulary)
    Numbers<Real> dX;       ///< with what is carried on, shape (rows, d_model)
    Numbers<Real> dsaid;    ///< with what a part of a block has added to it, shape (rows, d_model)
    Numbers<Real> dN;       ///< with what came out of a norm, shape (rows, d_model)
    Numbers<Real> dhidden;  ///< inside the MLP, shape (rows, d_hidden)
    HeadsRoom<Real> heads;  ///< inside the heads
};

/// From a trace to the loss, and to its gradient with all parameters.
///
/// \param model      what the trace was computed with
/// \param sequences  what the trace was computed from
/// \param trace      from `forward`
/// \param factor     of the loss of each place where something is asked; 1 / sequences.asked() for their mean
/// \param gradient   the gradient is added to it
/// \param room       memory
/// \return           the sum of -ln p of what came next
template <typename Real>
double backward(const Writer<Real>& model, const Sequences& sequences, const WriterTrace<Real>& trace, double factor,
                Writer<Real>& gradient, WriterRoom<Real>& room);

/// The loss of a batch and its gradient, computed by several threads.
///
/// As in chapter 17, the batch is cut into chunks of a few sequences, whose gradients are added up in their order. So the
/// result has the same bits, however many threads there are.
template <typename Real>
class WriterGradient
{
public:
    /// \param shape    of the models to come
    /// \param threads  how many at a time; 0 for one per processor
    explicit WriterGradient(const WriterShape& shape, int threads = 0);

    /// Forward and back.
    /// \param model  what has been learned so far
    /// \param batch  sequences, and what is asked
    /// \return       the mean of -ln p of what came next
    /// \throws std::invalid_argument  for a batch that the model cannot read
    double of(const Writer<Real>& model, const Sequences& batch);

    /// How the mean loss of the latest batch changes with each parameter.
    Writer<Real>& gradient() { return gradient_; }

private:
    struct Chunk {
        WriterTrace<Real> trace;
        WriterRoom<Real> room;
        Writer<Real> gradient;
        double loss;
    };
    int threads_;
    Writer<Real> gradient_;
    std::vector<Chunk> chunks_;
};

}  // namespace attention
