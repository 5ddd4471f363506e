// Exercise 17.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/17_induction/mended_targets/task.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

// Like the solution, except where marked.
namespace right::by_looking_back
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= block && t + 1 < tokens.size();
        if (is_known) targets[t] = tokens[t + 1 - block];  // <--
    }
    return targets;
}
}  // namespace right::by_looking_back

namespace right::shifted
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t next = block + 1; next < tokens.size(); ++next) targets[next - 1] = tokens[next];
    return targets;
}
}  // namespace right::shifted

// Like the solution, except where marked.
namespace asks_everywhere
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 < tokens.size();  // <--
        if (is_known) targets[t] = tokens[t + 1];
    }
    return targets;
}
}  // namespace asks_everywhere

// Like the solution, except where marked.
namespace asks_for_itself
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= block;      // <--
        if (is_known) targets[t] = tokens[t];  // <--
    }
    return targets;
}
}  // namespace asks_for_itself

// Like the solution, except where marked.
namespace asks_too_early
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 >= block && t + 1 < tokens.size();  // <--
        if (is_known) targets[t] = tokens[t + 1];
    }
    return targets;
}
}  // namespace asks_too_early

// Like the solution, except where marked.
namespace asks_too_late
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t > block && t + 1 < tokens.size();  // <--
        if (is_known) targets[t] = tokens[t + 1];
    }
    return targets;
}
}  // namespace asks_too_late

// Like the solution, except where marked.
namespace early_and_far
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 >= block && t + 2 < tokens.size();  // <--
        if (is_known) targets[t] = tokens[t + 2];                       // <--
    }
    return targets;
}
}  // namespace early_and_far

// Like the solution, except where marked.
namespace early_and_round
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 >= block;                        // <--
        if (is_known) targets[t] = tokens[(t + 1) % tokens.size()];  // <--
    }
    return targets;
}
}  // namespace early_and_round

// Like the solution, except where marked.
namespace far_and_round
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= block;                            // <--
        if (is_known) targets[t] = tokens[(t + 2) % tokens.size()];  // <--
    }
    return targets;
}
}  // namespace far_and_round

// Like the solution, except where marked.
namespace goes_round
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= block;                            // <--
        if (is_known) targets[t] = tokens[(t + 1) % tokens.size()];  // <--
    }
    return targets;
}
}  // namespace goes_round

// Like the solution, except where marked.
namespace nothing_mended
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 >= block;                        // <--
        if (is_known) targets[t] = tokens[(t + 2) % tokens.size()];  // <--
    }
    return targets;
}
}  // namespace nothing_mended

// Like the solution, except where marked.
namespace too_far_ahead
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= block && t + 2 < tokens.size();  // <--
        if (is_known) targets[t] = tokens[t + 2];                   // <--
    }
    return targets;
}
}  // namespace too_far_ahead

// Like the solution, except where marked.
namespace rows_all_the_same::blocks_of_four
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= 4 && t + 1 < tokens.size();  // <--
        if (is_known) targets[t] = tokens[t + 1];
    }
    return targets;
}
}  // namespace rows_all_the_same::blocks_of_four

namespace late_and_round
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t > block;
        if (is_known) targets[t] = tokens[(t + 1) % tokens.size()];
    }
    return targets;
}
}  // namespace late_and_round

namespace everywhere_and_far
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 2 < tokens.size() + 0 * block;
        if (is_known) targets[t] = tokens[t + 2];
    }
    return targets;
}
}  // namespace everywhere_and_far

namespace early_and_itself
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t + 1 >= block;
        if (is_known) targets[t] = tokens[t];
    }
    return targets;
}
}  // namespace early_and_itself

namespace last_question_missing
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t >= block && t + 2 < tokens.size();
        if (is_known) targets[t] = tokens[t + 1];
    }
    return targets;
}
}  // namespace last_question_missing

namespace first_block_only
{
std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const bool is_known = t < block && t + 1 < tokens.size();
        if (is_known) targets[t] = tokens[t + 1];
    }
    return targets;
}
}  // namespace first_block_only

}  // namespace attention
