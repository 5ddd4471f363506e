/// \file
/// Chapter 23: a model that writes: what it consists of.
#pragma once

#include "23_writing/model/shape.hpp"

#include "17_induction/model.hpp"

#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attention
{

/// What one block has learned. Its heads stand side by side: head h has columns h d_head to (h + 1) d_head.
template <typename Real>
struct WriterBlock {
    xt::xtensor<Real, 1> attention_gain;  ///< of the norm before attention, shape (d_model)
    Numbers<Real> W_Q;                    ///< shape (d_model, d_model)
    Numbers<Real> W_K;                    ///< shape (d_model, d_model)
    Numbers<Real> W_V;                    ///< shape (d_model, d_model)
    Numbers<Real> W_O;                    ///< shape (d_model, d_model)
    xt::xtensor<Real, 1> mlp_gain;        ///< of the norm before the MLP, shape (d_model)
    Numbers<Real> W_in;                   ///< shape (d_model, d_hidden)
    Numbers<Real> W_out;                  ///< shape (d_hidden, d_model)
};

/// All that a model has learned; or, in the same shapes, how a loss changes with all that.
template <typename Real>
struct Writer {
    WriterShape shape;        ///< the sizes
    Numbers<Real> embedding;  ///< a row for each token, on the way in and on the way out: (vocabulary, d_model)
    std::vector<WriterBlock<Real>> blocks;  ///< from the first to the last
    xt::xtensor<Real, 1> final_gain;        ///< of the norm after the last block, shape (d_model)
};

/// Some of what a model has learned, under the name that it has in a file.
template <typename Real>
struct NamedPart {
    std::string name;                ///< such as `blocks.0.W_Q`
    std::vector<std::size_t> shape;  ///< one or two sizes
    std::span<Real> numbers;         ///< row after row
};

/// All that a model has learned, by name, in the order in which it is used.
template <typename Real>
std::vector<NamedPart<Real>> named_parts(Writer<Real>& model)
{
    std::vector<NamedPart<Real>> parts;
    const auto add = [&](const std::string& name, auto& tensor) {
        parts.push_back({name, {tensor.shape().begin(), tensor.shape().end()}, {tensor.data(), tensor.size()}});
    };
    add("embedding", model.embedding);
    for (std::size_t l = 0; l < model.blocks.size(); ++l) {
        const std::string block = "blocks." + std::to_string(l) + ".";
        WriterBlock<Real>& W = model.blocks[l];
        add(block + "attention_gain", W.attention_gain);
        add(block + "W_Q", W.W_Q);
        add(block + "W_K", W.W_K);
        add(block + "W_V", W.W_V);
        add(block + "W_O", W.W_O);
        add(block + "mlp_gain", W.mlp_gain);
        add(block + "W_in", W.W_in);
        add(block + "W_out", W.W_out);
    }
    add("final_gain", model.final_gain);
    return parts;
}

/// The same without names: what an optimizer steps through.
template <typename Real>
common::Parts<Real> parts_of(Writer<Real>& model)
{
    common::Parts<Real> parts;
    for (const NamedPart<Real>& part : named_parts(model)) parts.push_back(part.numbers);
    return parts;
}

/// Where the numbers of a model are.
struct PartSizes {
    std::size_t embedding = 0;  ///< a row for each token
    std::size_t attention = 0;  ///< W_Q, W_K, W_V and W_O of all blocks
    std::size_t mlps = 0;       ///< W_in and W_out of all blocks
    std::size_t norms = 0;      ///< two gains in each block, and the last
};

/// How many numbers each kind of part learns.
inline PartSizes part_sizes(const WriterShape& shape)
{
    const std::size_t d = shape.d_model;
    return {shape.vocabulary * d, shape.layers * 4 * d * d, shape.layers * 2 * d * shape.d_hidden,
            (2 * shape.layers + 1) * d};
}

/// How many numbers a model learns.
inline std::size_t parameter_count(const WriterShape& shape)
{
    const PartSizes sizes = part_sizes(shape);
    return sizes.embedding + sizes.attention + sizes.mlps + sizes.norms;
}

/// Parameters that are all 0: the gradient of nothing.
template <typename Real>
Writer<Real> zero_writer(const WriterShape& shape)
{
    const std::size_t d = shape.d_model;
    const auto zeros = [](std::size_t rows, std::size_t columns) {
        return Numbers<Real>(xt::zeros<Real>({rows, columns}));
    };
    const xt::xtensor<Real, 1> gain = xt::zeros<Real>({d});
    Writer<Real> result{shape, zeros(shape.vocabulary, d), {}, gain};
    for (std::size_t l = 0; l < shape.layers; ++l) {
        result.blocks.push_back({gain, zeros(d, d), zeros(d, d), zeros(d, d), zeros(d, d), gain,
                                 zeros(d, shape.d_hidden), zeros(shape.d_hidden, d)});
    }
    return result;
}

/// A model that has learned nothing yet: gains of 1, and elsewhere normal numbers that keep the size of a product.
/// Float or double, the same seed gives the same model but for rounding.
template <typename Real>
Writer<Real> random_writer(const WriterShape& shape, common::Random& random)
{
    Writer<Real> result = zero_writer<Real>(shape);
    for (const NamedPart<Real>& part : named_parts(result)) {
        const bool is_gain = part.shape.size() == 1;
        const std::size_t terms = part.name == "embedding" ? shape.d_model : part.shape[0];  // of each sum
        const double spread = 1.0 / std::sqrt(static_cast<double>(terms));
        for (Real& x : part.numbers) x = is_gain ? Real{1} : static_cast<Real>(spread * random.normal());
    }
    return result;
}

}  // namespace attention
