#include "tests/exercises/08_patterns/digit_map.hpp"

#include <algorithm>
#include <string>

namespace attention
{

std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t j = 0; j < weights.shape(1); ++j) {
        const Vector line = column_of(weights, j);
        for (std::size_t i = 0; i < line.size(); ++i) {
            map += line(i) == xt::amax(line)() ? '*' : ' ';
            const int tenths = static_cast<int>(10.0 * line(i));
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}

}  // namespace attention
