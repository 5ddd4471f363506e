/// \file
/// Chapter 23: the way forward through a model that writes.
#pragma once

#include "23_writing/model/heads.hpp"
#include "23_writing/model/mlp.hpp"
#include "23_writing/model/norm.hpp"
#include "23_writing/model/writer.hpp"

#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// What a block computed.
template <typename Real>
struct BlockTrace {
    Numbers<Real> X;                ///< what came in, shape (rows, d_model)
    Normed<Real> before_attention;  ///< the norm of it
    HeadsTrace<Real> heads;         ///< what the heads made of that
    Numbers<Real> between;          ///< X and what the heads said, shape (rows, d_model)
    Normed<Real> before_mlp;        ///< the norm of it
    MlpTrace<Real> mlp;             ///< what the MLP made of that
};

/// All that a model computed on its way forward. There is a row for each place of each sequence, one after the other.
template <typename Real>
struct WriterTrace {
    std::size_t length = 0;                ///< of the sequences
    std::vector<BlockTrace<Real>> blocks;  ///< from the first to the last
    Numbers<Real> X;                       ///< what left the last block, shape (rows, d_model)
    Normed<Real> last;                     ///< the norm of it
    Numbers<Real> logits;                  ///< a score for each token that could come next, shape (rows, vocabulary)
};

/// Read sequences, and find a score for each token that could come next, at each place.
///
/// \param model      what has been learned
/// \param sequences  of any length; a model that has learned from shorter ones is not at its best
/// \param trace      what was computed; its memory is used again
/// \throws std::invalid_argument  for a token that the model does not know
template <typename Real>
void forward(const Writer<Real>& model, const Sequences& sequences, WriterTrace<Real>& trace);

/// -ln p of what came next, at each place; 0 where nothing was asked.
///
/// \param logits   shape (rows, vocabulary)
/// \param targets  of each row
template <typename Real>
std::vector<double> losses(const Numbers<Real>& logits, const std::vector<int>& targets);

}  // namespace attention
