#include "tests/exercises/08_patterns/bits_by_hand/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>

using namespace attention;
using check::infinity;
using check::not_a_number;

TEST_CASE("five entropies by hand")
{
    Vector tail = xt::ones<double>({33}) / 64.0;
    tail(0) = 0.5;
    const Vector nats = {entropy({0, 1, 0, 0}), entropy({0.25, 0.25, 0.25, 0.25}), entropy({0.5, 0.25, 0.125, 0.125}),
                         entropy(softmax({9, -infinity, 9, -infinity})), entropy(tail)};
    const Vector in_bits = nats / std::log(2.0);
    const Vector tokens = xt::exp(nats);
    const Vector tail_unweighted = {0, 2, 1.75, 1, 6.5};
    const Vector tail_as_one_key = {0, 2, 1.75, 1, 1};
    const Vector tail_of_64 = {0, 2, 1.75, 1, 3};
    check::ask(
        {.call = "bits_by_hand()",
         .answer = bits_by_hand,
         .expected = in_bits,
         .mistakes =
             {{"nats_for_bits", nats,
               "These are nats. For bits, take the logarithm to base 2: a weight of 1/4 costs 2 questions.", 1e-3},
              {"tokens_for_bits", tokens,
               "These are effective numbers of keys, 2 to the power of the entropy. Return the entropy itself.", 1e-3},
              {"sign_forgotten", -in_bits,
               "The logarithm of a weight is negative; the minus in the formula makes up for that.", 1e-3},
              {"hidden_keys_counted", Vector{0, 2, 1.75, 2, 3.5},
               "In row d you counted all four keys. A score of -infinity becomes a weight of 0, which adds nothing."},
              {"zero_is_no_number", Vector{not_a_number, 2, 1.75, not_a_number, 3.5},
               "0 times the logarithm of 0 counts as 0: a key that is never drawn costs no question."},
              {"tail_unweighted", tail_unweighted,
               "In row e you added the tail's questions in full. Each counts only as often as its key is drawn.", 1e-3},
              {"tail_as_one_key", tail_as_one_key,
               "In row e you took the tail for a single key. It is 32 keys, and you still have to find out which of them.",
               1e-3},
              {"tail_within_itself", tail_of_64,
               "In row e each key of the tail weighs 1/64, not 1/32: they share one half, not a whole.", 1e-3}},
         .secret = true,
         .tolerance = 1e-4});
}
