#include "tests/exercises/08_patterns/digit_map.hpp"

#include <algorithm>
#include <string>

namespace attention
{

std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = static_cast<int>(10.0 * weight);
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}

}  // namespace attention
