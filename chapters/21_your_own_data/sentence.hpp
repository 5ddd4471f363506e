/// \file
/// Chapter 21: a sentence that attends to itself, with vectors from a text.
#pragma once

#include "07_attention/attention.hpp"
#include "21_your_own_data/word_vectors.hpp"
#include "21_your_own_data/words.hpp"
#include "21_your_own_data/wrong_data.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// A sentence, and how its words attend to each other.
struct SentenceAttention {
    std::vector<std::string> words;    ///< those that have a vector, in order
    std::vector<std::string> unknown;  ///< those that have none
    Matrix vectors;                    ///< of each word, shape (words, d)
    Matrix weights;                    ///< shape (words, words); row i is where word i looks
    Matrix output;                     ///< for each word a blend of all vectors, shape (words, d)
};

/// Let the words of a sentence attend to each other: queries and values are their vectors, keys their contexts.
///
/// So a score comes near the PPMI of two words. With a scale of 1, a weight before the division is how many times more often than
/// by chance the two are near each other, or 1 where it is less often.
///
/// \param vectors   of the words of a text
/// \param sentence  any text; words without a vector are left out
/// \param scale     what scores are multiplied by
/// \throws WrongData  where no word of the sentence has a vector
inline SentenceAttention attend_sentence(const WordVectors& vectors, const std::string& sentence, double scale = 1.0)
{
    SentenceAttention result;
    for (const std::string& word : words_of(sentence)) {
        (vectors.known.place.contains(word) ? result.words : result.unknown).push_back(word);
    }
    if (result.words.empty()) {
        throw WrongData("no word of the sentence is in the text at least twice; use words that the text knows");
    }
    const std::size_t n = result.words.size();
    Matrix X = xt::zeros<double>({n, vectors.vectors.shape(1)});
    Matrix K = X;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t place = vectors.known.place.at(result.words[i]);
        set_row(X, i, row_of(vectors.vectors, place));
        set_row(K, i, row_of(vectors.contexts, place));
    }
    const Matrix Q = scale * X;  // (n, d)
    const auto [output, weights] = dot_product_attention(Q, K, X);
    result.vectors = X;
    result.weights = weights;
    result.output = output;
    return result;
}

}  // namespace attention
