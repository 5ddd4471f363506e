/// \file
/// Chapter 14: how much a query passes back to its scores and to the values.
#pragma once

#include "14_gradients/softmax_backward.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include "common/median.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// What one query passes back, over many queries.
struct PassedBack {
    double mean = 0.0;       ///< of the lengths of the rows of dS; a few rows can make up nearly all of it
    double median = 0.0;     ///< half of all rows have less
    double to_values = 0.0;  ///< mean length of what goes to the values, per unit of dO: A_ij dO_i to value j, so |A_i|
};

/// What comes back to the scores, through softmax, and to the values, past it.
///
/// \param scores  shape (n, m), n at least 1
/// \param dA      how the loss changes with each weight, shape (n, m)
/// \return        mean and median length of the n rows of dS, and the mean length of the n rows of weights
inline PassedBack passed_back(const Matrix& scores, const Matrix& dA)
{
    const Matrix A = softmax_rows(scores);
    const Matrix dS = softmax_backward(A, dA);
    std::vector<double> lengths;
    PassedBack passed;
    for (std::size_t i = 0; i < dS.shape(0); ++i) {
        lengths.push_back(norm(row_of(dS, i)));
        passed.mean += lengths.back() / static_cast<double>(dS.shape(0));
        passed.to_values += norm(row_of(A, i)) / static_cast<double>(dS.shape(0));
    }
    passed.median = common::median(lengths);
    return passed;
}

/// The same for scores that are multiplied by one factor after another: 200 rows of 16 random scores.
///
/// \param factors  what the scores are multiplied by
/// \param seed     of scores and dA
/// \return         one for each factor
inline std::vector<PassedBack> passed_back_at(const std::vector<double>& factors, std::uint64_t seed)
{
    common::Random random(seed);
    const Matrix scores = random.normal_matrix(200, 16);
    const Matrix dA = random.normal_matrix(200, 16);
    std::vector<PassedBack> passed;
    for (const double factor : factors) passed.push_back(passed_back(factor * scores, dA));
    return passed;
}

}  // namespace attention
