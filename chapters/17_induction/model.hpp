/// \file
/// Chapter 17: a language model that is nothing but attention: what it consists of.
#pragma once

#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace attention
{

/// A matrix of a type of number that can be chosen: float is faster, double can be checked.
template <typename Real>
using Numbers = xt::xtensor<Real, 2>;

/// Where a model is told the places of its tokens.
enum class Positions {
    in_queries_and_keys,  ///< to find tokens by their places; the residual stream holds tokens only
    in_words,             ///< added to the tokens once, at the start, and carried on with them
};

/// Of the keys up to its own place, those that a query sees, and what its weights add up to. As it stands: all, and 1.
struct VisibleKeys {
    std::size_t window = std::numeric_limits<std::size_t>::max();  ///< so many of the latest, its own among them
    std::size_t first = 0;                                         ///< and so many from the start of the sequence
    bool one_more = false;                                         ///< softmax divides by exp(0) more than its sum

    /// Whether two see alike.
    bool operator==(const VisibleKeys&) const = default;
};

/// The sizes of a model.
struct ModelShape {
    std::size_t vocabulary = 24;                           ///< how many tokens there are
    std::size_t length = 32;                               ///< how many places it knows
    std::size_t d_model = 16;                              ///< numbers that are carried on for each place
    std::size_t heads = 1;                                 ///< of each layer
    std::size_t d_head = 16;                               ///< numbers in a query, a key and a value
    std::size_t layers = 2;                                ///< one after the other
    Positions positions = Positions::in_queries_and_keys;  ///< where places come in
    VisibleKeys sight = {};                                ///< which keys are seen, in every layer

    /// Whether two models are alike in all sizes.
    bool operator==(const ModelShape&) const = default;
};

/// What one layer has learned. Its heads stand side by side: head h has columns h d_head to (h + 1) d_head.
template <typename Real>
struct LayerParameters {
    Numbers<Real> W_Q;  ///< shape (d_model, heads d_head)
    Numbers<Real> W_K;  ///< shape (d_model, heads d_head)
    Numbers<Real> W_V;  ///< shape (d_model, heads d_head)
    Numbers<Real> W_O;  ///< shape (heads d_head, d_model): rows h d_head to (h + 1) d_head belong to head h
};

/// All that a model has learned; or, in the same shapes, how a loss changes with all that.
template <typename Real>
struct Parameters {
    ModelShape shape;                           ///< the sizes
    Numbers<Real> embedding;                    ///< a row for each token, shape (vocabulary, d_model)
    Numbers<Real> positions;                    ///< a row for each place, shape (length, d_model)
    std::vector<LayerParameters<Real>> layers;  ///< from the first to the last
    Numbers<Real> unembedding;                  ///< a column for each token, shape (d_model, vocabulary)
};

/// Parameters that are all 0: the gradient of nothing.
template <typename Real>
Parameters<Real> zero_parameters(const ModelShape& shape)
{
    const std::size_t d = shape.d_model;
    const std::size_t side_by_side = shape.heads * shape.d_head;
    const auto zeros = [](std::size_t rows, std::size_t columns) {
        return Numbers<Real>(xt::zeros<Real>({rows, columns}));
    };
    Parameters<Real> result{shape, zeros(shape.vocabulary, d), zeros(shape.length, d), {}, zeros(d, shape.vocabulary)};
    for (std::size_t l = 0; l < shape.layers; ++l) {
        result.layers.push_back(
            {zeros(d, side_by_side), zeros(d, side_by_side), zeros(d, side_by_side), zeros(side_by_side, d)});
    }
    return result;
}

/// All parameters as they lie in memory, one span for each matrix: what an optimizer steps through.
template <typename Real>
common::Parts<Real> parts_of(Parameters<Real>& parameters)
{
    common::Parts<Real> parts;
    const auto add = [&](Numbers<Real>& M) { parts.emplace_back(M.data(), M.size()); };
    add(parameters.embedding);
    add(parameters.positions);
    for (LayerParameters<Real>& layer : parameters.layers) {
        for (Numbers<Real>* W : {&layer.W_Q, &layer.W_K, &layer.W_V, &layer.W_O}) add(*W);
    }
    add(parameters.unembedding);
    return parts;
}

/// How many numbers a model learns.
inline std::size_t parameter_count(const ModelShape& shape)
{
    const std::size_t one_layer = 4 * shape.d_model * shape.heads * shape.d_head;
    return (2 * shape.vocabulary + shape.length) * shape.d_model + shape.layers * one_layer;
}

/// A model that has learned nothing yet: normal numbers of variance 1 / d_model, so that a product keeps its size.
/// Float or double, the same seed gives the same model but for rounding.
template <typename Real>
Parameters<Real> random_parameters(const ModelShape& shape, common::Random& random)
{
    Parameters<Real> result = zero_parameters<Real>(shape);
    const double spread = 1.0 / std::sqrt(static_cast<double>(shape.d_model));
    for (const std::span<Real>& part : parts_of(result)) {
        for (Real& x : part) x = static_cast<Real>(spread * random.normal());
    }
    return result;
}

}  // namespace attention
