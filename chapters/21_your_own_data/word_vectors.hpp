/// \file
/// Chapter 21: vectors for words, from nothing but a text. Words are alike that keep the same company.
#pragma once

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace attention
{

/// The words that have a vector, and its place for each.
struct Vocabulary {
    std::vector<std::string> words;                      ///< the most frequent first; equally frequent ones in order
    std::unordered_map<std::string, std::size_t> place;  ///< of each word in `words`

    /// The most frequent words of a text, at most `most` of them, each there at least `least` times.
    Vocabulary(const std::vector<std::string>& text, std::size_t most, std::size_t least)
    {
        std::map<std::string, std::size_t> counts;
        for (const std::string& word : text) ++counts[word];
        for (const auto& [word, count] : counts) {
            if (count >= least) words.push_back(word);
        }
        std::ranges::stable_sort(words, std::ranges::greater{}, [&](const std::string& word) { return counts[word]; });
        if (words.size() > most) words.resize(most);
        for (std::size_t i = 0; i < words.size(); ++i) place[words[i]] = i;
    }
};

/// How often two words stand near each other.
///
/// \param text    words in order
/// \param known   which of them count
/// \param window  how many words to either side are near; a neighbour counts 1, the next 1/2, the next 1/3, ...
/// \return        shape (words, words), symmetric
inline Matrix counts_together(const std::vector<std::string>& text, const Vocabulary& known, std::size_t window)
{
    const std::size_t size = known.words.size();
    std::vector<std::size_t> places;
    for (const std::string& word : text) {
        const auto found = known.place.find(word);
        places.push_back(found == known.place.end() ? size : found->second);
    }
    Matrix counts = xt::zeros<double>({size, size});
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t apart = 1; apart <= window && i + apart < places.size(); ++apart) {
            const std::size_t a = places[i];
            const std::size_t b = places[i + apart];
            if (a == size || b == size) continue;
            counts(a, b) += 1.0 / static_cast<double>(apart);
            counts(b, a) += 1.0 / static_cast<double>(apart);
        }
    }
    return counts;
}

/// How much more often two words stand together than chance has it: max(0, ln(p(a, b) / (p(a) p(b)))).
///
/// \param counts  how often they do, shape (words, words)
/// \return        shape (words, words); 0 where they never do
/// Church, Hanks 1990 for the measure; Bullinaria, Levy 2007 for leaving out what is below 0.
inline Matrix positive_information(const Matrix& counts)
{
    const Vector sums = xt::sum(counts, {1});  // (words)
    const double total = xt::sum(sums)();
    Matrix information = xt::zeros_like(counts);
    for (std::size_t a = 0; a < counts.shape(0); ++a) {
        for (std::size_t b = 0; b < counts.shape(1); ++b) {
            if (counts(a, b) == 0.0) continue;
            information(a, b) = std::fmax(0.0, std::log(counts(a, b) * total / (sums(a) * sums(b))));
        }
    }
    return information;
}

/// Words and their vectors, two for each: one to ask with, and one to be found by.
struct WordVectors {
    Vocabulary known;  ///< the words
    Matrix vectors;    ///< of each word, one a row, shape (words, d)
    Matrix contexts;   ///< of each word as company of others, shape (words, d)
};

/// A matrix of information as a product of two with few columns.
///
/// The singular value decomposition writes it as U S V^T. The rows of U sqrt(S) are the words, those of V sqrt(S) their
/// contexts, the first d columns of each (Levy, Goldberg, Dagan 2015). One of them alone will not do: U sqrt(S) times itself is
/// U S U^T, which has no negative eigenvalue, and most information has.
///
/// \param known        the words
/// \param information  shape (words, words)
/// \param d            the size of a vector; less where there are fewer words
/// \return             vectors whose products with contexts come near the information; at d = words they are it
inline WordVectors factored(const Vocabulary& known, const Matrix& information, std::size_t d)
{
    const common::Decomposition svd = common::singular_values(information);
    const std::size_t size = std::min(d, known.words.size());
    Matrix vectors = xt::zeros<double>({known.words.size(), size});
    Matrix contexts = xt::zeros<double>({known.words.size(), size});
    for (std::size_t c = 0; c < size; ++c) {
        const double root = std::sqrt(svd.S(c));
        for (std::size_t i = 0; i < known.words.size(); ++i) {
            vectors(i, c) = svd.U(i, c) * root;
            contexts(i, c) = svd.V(i, c) * root;
        }
    }
    return {known, vectors, contexts};
}

/// Vectors for the words of a text: co-occurrence counts, positive information, and its d strongest directions.
///
/// \param text  the words in order
/// \param d     the size of a vector; less where there are fewer words
/// \param most  how many words get one
/// \return      words that stand at least twice, with their vectors
inline WordVectors word_vectors(const std::vector<std::string>& text, std::size_t d, std::size_t most = 1000)
{
    const Vocabulary known(text, most, 2);
    return factored(known, positive_information(counts_together(text, known, 5)), d);
}

}  // namespace attention
