/// \file
/// Chapter 17: the gradient of a whole model, compared with central differences.
#pragma once

#include "17_induction/backward.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"

#include "14_gradients/finite_differences.hpp"

#include "common/optimizer.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace attention
{

/// A span of numbers as a matrix of one row.
inline Matrix as_row(std::span<const double> numbers)
{
    Matrix row = xt::zeros<double>({std::size_t{1}, numbers.size()});
    std::ranges::copy(numbers, row.begin());
    return row;
}

/// How far the gradient found by hand is from the one found by trying, for each matrix of a model.
///
/// \param model  in double; tried at every one of its numbers, twice
/// \param batch  sequences, and what is asked
/// \return       relative errors, in the order of `parts_of`
inline std::vector<double> gradient_errors(Parameters<double> model, const Sequences& batch)
{
    BatchGradient<double> by_hand(model.shape, 1);
    by_hand.of(model, batch);
    const common::Parts<double> gradients = parts_of(by_hand.gradient());
    std::vector<double> errors;
    for (const std::span<double>& numbers : parts_of(model)) {
        const auto loss = [&](const Matrix& moved) {
            std::ranges::copy(moved, numbers.begin());
            return result_of(forward(model, batch), batch).loss;
        };
        const Matrix at = as_row(numbers);
        const Matrix tried = central_differences(loss, at);
        std::ranges::copy(at, numbers.begin());
        errors.push_back(relative_error(as_row(gradients[errors.size()]), tried));
    }
    return errors;
}

}  // namespace attention
