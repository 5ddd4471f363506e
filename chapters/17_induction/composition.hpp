/// \file
/// Chapter 17: what two heads do together, read from their matrices, without a single sequence.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The matrices of one head, cut out of its layer.
struct HeadMatrices {
    Matrix W_Q;  ///< shape (d_model, d_head)
    Matrix W_K;  ///< shape (d_model, d_head)
    Matrix W_V;  ///< shape (d_model, d_head)
    Matrix W_O;  ///< shape (d_head, d_model)
};

/// A head of a model by itself.
/// \throws std::invalid_argument  where there is no such head
template <typename Real>
HeadMatrices head_of(const Parameters<Real>& model, HeadName name)
{
    common::require(name.layer < model.shape.layers && name.head < model.shape.heads,
                    "head_of: no head {} in layer {}; there are {} layers of {}", name.head, name.layer,
                    model.shape.layers, model.shape.heads);
    const LayerParameters<Real>& layer = model.layers[name.layer];
    const std::size_t first = name.head * model.shape.d_head;
    const std::size_t end = first + model.shape.d_head;
    const auto columns = [&](const Numbers<Real>& M) {
        return Matrix(xt::cast<double>(xt::view(M, xt::all(), xt::range(first, end))));
    };
    return {columns(layer.W_Q), columns(layer.W_K), columns(layer.W_V),
            xt::cast<double>(xt::view(layer.W_O, xt::range(first, end), xt::all()))};
}

/// How well a token that asks matches a place to which an earlier head has carried another token.
///
/// The later head makes its keys of the residual stream, and the earlier head has written into it: K-composition (Elhage et
/// al. 2021).
///
/// \param model    with tokens as its embedding has them
/// \param earlier  the head that carries, say from the place before
/// \param later    the head that looks
/// \return         a row for each token that asks, a column for each token that was carried, shape (vocabulary, vocabulary)
/// \throws std::invalid_argument  where there is no such head, or the second is in no later layer
template <typename Real>
Matrix composed_scores(const Parameters<Real>& model, HeadName earlier, HeadName later)
{
    common::require(earlier.layer < later.layer, "composed_scores: layer {} does not come before layer {}",
                    earlier.layer, later.layer);
    const Matrix E = xt::cast<double>(model.embedding);  // (vocabulary, d_model)
    const HeadMatrices first = head_of(model, earlier);
    const HeadMatrices second = head_of(model, later);
    const Matrix queries = common::product(E, second.W_Q);                             // (vocabulary, d_head)
    const Matrix carried = common::product(common::product(E, first.W_V), first.W_O);  // (vocabulary, d_model)
    const Matrix keys = common::product(carried, second.W_K);                          // (vocabulary, d_head)
    return common::product_transposed(queries, keys);
}

/// What a head adds to the scores of the next token when it looks at a token.
///
/// \return  a row for each token looked at, a column for each token to come next, shape (vocabulary, vocabulary)
/// \throws std::invalid_argument  where there is no such head
template <typename Real>
Matrix copied_scores(const Parameters<Real>& model, HeadName name)
{
    const Matrix E = xt::cast<double>(model.embedding);
    const Matrix W_U = xt::cast<double>(model.unembedding);
    const HeadMatrices head = head_of(model, name);
    const Matrix carried = common::product(common::product(E, head.W_V), head.W_O);  // (vocabulary, d_model)
    return common::product(carried, W_U);
}

/// What places alone say about where a head of the first layer looks, whatever the tokens are.
///
/// \return  a row for each place that asks, a column for each place to be looked at, shape (length, length)
/// \throws std::invalid_argument  where there is no such head
template <typename Real>
Matrix scores_of_places(const Parameters<Real>& model, HeadName name)
{
    const Matrix P = xt::cast<double>(model.positions);
    const HeadMatrices head = head_of(model, name);
    return common::product_transposed(common::product(P, head.W_Q), common::product(P, head.W_K));
}

/// In how many rows the place before leads, among those that a causal mask leaves.
///
/// \param M      as from `scores_of_places`, shape (n, n)
/// \param begin  the first row to count, at least 1: row 0 has no place before it
/// \param end    the row after the last, at most n
inline std::size_t rows_led_by_place_before(const Matrix& M, std::size_t begin, std::size_t end)
{
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) {
        bool leads = true;
        for (std::size_t j = 0; leads && j <= i; ++j) leads = M(i, j) <= M(i, i - 1);
        count += leads ? 1 : 0;
    }
    return count;
}

/// In how many rows the largest number is the one on the diagonal.
inline std::size_t rows_led_by_diagonal(const Matrix& M)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < M.shape(0); ++i) {
        bool leads = i < M.shape(1);
        for (std::size_t j = 0; leads && j < M.shape(1); ++j) leads = M(i, j) <= M(i, i);
        count += leads ? 1 : 0;
    }
    return count;
}

}  // namespace attention
