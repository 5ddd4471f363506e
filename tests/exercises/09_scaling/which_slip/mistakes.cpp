// Exercise 9.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/09_scaling/which_slip/task.hpp"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace attention
{

namespace right::measured
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
}  // namespace right::measured

namespace right::word
{
std::string which_slips() { return "ecgbda"; }
}  // namespace right::word

namespace decimals_cut
{
std::string which_slips() { return "hcgbde"; }
}  // namespace decimals_cut

namespace decimals_not_cut
{
std::string which_slips() { return "acgbde"; }
}  // namespace decimals_not_cut

namespace factor_for_divisor
{
std::string which_slips() { return "efgbda"; }
}  // namespace factor_for_divisor

namespace gap_of_two_forgotten
{
std::string which_slips() { return "baghdf"; }
}  // namespace gap_of_two_forgotten

namespace head_for_model
{
std::string which_slips() { return "ecgbha"; }
}  // namespace head_for_model

namespace not_six_letters::large
{
std::string which_slips() { return "ECGBDA"; }
}  // namespace not_six_letters::large

namespace not_six_letters::plain
{
std::string which_slips() { return "ecgbd"; }
}  // namespace not_six_letters::plain

namespace same_slip_twice
{
std::string which_slips() { return "ecgbdd"; }
}  // namespace same_slip_twice

namespace sums_not_looked_at::plain
{
std::string which_slips() { return "ecbgda"; }
}  // namespace sums_not_looked_at::plain

namespace sums_not_looked_at::twice
{
std::string which_slips() { return "ecbbda"; }
}  // namespace sums_not_looked_at::twice

namespace weights_divided_nowhere
{
std::string which_slips() { return "ecagdb"; }
}  // namespace weights_divided_nowhere

namespace undiagnosed::two_exchanged
{
std::string which_slips() { return "ecgbad"; }
}  // namespace undiagnosed::two_exchanged

}  // namespace attention
