/// \file
/// Chapter 17: how much two heads behave like the two halves of an induction head.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/sequences.hpp"

#include "08_patterns/patterns.hpp"

#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

inline constexpr HeadName first_head{0, 0};   ///< the only head of layer 1, in models of one head per layer
inline constexpr HeadName second_head{1, 0};  ///< the only head of layer 2

/// After how many places a sequence begins again: where its first token comes a second time; its length if it does not.
inline std::size_t block_of(const Sequences& sequences, std::size_t s)
{
    std::size_t place = 1;
    while (place < sequences.length && sequences.token(s, place) != sequences.token(s, 0)) ++place;
    return place;
}

/// Where a previous-token head looks: one place back. Only the first block is marked, since later blocks do not need it.
/// \return  shape (length, length)
inline BoolMatrix previous_cells(const Sequences& sequences, std::size_t s)
{
    BoolMatrix cells = xt::zeros<bool>({sequences.length, sequences.length});
    for (std::size_t i = 1; i < block_of(sequences, s); ++i) cells(i, i - 1) = true;
    return cells;
}

/// Where an induction head looks: at the places after earlier ones of the same token, in rows where something is asked.
/// \return  shape (length, length)
inline BoolMatrix induction_cells(const Sequences& sequences, std::size_t s)
{
    BoolMatrix cells = xt::zeros<bool>({sequences.length, sequences.length});
    for (std::size_t i = 0; i < sequences.length; ++i) {
        if (sequences.target(s, i) == nothing_asked) continue;
        for (std::size_t j = 1; j <= i; ++j) cells(i, j) = sequences.token(s, j - 1) == sequences.token(s, i);
    }
    return cells;
}

/// How much a head behaves like one half or the other, on average over sequences.
struct HeadScores {
    double previous = 0;          ///< weight on the place before, in the first block
    double previous_largest = 0;  ///< share of those rows where it is the largest weight
    double induction = 0;         ///< weight on places after earlier ones of the same token, where something is asked
};

/// Of the rows with marked cells, the share whose largest weight is on one of them.
inline double largest_on(const BoolMatrix& cells, const Matrix& weights)
{
    Matrix largest = xt::zeros<double>(weights.shape());  // 1 at the largest weight of each row
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        const Vector row = row_of(weights, i);
        largest(i, static_cast<std::size_t>(std::ranges::max_element(row) - row.begin())) = 1.0;
    }
    return weight_on(cells, largest);
}

/// The scores of one head.
/// \param trace      what a model computed
/// \param sequences  what it read
/// \param head       whose weights
template <typename Real>
HeadScores head_scores(const Trace<Real>& trace, const Sequences& sequences, HeadName head)
{
    HeadScores scores;
    const auto count = static_cast<double>(sequences.count());
    for (std::size_t s = 0; s < sequences.count(); ++s) {
        const Matrix A = weights_of(trace, s, head);
        const BoolMatrix before = previous_cells(sequences, s);
        scores.previous += weight_on(before, A) / count;
        scores.previous_largest += largest_on(before, A) / count;
        scores.induction += weight_on(induction_cells(sequences, s), A) / count;
    }
    return scores;
}

/// What there is to know about a model with two layers of one head.
struct Report {
    Result whole;               ///< with everything in place
    HeadScores first;           ///< the head of the first layer
    HeadScores second;          ///< the head of the second layer
    double without_first = 0;   ///< accuracy with the output of the first head replaced by 0
    double without_second = 0;  ///< accuracy with that of the second replaced
    double without_both = 0;    ///< accuracy with only the words left
};

/// Look at a model with two layers.
/// \param model      with a head 0 in layers 0 and 1
/// \param sequences  what it reads
template <typename Real>
Report report_on(const Parameters<Real>& model, const Sequences& sequences)
{
    const auto accuracy_without = [&](const std::vector<HeadName>& removed) {
        return result_of(forward(model, sequences, removed), sequences).accuracy;
    };
    const Trace<Real> trace = forward(model, sequences);
    return {result_of(trace, sequences),
            head_scores(trace, sequences, first_head),
            head_scores(trace, sequences, second_head),
            accuracy_without({first_head}),
            accuracy_without({second_head}),
            accuracy_without({first_head, second_head})};
}

}  // namespace attention
