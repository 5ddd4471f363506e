// Exercise 12.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/12_masks/which_mask/task.hpp"

#include "02_softmax/softmax.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/wrong_masks.hpp"

#include <array>
#include <vector>

namespace attention
{

namespace right::computed
{
std::string which_mask()
{
    const Matrix exps = {{2, 4, 1, 3}, {1, 2, 4, 3}};
    const Matrix scores = xt::log(exps);
    const BoolMatrix mask = causal_mask(2, 4, Alignment::bottom_right);
    const BoolMatrix hidden = !mask;
    const BoolMatrix own_hidden = {{true, true, false, false}, {true, true, true, false}};
    const BoolMatrix after = {{false, false, true, true}, {false, false, false, true}};
    const std::vector<Matrix> made = {masked_softmax_rows(scores, mask),
                                      softmax_with_number_for_forbidden(scores, mask, 0),
                                      softmax_with_number_for_forbidden(scores, mask, -10 / 5.0),
                                      mask_after_softmax(scores, mask),
                                      masked_softmax_rows(scores, hidden),
                                      masked_softmax_rows(scores, own_hidden),
                                      masked_softmax_rows(scores, causal_mask(2, 4)),
                                      masked_softmax_rows(scores, after)};
    const std::vector<std::array<double, 5>> outputs = {{0.2, 0.4, 0.1, 0, 0.1},         {1, 0, 0, 0, 0.333},
                                                        {0.28, 0.561, 0.14, 0.019, 0.1}, {0.286, 0.571, 0.143, 0, 0.1},
                                                        {0.333, 0.667, 0, 0, 0.143},     {0, 0, 0, 1, 0}};
    std::string word;
    for (const auto& [a, b, c, d, e] : outputs) {
        for (std::size_t k = 0; k < made.size(); ++k) {
            const Matrix& w = made[k];
            const double off = std::abs(w(0, 0) - a) + std::abs(w(0, 1) - b) + std::abs(w(0, 2) - c) +
                               std::abs(w(0, 3) - d) + std::abs(w(1, 0) - e);
            if (off < 0.004) word += "abcdefgh"[k];
        }
    }
    return word;
}
}  // namespace right::computed

namespace right::word
{
std::string which_mask() { return "dgcafe"; }
}  // namespace right::word

namespace after_for_hidden
{
std::string which_mask() { return "dgcafh"; }
}  // namespace after_for_hidden

namespace alignment_for_own_place
{
std::string which_mask() { return "dfcage"; }
}  // namespace alignment_for_own_place

namespace hidden_is_not_small
{
std::string which_mask() { return "dgabfe"; }
}  // namespace hidden_is_not_small

namespace not_six_letters::large
{
std::string which_mask() { return "DGCAFE"; }
}  // namespace not_six_letters::large

namespace not_six_letters::plain
{
std::string which_mask() { return "dgcaf"; }
}  // namespace not_six_letters::plain

namespace nothing_left_of_own_place
{
std::string which_mask() { return "dgcaef"; }
}  // namespace nothing_left_of_own_place

namespace own_place_for_alignment
{
std::string which_mask() { return "dhcage"; }
}  // namespace own_place_for_alignment

namespace same_mask_twice
{
std::string which_mask() { return "dgcafc"; }
}  // namespace same_mask_twice

namespace sums_not_looked_at::first
{
std::string which_mask() { return "agcbfe"; }
}  // namespace sums_not_looked_at::first

namespace sums_not_looked_at::plain
{
std::string which_mask() { return "agcdfe"; }
}  // namespace sums_not_looked_at::plain

namespace zero_for_minus_ten
{
std::string which_mask() { return "dgbafe"; }
}  // namespace zero_for_minus_ten

namespace undiagnosed::slip
{
std::string which_mask() { return "dgchfe"; }
}  // namespace undiagnosed::slip

}  // namespace attention
