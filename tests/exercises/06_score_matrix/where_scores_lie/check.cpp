#include "tests/exercises/06_score_matrix/where_scores_lie/task.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// Broken where one of the four numbers is this wrong one, whatever the others are.
check::Property not_this(std::size_t place, double number, const std::string& key, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& value) { return value.cells.at(place) != number; });
}

}  // namespace

TEST_CASE("five queries and seven keys of three coordinates")
{
    check::ask(
        {.call = "where_scores_lie()",
         .answer = [] { return where_scores_lie(); },
         .expected = Vector{5, 7, 18, 105},
         .mistakes = {{"transposed", Vector{7, 5, 22, 105},
                       "You have a row for each key. In Q K^T queries come first: a row for each query."},
                      {"transposed", Vector{7, 5, 18, 105},
                       "You have a row for each key. In Q K^T queries come first: a row for each query."},
                      {"column_after_column", Vector{5, 7, 22, 105},
                       "The place is the one for a table that is stored column after column."},
                      {"counted_from_one", Vector{5, 7, 26, 105},
                       "The place is one row and one column too far, or so: the first query is query 0."},
                      {"counted_from_one", Vector{5, 7, 19, 105},
                       "The place is one too far: the first number is place 0."},
                      {"width_of_queries", Vector{5, 3, 10, 105},
                       "S is not as wide as a query is long. It has a column for each key."}},
         .properties =
             {not_this(2, 11, "one_row_short", "Two rows come before row 2, since rows count from 0."),
              not_this(2, 14, "not_in_its_column",
                       "Place 14 is where row 2 begins (or did you count as many places to a row as there are "
                       "queries?). A row has one place for each key, and key 4 is not the first."),
              not_this(3, 175, "additions_too",
                       "You counted the additions as well. Only the three products of each score are multiplications."),
              not_this(
                  3, 35, "one_for_each_score",
                  "You counted one multiplication for each score. A dot product of three coordinates takes three.")},
         .secret = true});
}
