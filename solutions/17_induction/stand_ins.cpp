#include "tests/exercises/17_induction/stand_ins/task.hpp"

#include <cstddef>

namespace attention
{

Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) - cost_i - cost_j;
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}

}  // namespace attention
