/// \file
/// Chapter 17: two layers learn, and are looked at again and again on the way.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/sequences.hpp"
#include "17_induction/training.hpp"

#include <vector>

namespace attention
{

/// How a model of two layers does after some steps.
struct Snapshot {
    int step = 0;       ///< how many batches it has learned from
    Result result;      ///< its loss and its accuracy
    HeadScores first;   ///< of the head of layer 1
    HeadScores second;  ///< of the head of layer 2
};

/// A snapshot of a model.
///
/// \param step       how many batches it has learned from
/// \param trace      what it computed
/// \param sequences  what it read
inline Snapshot snapshot_of(int step, const Trace<float>& trace, const Sequences& sequences)
{
    return {step, result_of(trace, sequences), head_scores(trace, sequences, first_head),
            head_scores(trace, sequences, second_head)};
}

/// What became of a model, and how.
struct PhaseChange {
    Parameters<float> before;         ///< before the first step
    Parameters<float> model;          ///< after the last step
    std::vector<Snapshot> snapshots;  ///< from step 0 on
};

/// Train two layers of one head, and take a snapshot every few steps.
///
/// \param recipe     how it learns
/// \param sequences  to measure with; the model never learns from them
/// \param every      steps between two snapshots
/// \param watch      called at every step, to show progress
inline PhaseChange phase_change(const Recipe& recipe, const Sequences& sequences, int every, const Watch<float>& watch)
{
    PhaseChange change;
    change.model = train<float>(recipe, [&](int step, const Parameters<float>& now) {
        watch(step, now);
        if (step == 0) change.before = now;
        if (step % every == 0) change.snapshots.push_back(snapshot_of(step, forward(now, sequences), sequences));
    });
    return change;
}

}  // namespace attention
