/// \file
/// Chapter 17: take heads away, then cut the paths between them, one at a time.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/scores.hpp"

#include <string>
#include <vector>

namespace attention
{

/// What is left of a model when something is taken from it.
struct Without {
    std::string name;      ///< what was taken
    double accuracy = 0;   ///< of the answers
    double induction = 0;  ///< score of the head of the last layer
};

/// What a trace shows of a model from which something was taken.
template <typename Real>
Without what_is_left(const std::string& name, const Trace<Real>& trace, const Sequences& sequences)
{
    return {name, result_of(trace, sequences).accuracy, head_scores(trace, sequences, second_head).induction};
}

/// Replace the output of each head by 0.
///
/// \param model      of two layers of one head
/// \param sequences  what it reads
/// \return           nothing taken, then layer 1, then layer 2
template <typename Real>
std::vector<Without> without_heads(const Parameters<Real>& model, const Sequences& sequences)
{
    std::vector<Without> rows;
    const auto take = [&](const std::string& name, const std::vector<HeadName>& heads) {
        rows.push_back(what_is_left(name, forward(model, sequences, heads), sequences));
    };
    take("nothing", {});
    take("head of layer 1", {first_head});
    take("head of layer 2", {second_head});
    return rows;
}

/// Cut the paths out of the first of two layers: each of the four by itself, then all but the one that leads to keys.
///
/// A reader that is cut off gets words and places as if the first layer had written nothing; the others read what it wrote.
///
/// \param model      of two layers of one head
/// \param sequences  what it reads
/// \return           nothing cut, then queries, keys, values, the answer, and all but keys
template <typename Real>
std::vector<Without> cut_paths(const Parameters<Real>& model, const Sequences& sequences)
{
    std::vector<Without> rows;
    const auto cut = [&](const std::string& name, const std::vector<Reader>& readers) {
        rows.push_back(what_is_left(name, ablated(model, sequences, Ablation<Real>{.cut = readers}), sequences));
    };
    cut("nothing", {});
    cut("path to layer 2's queries", {Reader::queries});
    cut("path to layer 2's keys", {Reader::keys});
    cut("path to layer 2's values", {Reader::values});
    cut("path to the answer", {Reader::answer});
    cut("all paths but that to keys", {Reader::queries, Reader::values, Reader::answer});
    return rows;
}

}  // namespace attention
