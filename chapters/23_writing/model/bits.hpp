/// \file
/// Chapter 23: how well a model foresees a text, in bits for each of its characters.
#pragma once

#include "23_writing/model/forward.hpp"
#include "23_writing/model/writer.hpp"

#include "17_induction/sequences.hpp"

#include "common/parallel.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace attention
{

/// Cut a text into windows that overlap by half. In each, the second half is asked for, so that every token but the very first
/// is asked for once, with at least half a window before it; only the first window is asked from its start.
///
/// \param text    tokens
/// \param length  of a window, even; the last one is filled up with tokens that nobody asks about
inline Sequences overlapping_windows(const std::vector<int>& text, std::size_t length)
{
    Sequences windows{length, {}, {}};
    for (std::size_t begin = 0; begin + 1 < text.size(); begin += length / 2) {
        for (std::size_t i = begin; i < begin + length; ++i) {
            const bool asked = i + 1 < text.size() && (begin == 0 || i >= begin + length / 2);
            windows.tokens.push_back(i < text.size() ? text[i] : 0);
            windows.targets.push_back(asked ? text[i + 1] : nothing_asked);
        }
    }
    return windows;
}

/// How many bits a model needs for each character of a text: the sum of -log2 p over its tokens, divided by the number of its
/// characters. The first token, which nothing comes before, costs as much as one of `vocabulary` that are all as likely.
///
/// \param model       what has been learned
/// \param text        tokens, at least one
/// \param characters  that the text has
template <typename Real>
double bits_a_character(const Writer<Real>& model, const std::vector<int>& text, std::size_t characters)
{
    constexpr std::size_t at_once = 16;
    const Sequences all = overlapping_windows(text, model.shape.length);
    std::vector<double> sums((all.count() + at_once - 1) / at_once, 0.0);
    common::in_parallel(sums.size(), 0, [&](std::size_t part) {
        const Sequences some = all.from(part * at_once, at_once);
        WriterTrace<Real> trace;
        forward(model, some, trace);
        for (const double loss : losses(trace.logits, some.targets)) sums[part] += loss;
    });
    double nats = std::log(static_cast<double>(model.shape.vocabulary));
    for (const double sum : sums) nats += sum;  // in their order: the same bits, however many threads there are
    return nats / std::numbers::ln2 / static_cast<double>(characters);
}

}  // namespace attention
