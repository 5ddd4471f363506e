/// \file
/// Chapter 22: how the cost of writing grows with the length of the text, by the count and by the clock.
#pragma once

#include "22_kv_cache/generation.hpp"
#include "22_kv_cache/multiplications.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace attention
{

/// What a text of some length costs, way by way.
struct CostOfText {
    std::size_t n = 0;                        ///< words
    std::array<Multiplications, 3> counts{};  ///< by formula
    std::array<double, 3> seconds{};          ///< on one thread
};

/// Time the three ways at some lengths, with the counts beside the times.
///
/// \param lengths  in words
/// \param d        coordinates, a multiple of 16
/// \return         a row for each length; of several runs the shortest counts
inline std::vector<CostOfText> costs_of_texts(const std::vector<std::size_t>& lengths, std::size_t d)
{
    std::vector<CostOfText> costs;
    for (const std::size_t n : lengths) {
        CostOfText cost;
        cost.n = n;
        for (std::size_t way = 0; way < ways.size(); ++way) {
            common::show_progress("writing " + std::to_string(n) + " words");
            cost.counts[way] = multiplications(ways[way], n, d);
            cost.seconds[way] = seconds_to_write(ways[way], n, d);
        }
        costs.push_back(cost);
    }
    common::show_progress("");
    return costs;
}

/// With which power of n something grows.
///
/// \param costs  for at least three lengths
/// \param of     what is to be fitted, a positive number for each length
/// \return       the exponent of the fit, as in chapter 11
inline double exponent(const std::vector<CostOfText>& costs, const std::function<double(const CostOfText&)>& of)
{
    std::vector<double> n;
    std::vector<double> y;
    for (const CostOfText& cost : costs) {
        n.push_back(static_cast<double>(cost.n));
        y.push_back(of(cost));
    }
    return common::fit_power_law(n, y).exponent;
}

/// What the three ways find in the same text, compared.
struct Agreement {
    bool bit_for_bit = false;  ///< whether all three are equal in every bit
    double from_one_pass = 0;  ///< how far the cache is from a single pass in double, at most
    double largest = 0;        ///< the largest number among the outputs, so that one knows what that means
};

/// Write a text in three ways, and once in a single pass.
///
/// \param n  words
/// \param d  coordinates, a multiple of 16
/// \return   how well they agree
inline Agreement agreement(std::size_t n, std::size_t d)
{
    const Matrix kept = written(Redone::nothing, n, d);
    const Matrix one_pass = in_one_pass(n, d);
    return {.bit_for_bit = written(Redone::everything, n, d) == kept && written(Redone::keys_and_values, n, d) == kept,
            .from_one_pass = common::difference(kept, one_pass),
            .largest = xt::amax(xt::abs(one_pass))()};
}

}  // namespace attention
