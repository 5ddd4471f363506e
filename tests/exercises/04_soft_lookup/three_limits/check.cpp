#include "tests/exercises/04_soft_lookup/three_limits/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("no sharpness, all sharpness, and the opposite of it")
{
    check::ask(
        {.call = "three_limits()",
         .answer = [] { return three_limits(); },
         .expected = Vector{30, 20, 35},
         .mistakes =
             {{"zero_is_nothing", Vector{0, 20, 35},
               "At beta = 0 the scores are all 0, but the weights are not. Equal scores give equal weights, "
               "and they sum to 1."},
              {"largest_value", Vector{30, 60, 35},
               "In the second limit you took the largest value. But the scores choose, and they come from the "
               "keys; the values have no influence."},
              {"largest_value", Vector{30, 60, 10},
               "You let the values choose. But the scores choose, and they come from the keys; the values have no "
               "influence."},
              {"tie_to_one", Vector{30, 20, 10},
               "In the third limit two keys score equally low, and you gave everything to the first."},
              {"tie_to_one", Vector{30, 20, 60},
               "In the third limit two keys score equally low, and you gave everything to the last."},
              {"tie_summed", Vector{30, 20, 70}, "In the third limit two keys share one whole: each counts one half."},
              {"sum_for_mean", Vector{90, 20, 35},
               "At beta = 0 you added up the values. The weights sum to 1, so you should get the mean."},
              {"limits_exchanged", Vector{30, 35, 20}, "Are the two limits the right way round?"}},
         .secret = true});
}
