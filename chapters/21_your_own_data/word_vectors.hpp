/// \file
/// Chapter 21: vectors for words, from nothing but a text. Words are alike if they keep the same company.
#pragma once

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <algorithm>
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
    std::vector<std::string> words;                      ///< the most frequent first, ties in alphabetical order
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

/// How often two words are near each other.
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

/// Positive pointwise mutual information, PPMI: how much more often than by chance two words are near each other, as
/// max(0, ln(p(a, b) / (p(a) p(b)))).
///
/// \param counts  how often they are, shape (words, words)
/// \return        shape (words, words); 0 where they never are, or no more often than by chance
/// Church, Hanks 1990 for the measure; Bullinaria, Levy 2007 for leaving out what is below 0.
inline Matrix positive_information(const Matrix& counts)
{
    const Vector sums = xt::sum(counts, {1});  // (words)
    const double total = xt::sum(sums)();
    const Matrix by_chance = xt::view(sums, xt::all(), xt::newaxis()) * sums / total;  // (words, words)
    const Matrix ratio = counts / by_chance;                                           // (words, words)
    return xt::fmax(0.0, xt::log(ratio));  // the logarithm of 0 is -infinity, and 0 is more
}

/// Words with two vectors each: one to ask with, and one to be found by.
struct WordVectors {
    Vocabulary known;  ///< the words
    Matrix vectors;    ///< of each word, a row for each, shape (words, d)
    Matrix contexts;   ///< of each word as company of others, shape (words, d)
};

/// The table of PPMI as a product of two matrices with few columns.
///
/// The singular value decomposition writes the table as U S V^T. The rows of U sqrt(S) become the words and those of V sqrt(S)
/// their contexts, the first d columns of each (Levy, Goldberg, Dagan 2015). One of the two alone will not do: U sqrt(S) times
/// its own transpose is U S U^T, which has no negative eigenvalue, and most tables of PPMI have some.
///
/// \param known  the words
/// \param ppmi   shape (words, words)
/// \param d      the size of a vector; less where there are fewer words
/// \return       vectors whose products with contexts come near the table; with d = words they are the table
inline WordVectors factored(const Vocabulary& known, const Matrix& ppmi, std::size_t d)
{
    const auto [U, S, V] = common::singular_values(ppmi);
    const std::size_t size = std::min(d, known.words.size());
    const Vector roots = xt::sqrt(xt::view(S, xt::range(0, size)));              // (d)
    const Matrix vectors = xt::view(U, xt::all(), xt::range(0, size)) * roots;   // (words, d)
    const Matrix contexts = xt::view(V, xt::all(), xt::range(0, size)) * roots;  // (words, d)
    return {known, vectors, contexts};
}

/// Vectors for the words of a text: company counted, compared with chance, and its d strongest directions.
///
/// \param text  the words in order
/// \param d     the size of a vector; less where there are fewer words
/// \param most  how many words get one
/// \return      words that occur at least twice, with their vectors
inline WordVectors word_vectors(const std::vector<std::string>& text, std::size_t d, std::size_t most = 1000)
{
    const Vocabulary known(text, most, 2);
    return factored(known, positive_information(counts_together(text, known, 5)), d);
}

}  // namespace attention
