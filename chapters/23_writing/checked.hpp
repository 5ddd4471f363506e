/// \file
/// Chapter 23: the gradient of a whole model, compared with central differences.
#pragma once

#include "23_writing/model/backward.hpp"
#include "23_writing/model/forward.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/model/writer.hpp"

#include "14_gradients/finite_differences.hpp"
#include "17_induction/sequences.hpp"

#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace attention
{

/// The mean of -ln p of what came next.
inline double mean_loss(const Writer<double>& model, const Sequences& batch)
{
    WriterTrace<double> trace;
    forward(model, batch, trace);
    double sum = 0.0;
    for (const double loss : losses(trace.logits, batch.targets)) sum += loss;
    return sum / static_cast<double>(batch.asked());
}

/// Numbers as a matrix of one row.
inline Matrix row_with(std::span<const double> numbers)
{
    Matrix row = xt::zeros<double>({std::size_t{1}, numbers.size()});
    std::ranges::copy(numbers, row.begin());
    return row;
}

/// How far the gradient found by hand is from the one found by trying, for each part of a model.
///
/// \param model  tried at every one of its numbers, twice
/// \param batch  sequences, and what is asked
/// \return       relative errors, in the order of `named_parts`
inline std::vector<double> gradient_errors(Writer<double> model, const Sequences& batch)
{
    WriterGradient<double> by_hand(model.shape, 1);
    by_hand.of(model, batch);
    const common::Parts<double> gradients = parts_of(by_hand.gradient());
    std::vector<double> errors;
    for (const std::span<double>& numbers : parts_of(model)) {
        const auto loss = [&](const Matrix& moved) {
            std::ranges::copy(moved, numbers.begin());
            return mean_loss(model, batch);
        };
        const Matrix at = row_with(numbers);
        const Matrix tried = central_differences(loss, at);
        std::ranges::copy(at, numbers.begin());
        errors.push_back(relative_error(row_with(gradients[errors.size()]), tried));
    }
    return errors;
}

/// The same for a small model with all pieces, before it has learned anything.
inline std::vector<double> gradient_errors_of_small_model()
{
    const WriterShape shape{.vocabulary = 12, .length = 6, .d_model = 8, .heads = 2, .layers = 2, .d_hidden = 12};
    common::Random random(3);
    std::vector<int> text;
    for (int i = 0; i < 40; ++i) text.push_back(static_cast<int>(random.below(shape.vocabulary)));
    const Writer<double> model = random_writer<double>(shape, random);
    return gradient_errors(model, random_windows(text, shape.length, 3, random));
}

}  // namespace attention
