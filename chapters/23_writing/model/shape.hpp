/// \file
/// Chapter 23: the sizes of a model that writes, and what can be left out of it.
#pragma once

#include <cstddef>

namespace attention
{

/// What a model can be built without, to see what it is good for.
enum class Piece {
    nothing,    ///< it has everything
    attention,  ///< no word sees another
    positions,  ///< queries and keys are not turned
    mlp,        ///< only attention in each block
    norm,       ///< rows go into a block as they are
    residual,   ///< a block replaces what came in, instead of adding to it
};

/// The sizes of a model.
struct WriterShape {
    std::size_t vocabulary = 1024;   ///< how many tokens there are
    std::size_t length = 64;         ///< how many tokens it sees at most
    std::size_t d_model = 64;        ///< numbers that are carried on for each token
    std::size_t heads = 4;           ///< of each block, with d_model / heads numbers each; an even number of them
    std::size_t layers = 2;          ///< blocks, one after the other
    std::size_t d_hidden = 256;      ///< numbers inside an MLP
    Piece without = Piece::nothing;  ///< what it has to do without

    /// Numbers in a query, a key and a value of one head.
    std::size_t d_head() const { return d_model / heads; }

    /// Whether two models are alike in all of this.
    bool operator==(const WriterShape&) const = default;
};

}  // namespace attention
