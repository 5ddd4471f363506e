/// \file
/// Exercises and their outcomes on a screen.
#pragma once

#include "common/learn/meant.hpp"
#include "common/learn/outcome.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace learn
{

/// An exercise and what became of it.
struct Judged {
    Exercise exercise;  ///< which one
    Outcome outcome;    ///< of its check
};

/// The whole verdict: what the learner's code printed, and what there is to say about it.
/// \param outcome  of a check
/// \param full     with everything the compiler said, too
std::string verdict_text(const Outcome& outcome, bool full = false);

/// One line for a list: `[x]  2.1 temperature             Temperature`.
std::string line_for(const Judged& judged, const std::string& remark);

/// `[#####---------------]  11 of 44 exercises solved`
std::string bar_for(const std::vector<Judged>& all);

/// How many are solved.
std::size_t count_solved(const std::vector<Judged>& all);

}  // namespace learn
