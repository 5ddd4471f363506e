/// \file
/// What is measured: one way to attend, over arrays of one size.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <vector>

namespace bench
{

/// One measurement.
struct Case {
    std::string what;        ///< plain, clear, fast; blas, fma, exp; numpy, torch, torch as installed, onednn
    std::string type;        ///< float or double
    int threads = 1;         ///< at a time
    std::size_t n = 0;       ///< queries, and keys; 0 for fma and exp
    std::size_t d = 0;       ///< the size of queries, keys and values
    bool causal = false;     ///< with the causal mask
    double deviation = 1.0;  ///< of the scores: how peaked the weights are

    /// All of it in one word: `fast/float/1/4096/64`.
    std::string name() const;
};

/// What is to be measured.
struct Plan {
    std::vector<std::size_t> sizes = {256, 512, 1024, 2048, 4096, 8192, 16384};  ///< n, at d = 64
    std::vector<int> threads = {1, 2};                                           ///< each
    bool peers = false;                                                          ///< with other libraries
};

/// All cases of a plan, the machine's limits among them.
std::vector<Case> cases_of(const Plan& plan);

/// Do what a case says, as often as the state wants. Where a peer is missing, the state is skipped with an error.
void run(benchmark::State& state, const Case& given);

/// Operations of a case: those of the two products, as everybody counts them, or those of fma and exp.
double operations(const Case& given);

}  // namespace bench
