/// \file
/// Chapter 17: by which path does the second layer need the first? Cut one at a time.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/scores.hpp"

#include <string>
#include <vector>

namespace attention
{

/// What becomes of a model when some of the paths out of the layer before the last are cut.
struct CutPaths {
    std::string name;      ///< which ones
    double accuracy = 0;   ///< of the answers
    double induction = 0;  ///< score of the head of the last layer
};

/// Cut the paths out of the first of two layers: each of the four by itself, then all but the one that leads to keys.
///
/// What is cut reads the words and their places as if the first layer had written nothing; the others read what it wrote.
///
/// \param model      of two layers of one head
/// \param sequences  what it reads
/// \return           nothing cut, then queries, keys, values, the answer, and all but keys
template <typename Real>
std::vector<CutPaths> cut_paths(const Parameters<Real>& model, const Sequences& sequences)
{
    std::vector<CutPaths> rows;
    const auto cut = [&](const std::string& name, const std::vector<Reader>& readers) {
        const Trace<Real> trace = ablated(model, sequences, Ablation<Real>{.cut = readers});
        rows.push_back({name, result_of(trace, sequences).accuracy, head_scores(trace, sequences, {1, 0}).induction});
    };
    cut("nothing", {});
    cut("to layer 2's queries", {Reader::queries});
    cut("to layer 2's keys", {Reader::keys});
    cut("to layer 2's values", {Reader::values});
    cut("straight to the answer", {Reader::answer});
    cut("all but the one to keys", {Reader::queries, Reader::values, Reader::answer});
    return rows;
}

}  // namespace attention
