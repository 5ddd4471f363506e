/// \file
/// Chapter 14: checks that are wrong although the gradient is right.
#pragma once

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/finite_differences.hpp"
#include "14_gradients/gradient_check.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstdint>

namespace attention
{

/// How wrong a right dQ seems, as a relative error.
struct InexactChecks {
    double exact = 0.0;     ///< with small scores, in double
    double in_float = 0.0;  ///< with small scores, the loss rounded to float
    double huge = 0.0;      ///< in double, with queries 100 times as large
};

/// Check the right dQ of 4 random queries and 6 keys in three different ways.
///
/// \param seed  of the random numbers
inline InexactChecks inexact_checks(std::uint64_t seed)
{
    common::Random random(seed);
    const Matrix Q = random.normal_matrix(4, 5);
    const Matrix K = random.normal_matrix(6, 5);
    const Matrix V = random.normal_matrix(6, 3);
    const Matrix dO = random.normal_matrix(4, 3);
    const auto loss = [&](const Matrix& q) { return easy_loss(scaled_dot_product_attention(q, K, V).output, dO); };
    const auto in_float = [&](const Matrix& q) { return static_cast<double>(static_cast<float>(loss(q))); };
    const auto right = [&](const Matrix& q) {
        return attention_backward(q, K, V, scaled_dot_product_attention(q, K, V).weights, dO).dQ;
    };
    const Matrix large = 100.0 * Q;
    return {.exact = relative_error(right(Q), central_differences(loss, Q)),
            .in_float = relative_error(right(Q), central_differences(in_float, Q)),
            .huge = relative_error(right(large), central_differences(loss, large))};
}

/// In how many problems a right gradient seems wrong.
struct SeemsWrong {
    int exact = 0;     ///< with small scores, in double
    int in_float = 0;  ///< with small scores, the loss rounded to float
    int huge = 0;      ///< with queries 100 times as large
};

/// Check the right dQ of many problems, each in three ways.
///
/// \param problems   how many; their seeds are 1, 2, and so on
/// \param tolerance  above which a relative error seems wrong
inline SeemsWrong seems_wrong(int problems, double tolerance = 1e-7)
{
    SeemsWrong counted;
    for (int problem = 1; problem <= problems; ++problem) {
        const InexactChecks checks = inexact_checks(static_cast<std::uint64_t>(problem));
        counted.exact += checks.exact > tolerance ? 1 : 0;
        counted.in_float += checks.in_float > tolerance ? 1 : 0;
        counted.huge += checks.huge > tolerance ? 1 : 0;
    }
    return counted;
}

}  // namespace attention
