/// \file
/// All that was measured, and what is said about it.
#pragma once

#include "tests/benchmarks/cases.hpp"
#include "tests/benchmarks/pairs.hpp"
#include "tests/benchmarks/verdict.hpp"

#include <deque>
#include <string>

namespace bench
{

/// One result.
struct Entry {
    std::string what;     ///< `fast`
    std::string against;  ///< `limit`
    Case given;
    Rounds rounds;
    Verdict verdict;
};

/// Measures, and keeps what was measured.
class Notebook
{
public:
    explicit Notebook(const Patience& patience) : patience_(patience) {}

    /// Measure how many times as long the one takes as the other.
    /// \param what     the first of the pair
    /// \param against  the second
    /// \param given    what both do
    /// \param pair     both; where one is empty, there is no result
    /// \return         the entry; nullptr without a result
    const Entry* measure(const std::string& what, const std::string& against, const Case& given, const Pair& pair);

    /// What was measured before; nullptr where that was not.
    const Entry* find(const std::string& what, const std::string& against, const Case& given) const;

    /// How many results are to be doubted, and what to do.
    std::string doubts() const;

    /// All results with all their samples, as JSON.
    std::string json() const;

private:
    Patience patience_;
    std::deque<Entry> entries_;
};

}  // namespace bench
