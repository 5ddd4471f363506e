/// \file
/// Chapter 16: a table of positions that learns what "the word before" is.
#pragma once

#include "16_positions/learned.hpp"

#include "06_score_matrix/score_matrix.hpp"
#include "13_multi_head/multi_head.hpp"
#include "14_gradients/layer_backward.hpp"

#include "common/blas.hpp"
#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// A layer of one head that is to say at each position which word stood before it; and positions, learned for that.
struct LookingBack {
    Matrix words;     ///< the dictionary, one word a row, fixed, shape (8, 16)
    Matrix table;     ///< the positions, learned, shape (length, 16)
    MultiHead layer;  ///< one head of d_k = d_v = 8 and its W_O, learned
};

/// Before any learning: everything random, the positions small.
///
/// \param length  how many positions the table has
/// \param random  where the numbers come from
inline LookingBack looking_back(std::size_t length, common::Random& random)
{
    LookingBack model;
    model.words = random.normal_matrix(8, 16);
    model.table = 0.1 * random.normal_matrix(length, 16);
    model.layer.heads = {{.W_Q = random.normal_matrix(16, 8) / 4.0,
                          .W_K = random.normal_matrix(16, 8) / 4.0,
                          .W_V = random.normal_matrix(16, 8) / 4.0}};
    model.layer.W_O = random.normal_matrix(8, 16) / std::sqrt(8.0);
    return model;
}

/// A sentence of random words as long as the table.
///
/// \param model   whose dictionary the words are from
/// \param random  which words
/// \return        words without positions, shape (length, 16)
inline Matrix random_sentence(const LookingBack& model, common::Random& random)
{
    Matrix sentence = xt::zeros<double>({model.table.shape(0), model.words.shape(1)});
    for (std::size_t i = 0; i < sentence.shape(0); ++i)
        set_row(sentence, i, row_of(model.words, random.below(model.words.shape(0))));
    return sentence;
}

/// How a loss changes with what the layer returns: the squared distance to the word before, halved.
///
/// \param Y         outputs, shape (n, d_model)
/// \param sentence  words without positions, shape (n, d_model)
/// \return          shape (n, d_model); 0 for the first position, which has no word before it
inline Matrix distance_to_word_before(const Matrix& Y, const Matrix& sentence)
{
    Matrix dY = xt::zeros<double>({Y.shape(0), Y.shape(1)});
    for (std::size_t i = 1; i < Y.shape(0); ++i) {
        for (std::size_t c = 0; c < Y.shape(1); ++c) dY(i, c) = Y(i, c) - sentence(i - 1, c);
    }
    return dY;
}

/// All that is learned, or the gradient of all that, as the optimizer wants it. Nothing is copied.
///
/// \param table  of positions, or its gradient
/// \param head   the projections, or their gradients
/// \param W_O    the output projection, or its gradient
inline common::Parts<double> parts_of(Matrix& table, Projections& head, Matrix& W_O)
{
    common::Parts<double> parts;
    for (Matrix* matrix : {&table, &head.W_Q, &head.W_K, &head.W_V, &W_O}) {
        parts.emplace_back(matrix->data(), matrix->size());
    }
    return parts;
}

/// Learn from one sentence. Every word may see every other: nothing but the table says what "before" is.
///
/// \param sentence  as long as the table, shape (length, 16)
/// \param model     is changed by one step
/// \param adam      remembers the steps before
/// \return          the mean squared error of a number, before this step
inline double learn_from(const Matrix& sentence, LookingBack& model, common::Adam<double>& adam)
{
    const std::size_t n = sentence.shape(0);
    const BoolMatrix everything = xt::ones<bool>({n, n});
    const Matrix X = sentence + learned_positions(model.table, n);
    const Matrix Y = multi_head_attention(X, model.layer, everything).output;
    const Matrix dY = distance_to_word_before(Y, sentence);
    LayerGradients d = layer_backward(X, model.layer, everything, dY);

    // X is sentence + table, so what reaches X reaches the table.
    adam.step(parts_of(model.table, model.layer.heads[0], model.layer.W_O), parts_of(d.dX, d.heads[0], d.dW_O));
    return xt::sum(Matrix(dY * dY))() / static_cast<double>((n - 1) * Y.shape(1));
}

/// The scores of positions alone, without any word: (P W_Q) (P W_K)^T / sqrt(d_k).
///
/// \param model  before or after learning
/// \return       shape (length, length)
inline Matrix scores_of_positions(const LookingBack& model)
{
    const Projections& head = model.layer.heads[0];
    const Matrix Q = common::product(model.table, head.W_Q);
    const Matrix K = common::product(model.table, head.W_K);
    return score_matrix(Q, K) / std::sqrt(static_cast<double>(Q.shape(1)));
}

/// In how many rows the largest score is that of the position before; row 0 has none.
///
/// \param scores  shape (n, n)
inline std::size_t rows_that_look_back(const Matrix& scores)
{
    std::size_t rows = 0;
    for (std::size_t i = 1; i < scores.shape(0); ++i) {
        bool largest = true;
        for (std::size_t j = 0; j < scores.shape(1); ++j) largest = largest && scores(i, j) <= scores(i, i - 1);
        rows += largest ? 1 : 0;
    }
    return rows;
}

}  // namespace attention
