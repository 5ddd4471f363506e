#include "tests/exercises/16_positions/turned_by_hand/task.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;

TEST_CASE("four numbers and a score")
{
    check::ask(
        {.call = "turned_by_hand()",
         .answer = [] { return turned_by_hand(); },
         .expected = Vector{-1, -2, -1, 3, -5},
         .mistakes =
             {{"clockwise", Vector{-1, -2, 1, -3, -3}, "You turned clockwise. At 90 degrees [x, y] becomes [-y, x]."},
              {"halves_paired", Vector{-1, -1, -3, 2, -6},
               "You paired the first number with the third. Here neighbours are pairs: the first with the second."},
              {"one_speed", Vector{-1, -2, -3, -1, -7},
               "You turned both pairs by half a turn. The second pair turns at half the speed of the first."},
              {"speeds_exchanged", Vector{-2, 1, -3, -1, -6},
               "The first pair turns by 90 degrees per place, the second by 45. You have it the other way around."},
              {"score_not_turned", Vector{-1, -2, -1, 3, 7},
               "The turned query is right. Your score is that of query and key at the same place, but these are two "
               "places apart."},
              {"score_turned_wrongly", Vector{-1, -2, -1, 3, -3},
               "The turned query is right. For the score you turned the query by 102 steps and left the key alone, or "
               "you turned it back by two steps: the query is two places ahead of the key."}},
         .secret = true});
}
