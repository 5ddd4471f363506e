/// \file
/// Chapter 16: a table of positions that learns what "the word before" is.
#pragma once

#include "16_positions/learned.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "13_multi_head/multi_head.hpp"
#include "14_gradients/layer_backward.hpp"

#include "common/blas.hpp"
#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// A layer of one head that has to say, at each position, which word came before; and the positions it learns for that.
struct LookingBack {
    Matrix words;     ///< the dictionary, one word per row, fixed, shape (8, 16)
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

/// The gradient of half the squared distance between what the layer returns and the word before.
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

/// Everything that is learned, or its gradient, in the form that the optimizer takes. Nothing is copied.
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

/// Learn from one sentence. Every word may see every other, so only the table can say what "before" is.
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

/// The mean weight on the place before.
///
/// \param weights  shape (n, n), n at least 2; row 0 has no place before it
inline double mean_one_back(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    double sum = 0.0;
    for (std::size_t i = 1; i < n; ++i) sum += weights(i, i - 1);
    return sum / static_cast<double>(n - 1);
}

/// The weight that positions alone put on the place before, on average.
///
/// \param model  before or after learning
/// \return       between 0 and 1; even weights would give 1 / length
inline double weight_on_place_before(const LookingBack& model)
{
    return mean_one_back(softmax_rows(scores_of_positions(model)));
}

/// The same in sentences, where words have a say in the scores too.
///
/// \param model   before or after learning
/// \param count   how many sentences
/// \param random  where they come from
/// \return        the mean over all of them
inline double weight_in_sentences(const LookingBack& model, int count, common::Random random)
{
    const Projections& head = model.layer.heads[0];
    double sum = 0.0;
    for (int sentence = 0; sentence < count; ++sentence) {
        const Matrix X = random_sentence(model, random) + model.table;
        const Matrix Q = common::product(X, head.W_Q);
        const Matrix K = common::product(X, head.W_K);
        const Matrix scores = score_matrix(Q, K) / std::sqrt(static_cast<double>(Q.shape(1)));
        sum += mean_one_back(softmax_rows(scores));
    }
    return sum / count;
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

/// Learn from random sentences, and watch the table learn.
///
/// \param model      is trained
/// \param random     where the sentences come from
/// \param sentences  how many, in all
/// \param every      after how many sentences to look
/// \return           the weight on the place before, at the start and after each `every` sentences
inline std::vector<double> watch_looking_back(LookingBack& model, common::Random& random, int sentences, int every)
{
    common::Adam<double> adam({.rate = 0.01});
    std::vector<double> seen;
    for (int sentence = 0; sentence <= sentences; ++sentence) {
        if (sentence % every == 0) seen.push_back(weight_on_place_before(model));
        if (sentence < sentences) learn_from(random_sentence(model, random), model, adam);
    }
    return seen;
}

}  // namespace attention
