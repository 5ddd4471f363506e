/// \file
/// Chapter 18: are these heads needed more than any others would be?
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/importance.hpp"

#include "common/parallel.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace attention
{

/// How well a model answers without each set of its heads. Head h is missing from the sets whose number has bit h.
///
/// \param model      with heads in the order of `heads_of`; eight of them make 256 sets
/// \param sentences  that it has not seen
/// \param instead    what replaces their outputs, as from `mean_outputs`; by default 0
inline std::vector<Accuracies> accuracies_without_each_set(const Parameters<float>& model,
                                                           const std::vector<Sentence>& sentences,
                                                           const Numbers<float>& instead = {})
{
    const std::vector<HeadName> heads = heads_of(model.shape);
    std::vector<Accuracies> without(std::size_t{1} << heads.size());
    common::in_parallel(without.size(), 0, [&](std::size_t set) {
        std::vector<HeadName> removed;
        for (std::size_t h = 0; h < heads.size(); ++h) {
            if ((set >> h & 1U) != 0) removed.push_back(heads[h]);
        }
        without[set] = accuracies_without(model, sentences, removed, instead);
    });
    return without;
}

/// The number of a set of heads.
inline std::size_t set_of(const ModelShape& shape, const std::vector<HeadName>& heads)
{
    std::size_t set = 0;
    for (const HeadName& head : heads) set |= std::size_t{1} << (head.layer * shape.heads + head.head);
    return set;
}

/// What is left of a kind of answers without a set of heads, and without other sets of the same size.
struct Control {
    double without = 0.0;     ///< accuracy without the set
    double mean = 0.0;        ///< accuracy without another set of the same size, on average over all
    double least = 1.0;       ///< without the set that hurts most
    double most = 0.0;        ///< without the one that hurts least
    std::size_t choices = 0;  ///< how many there are
    std::size_t as_bad = 0;   ///< how many of them hurt at least as much as the given set
    std::size_t worst = 0;    ///< the number of the one that hurts most
};

/// Compare a set of heads with all other sets of its size.
///
/// \param without  from `accuracies_without_each_set`
/// \param set      the number of the set
/// \param kind     of questions
inline Control control_of(const std::vector<Accuracies>& without, std::size_t set, std::size_t kind)
{
    Control control;
    control.without = without[set][kind];
    for (std::size_t other = 0; other < without.size(); ++other) {
        if (other == set || std::popcount(other) != std::popcount(set)) continue;
        const double accuracy = without[other][kind];
        ++control.choices;
        control.mean += accuracy;
        if (control.choices == 1 || accuracy < control.least) control.worst = other;
        control.least = std::min(control.least, accuracy);
        control.most = std::max(control.most, accuracy);
        control.as_bad += accuracy <= control.without ? 1 : 0;
    }
    if (control.choices == 0) control.least = control.most = control.mean = control.without;  // all heads, or none
    control.mean /= static_cast<double>(std::max<std::size_t>(1, control.choices));
    return control;
}

/// The head of a kind that costs least, and what it can do when the others of its kind are gone.
struct StandIn {
    HeadName head;         ///< which
    double alone = 0.0;    ///< accuracy without the others of its kind
    double without = 0.0;  ///< accuracy without any of its kind
};

/// See whether a head that seems to cost nothing stands in for others.
///
/// \param table    of the heads of a model, with at least one of this kind
/// \param shape    of the model
/// \param without  from `accuracies_without_each_set`
/// \param kind     of questions
inline StandIn stand_in_of(const HeadTable& table, const ModelShape& shape, const std::vector<Accuracies>& without,
                           std::size_t kind)
{
    StandIn result;
    double least = 2.0;  // more than any cost
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        if (!is_of_kind(table.looks[h].masses[kind]) || table.cost(h, kind) >= least) continue;
        least = table.cost(h, kind);
        result.head = table.heads[h];
    }
    const std::size_t all = set_of(shape, table.of_kind(kind));
    result.without = without[all][kind];
    result.alone = without[all & ~set_of(shape, {result.head})][kind];
    return result;
}

}  // namespace attention
