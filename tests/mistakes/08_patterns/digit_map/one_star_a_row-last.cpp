#include "tests/exercises/08_patterns/digit_map.hpp"

#include <algorithm>
#include <string>

namespace attention
{

std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < weights.shape(1); ++j) {
            if (weights(i, j) >= weights(i, best)) best = j;
        }
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            map += j == best ? '*' : ' ';
            const int tenths = static_cast<int>(10.0 * weights(i, j));
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}

}  // namespace attention
