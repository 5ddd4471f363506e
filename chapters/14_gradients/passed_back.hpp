/// \file
/// Chapter 14: how much softmax passes back, in most rows and on average.
#pragma once

#include "14_gradients/softmax_backward.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"

#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// The length of a row of dS, over many rows.
struct PassedBack {
    double mean = 0.0;    ///< which a few rows can carry alone
    double median = 0.0;  ///< half of all rows have less
};

/// What comes back through softmax.
///
/// \param scores  shape (n, m), n at least 1
/// \param dA      how the loss changes with each weight, shape (n, m)
/// \return        mean and median of the lengths of the n rows of dS
inline PassedBack passed_back(const Matrix& scores, const Matrix& dA)
{
    const Matrix dS = softmax_backward(softmax_rows(scores), dA);
    std::vector<double> lengths;
    PassedBack passed;
    for (std::size_t i = 0; i < dS.shape(0); ++i) {
        lengths.push_back(norm(row_of(dS, i)));
        passed.mean += lengths.back() / static_cast<double>(dS.shape(0));
    }
    passed.median = common::median(lengths);
    return passed;
}

}  // namespace attention
