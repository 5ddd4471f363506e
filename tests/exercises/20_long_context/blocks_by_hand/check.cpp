#include "tests/exercises/20_long_context/blocks_by_hand/task.hpp"

#include "common/require.hpp"
#include "tests/exercises/check.hpp"

using namespace attention;

namespace
{

check::Value together(const Vector& answer)
{
    common::require(answer.size() == 3, "three numbers");
    return check::Value::together({{"blocks", answer(0)}, {"bytes", answer(1)}, {"numbers kept", answer(2)}});
}

}  // namespace

TEST_CASE("blocks, bytes, numbers")
{
    const auto blocks = [](double number) { return together({number, 524288, 66}); };
    const auto bytes = [](double number) { return together({6, number, 66}); };
    const auto kept = [](double number) { return together({6, 524288, number}); };
    check::ask(
        {.call = "blocks_by_hand()",
         .answer = [] { return together(blocks_by_hand()); },
         .expected = together({6, 524288, 66}),
         .mistakes = {{"no_block_left_out", blocks(8),
                       "You counted every block. Queries 0 to 511 see no key from 512 on."},
                      {"half_of_the_blocks", blocks(4),
                       "Half of the pairs are hidden, but not half of the blocks: those on the diagonal must be made."},
                      {"border_counted", blocks(7),
                       "The last query of the second block is 511. It sees 512 keys: one block, not two."},
                      {"doubles", bytes(1048576), "A float takes 4 bytes."},
                      {"numbers_not_bytes", bytes(131072),
                       "That is the number of scores. How many bytes do they take?"},
                      {"only_the_output", kept(64), "A query keeps two more numbers besides o."},
                      {"only_m_and_l", kept(2), "A query also keeps the running sum of its values, besides m and l."},
                      {"a_row_of_scores", kept(512), "No score is kept. What does chapter 19 remember?"}},
         .secret = true});
}
