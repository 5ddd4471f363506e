// Exercise 21.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/21_your_own_data/which_masks/task.hpp"

#include <vector>

namespace attention
{

namespace right::computed
{
std::string which_masks()
{
    const std::vector<std::vector<int>> masks = {{7}, {5, 7}, {4, 7}, {4, 1, 1}, {2, 1, 7}, {2, 1, 5, 1}};
    const std::vector<int> scores = {2, 4, 5, 7};
    std::string letters;
    for (std::size_t mask = 0; mask < masks.size(); ++mask) {
        bool fits = true;
        for (std::size_t k = 1; k <= masks[mask].size(); ++k) {
            const int size = masks[mask][masks[mask].size() - k];
            fits = fits && (size == 1 || size == scores[scores.size() - k]);
        }
        if (fits) letters += static_cast<char>('A' + mask);
    }
    return letters;
}
}  // namespace right::computed

namespace right::plain
{
std::string which_masks() { return "ABDF"; }
}  // namespace right::plain

namespace aligned_at_the_front
{
std::string which_masks() { return "F"; }
}  // namespace aligned_at_the_front

namespace both_traps
{
std::string which_masks() { return "ABCDEF"; }
}  // namespace both_traps

namespace heads_trap
{
std::string which_masks() { return "ABCDF"; }
}  // namespace heads_trap

namespace ones_forgotten
{
std::string which_masks() { return "AB"; }
}  // namespace ones_forgotten

namespace padding_trap
{
std::string which_masks() { return "ABDEF"; }
}  // namespace padding_trap

}  // namespace attention
