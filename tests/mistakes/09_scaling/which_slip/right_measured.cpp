#include "tests/exercises/09_scaling/which_slip.hpp"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace attention
{

std::string which_slips()
{
    const std::vector<std::array<double, 3>> outputs = {{0.4223, 0.1554, 0.4223}, {0.3745, 0.2510, 0.3745},
                                                        {0.2094, 0.0283, 0.2094}, {0.4683, 0.0634, 0.4683},
                                                        {0.3950, 0.2099, 0.3950}, {0.4151, 0.1697, 0.4151}};
    const std::vector<std::pair<char, double>> suspects = {{'a', 5},  {'b', 1}, {'c', 25},
                                                           {'d', 10}, {'e', 4}, {'h', 2}};
    std::string word;
    for (const auto& [first, second, third] : outputs) {
        const double divisor = 2.0 / std::log(first / second);
        char best = first + second + third < 0.9 ? 'g' : '?';
        for (const auto& [letter, square] : suspects) {
            if (best == '?' && std::abs(std::sqrt(square) - divisor) < 0.02) best = letter;
        }
        word += best;
    }
    return word;
}

}  // namespace attention
