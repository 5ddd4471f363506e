#include "tests/exercises/17_induction/where_they_look/task.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// A known wrong number at one of the six places.
check::Property not_this(const std::string& key, std::size_t place, double wrong, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        return place >= answer.cells.size() || !check::agree(wrong, answer.cells[place], 1e-6);
    });
}

}  // namespace

TEST_CASE("bananas")
{
    check::ask(
        {.call = "where_they_look()",
         .answer = [] { return where_they_look(); },
         .expected = Vector{4, 2, 3, 3, 0.5, 2},
         .properties =
             {not_this("looks_at_itself", 0, 5, "A previous-token head looks at the place before, not at its own."),
              not_this("looks_at_the_same_token", 1, 1,
                       "At place 1 is the same token, an a. An induction head looks at the place after it, which holds "
                       "what came after the a."),
              not_this("looks_at_the_same_token", 2, 2,
                       "At place 2 is the same token, an n. An induction head looks at the place after it."),
              not_this("looks_at_itself", 2, 4, "Place 4 itself does not come right after an earlier n."),
              not_this(
                  "counts_first_times", 3, 6,
                  "A token that comes for the first time has no earlier occurrence, and so no place after one to look at."),
              not_this("counts_tokens", 3, 2,
                       "Two different tokens come again, a and n. But count places: the a comes again twice."),
              not_this(
                  "one_match_only", 4, 1,
                  "Two places come right after an earlier a: places 2 and 4. The head has no reason to prefer one."),
              not_this("spread_over_all", 4, 0.2,
                       "Only the places after an earlier a get weight, not all the earlier ones."),
              not_this("looks_at_the_same_token", 4, 0,
                       "Place 4 comes right after place 3, and the token there is an a."),
              not_this("always_right", 5, 3,
                       "It is not right every time. After the last a, both places after an earlier a predict an n.")},
         .secret = true});
}
