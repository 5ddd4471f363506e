#include "tests/exercises/04_soft_lookup/three_limits/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("no sharpness, all sharpness, and the opposite of it")
{
    check::ask(
        {.call = "three_limits()",
         .answer = [] { return three_limits(); },
         .expected = Vector{30, 20, 35},
         .mistakes = {{"zero_is_nothing", Vector{0, 20, 35},
                       "At beta = 0 the scores are all 0. Weights that come from equal scores are not 0: they are "
                       "equal, and sum to 1."},
                      {"largest_value", Vector{30, 60, 35},
                       "In the second limit you took the largest value. The scores choose, by the keys; values "
                       "have no say in it."},
                      {"largest_value", Vector{30, 60, 10},
                       "You let the values choose. The scores choose, by the keys; values have no say in it."},
                      {"tie_to_one", Vector{30, 20, 10},
                       "In the third limit two keys score equally low, and you gave everything to the first."},
                      {"tie_to_one", Vector{30, 20, 60},
                       "In the third limit two keys score equally low, and you gave everything to the last."},
                      {"tie_summed", Vector{30, 20, 70},
                       "In the third limit two keys share one whole: each has half a say, not a whole one."},
                      {"sum_for_mean", Vector{90, 20, 35},
                       "At beta = 0 you added the values up. Weights sum to 1, so this is their mean."},
                      {"limits_exchanged", Vector{30, 35, 20}, "Are the two limits the right way round?"}},
         .secret = true});
}
