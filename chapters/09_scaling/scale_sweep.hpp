/// \file
/// Chapter 9: one experiment for all: six sizes of d_k, three divisors.
#pragma once

#include "09_scaling/gradient_lengths.hpp"
#include "09_scaling/saturation.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::scale_sweep
{

/// How many keys each query chooses from.
inline constexpr std::size_t keys = 64;

/// The sizes of d_k, powers of 4.
inline const std::vector<std::size_t> sizes = {1, 4, 16, 64, 256, 1024};

/// What the scores are divided by.
inline const std::array<std::string, 3> divisor_names = {"nothing", "sqrt(d_k)", "d_k"};

/// The same as numbers.
inline std::array<double, 3> divisors(std::size_t d_k)
{
    const auto d = static_cast<double>(d_k);
    return {1.0, std::sqrt(d), d};
}

/// Random scores for each size, not divided: each shape (16 draws, keys).
inline std::vector<Matrix> scores_by_size(std::size_t draws, common::Random& random)
{
    std::vector<Matrix> scores;
    for (const std::size_t d_k : sizes) scores.push_back(random_scores(d_k, keys, draws, random));
    return scores;
}

/// For each divisor what softmax makes of the scores, size by size.
using Saturations = std::array<std::vector<Saturation>, 3>;

/// Divide the same scores in three ways, and measure what softmax makes of each.
inline Saturations saturations(const std::vector<Matrix>& scores, common::Random& random)
{
    Saturations found;
    for (std::size_t s = 0; s < sizes.size(); ++s) {
        const Matrix upstream = random.normal_matrix(scores[s].shape(0), keys);
        for (std::size_t c = 0; c < 3; ++c) found[c].push_back(saturation(scores[s] / divisors(sizes[s])[c], upstream));
    }
    return found;
}

/// For each divisor the lengths of a gradient on its way back, size by size.
using Lengths = std::array<std::vector<GradientLengths>, 3>;

/// Follow gradients back for each divisor and size; the same queries, keys and gradients for all three divisors.
inline Lengths lengths(std::size_t draws, const common::Random& random)
{
    Lengths found;
    for (const std::size_t d_k : sizes) {
        for (std::size_t c = 0; c < 3; ++c)
            found[c].push_back(gradient_lengths(d_k, keys, divisors(d_k)[c], draws, random));
    }
    return found;
}

}  // namespace attention::scale_sweep
