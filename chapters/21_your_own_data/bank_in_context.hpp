/// \file
/// Chapter 21, an experiment: where "bank" is, between river and money, before and after a sentence.
#pragma once

#include "01_similarity/similarity.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"

#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace attention
{

/// How well a vector points the way of "river" and of "money".
struct Nearness {
    double river = 0;  ///< cosine with the vector of "river"
    double money = 0;  ///< cosine with the vector of "money"
};

/// The nearness of one vector, shape (d).
inline Nearness nearness(const WordVectors& vectors, const Vector& x)
{
    return {cosine(x, row_of(vectors.vectors, vectors.known.place.at("river"))),
            cosine(x, row_of(vectors.vectors, vectors.known.place.at("money")))};
}

/// What a sentence makes of "bank".
struct BankInContext {
    Vector weights;                ///< where bank looks, shape (words)
    Nearness before;               ///< of its vector
    Nearness after;                ///< of its vector with the output added
    Nearness after_equal_weights;  ///< the same, had it looked everywhere equally
};

/// Let a sentence with the word "bank" attend to itself.
///
/// \param vectors   of the words of a text that has "bank", "river" and "money" in it
/// \param sentence  with "bank" in it
inline BankInContext bank_in(const WordVectors& vectors, const std::string& sentence)
{
    const SentenceAttention found = attend_sentence(vectors, sentence);
    const auto bank = static_cast<std::size_t>(std::ranges::find(found.words, "bank") - found.words.begin());
    const Vector x = row_of(found.vectors, bank);
    const Vector output = row_of(found.output, bank);
    const Vector mean = xt::mean(found.vectors, {0});
    return {row_of(found.weights, bank), nearness(vectors, x), nearness(vectors, x + output),
            nearness(vectors, x + mean)};
}

}  // namespace attention
