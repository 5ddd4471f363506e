/// \file
/// Expected and actual beside each other, the differing cells marked.
#pragma once

#include "tests/exercises/check/value.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace check
{

/// How two values are shown.
struct View {
    bool secret = false;         ///< leave the expected values out
    bool colour = false;         ///< the differing cells red as well; they have a star in any case
    std::size_t max_lines = 10;  ///< at least 4; larger tensors are cut around the first difference
    double tolerance = 1e-9;     ///< what counts as different
};

/// The lines of the picture, at most 80 columns wide.
///
///          expected (3)      yours (3)
///         0      0.5065         0.8668*
///         1      0.3072         0.1173*
///         2      0.1863         0.0159*
///
/// There are as many decimals as it takes to tell differing numbers apart.
///
/// \param pair  values without parts
std::vector<std::string> side_by_side(const Pair& pair, const View& view);

/// Each part of a value on a line of its own: its name, its shape and its first numbers.
std::vector<std::string> part_by_part(const Value& value, std::size_t max_lines);

}  // namespace check
