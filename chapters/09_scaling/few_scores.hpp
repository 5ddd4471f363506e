/// \file
/// Chapter 9: why the variance among four scores is not the variance of a score.
#pragma once

#include "06_score_matrix/score_matrix.hpp"
#include "09_scaling/saturation.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// Variances found in many draws of 2 queries and 2 keys with d_k = 2.
struct FewScores {
    std::vector<double> first_six;  ///< among the four entries of one matrix, for the first six matrices
    double among_entries = 0;       ///< the same, mean over all draws
    double among_independent = 0;   ///< among four scores that share no query and no key, mean over all draws
    double of_one_entry = 0;        ///< of the first entry over all draws
};

/// Four scores with d_k = 2, each of a query and a key of its own: shape (1, 4).
inline Matrix independent_scores(common::Random& random)
{
    const Matrix products = random.normal_matrix(4, 2) * random.normal_matrix(4, 2);
    Matrix scores = xt::zeros<double>({1, 4});
    for (std::size_t r = 0; r < 4; ++r) scores(0, r) = products(r, 0) + products(r, 1);
    return scores;
}

/// Draw many small matrices of scores and measure how much their entries vary.
inline FewScores few_scores(int draws, common::Random& random)
{
    FewScores found;
    for (int draw = 0; draw < draws; ++draw) {
        const Matrix Q = random.normal_matrix(2, 2);
        const Matrix K = random.normal_matrix(2, 2);
        const Matrix scores = score_matrix(Q, K);  // (2, 2)
        found.among_entries += score_variance(scores) / draws;
        found.among_independent += score_variance(independent_scores(random)) / draws;
        found.of_one_entry += scores(0, 0) * scores(0, 0) / draws;  // its mean is 0, so this is its variance
        if (draw < 6) found.first_six.push_back(score_variance(scores));
    }
    return found;
}

}  // namespace attention
