#include "tests/exercises/06_score_matrix/exchanged_keys/task.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace attention;

namespace
{

const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
// With the first query keys 1 and 3 score alike; with the second, keys 0 and 2.
const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}, {3, 2, 0, 0, 0}};

Matrix with_exchanged(std::size_t a, std::size_t b)
{
    Matrix keys = K;
    set_row(keys, a, row_of(K, b));
    set_row(keys, b, row_of(K, a));
    return score_matrix(Q, keys);
}

/// A list of places as a Vector, which a check can show.
Vector answer(const Matrix& S)
{
    const std::vector<std::size_t> places = exchanged_keys(Q, K, S);
    Vector shown = xt::zeros<double>({places.size()});
    for (std::size_t i = 0; i < places.size(); ++i) shown(i) = static_cast<double>(places[i]);
    return shown;
}

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("two keys that differ with both queries")
{
    const Matrix S = with_exchanged(1, 2);
    check::ask(
        {.call = "exchanged_keys(Q, K, S), n = 2, m = 4, keys 1 and 2 exchanged",
         .answer = [&] { return answer(S); },
         .expected = Vector{1, 2},
         .mistakes = {{"rows_for_columns", Vector{0, 1},
                       "These are the rows in which S differs: the queries. A key is a column of S."},
                      {"larger_first", Vector{2, 1}, "These are the right two, but the smaller must come first."},
                      {"one_of_the_two", Vector({1}), "You found one of the two, and stopped."},
                      {"all_but_the_two", Vector{0, 3}, "These are the keys that kept their places."},
                      {"counted_twice", Vector{1, 2, 1, 2}, "Each key is in the list once for each query."},
                      {"counted_from_one", Vector{2, 3}, "The right two, counted from 1. Places count from 0."}}});
}

TEST_CASE("two keys that score alike with one of the queries")
{
    for (const auto& [a, b] : {std::pair<std::size_t, std::size_t>{1, 3}, {0, 2}}) {
        const Matrix S = with_exchanged(a, b);
        const std::string sign_counts =
            "You found only one key. If two keys were exchanged, both columns differ, and in one of them the "
            "differences may be negative. Is an absolute value missing?";
        check::ask(
            {.call = fmt::format("exchanged_keys(Q, K, S), keys {} and {} exchanged", a, b),
             .answer = [&] { return answer(S); },
             .expected = Vector{static_cast<double>(a), static_cast<double>(b)},
             .mistakes = {{"one_query_is_not_enough", Vector(xt::zeros<double>({0})),
                           "You found none: these two score alike with one query, and differ with the other. Any "
                           "difference in a column counts."},
                          {"sign_of_the_difference", Vector({static_cast<double>(a)}), sign_counts},
                          {"sign_of_the_difference", Vector({static_cast<double>(b)}), sign_counts}}});
    }
}

TEST_CASE("none exchanged, and numbers that were rounded")
{
    const Matrix rounded = score_matrix(Q, K) + 1e-9;
    check::ask(
        {.call = "exchanged_keys(Q, K, S), none exchanged, S rounded",
         .answer = [&] { return answer(rounded); },
         .expected = Vector(xt::zeros<double>({0})),
         .mistakes = {{"compared_exactly", Vector{0, 1, 2, 3},
                       "Every key is on the list, because S was rounded. Numbers that differ by less than 1e-6 count "
                       "as equal here."}}});
}
