#include "tests/exercises/08_patterns/digit_map.hpp"

#include <algorithm>
#include <string>

namespace attention
{

std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t j = 0; j < weights.shape(1); ++j) {
        for (std::size_t i = 0; i < weights.shape(0); ++i) {
            map += weights(i, j) == xt::amax(row_of(weights, i))() ? '*' : ' ';
            const int tenths = static_cast<int>(10.0 * weights(i, j));
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}

}  // namespace attention
