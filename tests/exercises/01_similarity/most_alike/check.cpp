#include "tests/exercises/01_similarity/most_alike/task.hpp"

#include "01_similarity/similarity.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

/// What can be said of any wrong row: K has no such row, or another key is more alike.
std::vector<check::Property> is_a_row_and_the_best(const Vector& q, const Matrix& K, std::size_t best)
{
    const auto no_such_row = [m = K.shape(0)](const check::Value& row) {
        if (row.cells.at(0) < static_cast<double>(m)) return std::string();
        return fmt::format("K has no row {}. Its {} rows are numbered from 0.", row.cells.at(0), m);
    };
    const auto another_row = [=](const check::Value& row) {
        const auto yours = static_cast<std::size_t>(row.cells.at(0));
        const double your_cosine = cosine(q, row_of(K, yours));
        const double largest = cosine(q, row_of(K, best));
        if (yours == best) return std::string();
        if (your_cosine == largest) return fmt::format("Key {} is just as alike, but another one comes first.", yours);
        return fmt::format("You found key {}, whose cosine is {:.4g}. The largest is {:.4g}.", yours, your_cosine,
                           largest);
    };
    return {{"no_such_row", no_such_row}, {"another_row", another_row}};
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"cosine", "angle"}); }

TEST_CASE("direction decides, not length")
{
    const Vector q = {1, 2};
    const Matrix K = {{9, 1}, {-3, -6}, {1, 1.9}, {0, 4}};
    check::ask(
        {.call = "most_alike([1, 2], [[9, 1], [-3, -6], [1, 1.9], [0, 4]])",
         .answer = [&] { return most_alike(q, K); },
         .expected = 2,
         .mistakes =
             {{"dot_product", 0, "Key 0 has the largest dot product, because it is long. The cosine ignores length."},
              {"sign_ignored", 1,
               "Key 1 points exactly the other way: its cosine is -1, the lowest there is. Did a sign get lost? (If "
               "you called xt::argmax with an axis: xtensor 0.24 then finds the smallest. xt::argmax(v)() finds the "
               "largest.)"}},
         .properties = is_a_row_and_the_best(q, K, 2)});
}

TEST_CASE("all keys point away")
{
    const Vector q = {1, 0};
    const Matrix K = {{-1, 1}, {-1, 2}, {-3, 0.1}};
    check::ask(
        {.call = "most_alike([1, 0], [[-1, 1], [-1, 2], [-3, 0.1]])",
         .answer = [&] { return most_alike(q, K); },
         .expected = 1,
         .mistakes =
             {{"began_at_zero", 0,
               "Every cosine is negative here, and you returned the first key. Does your best so far start at 0?"},
              {"least_alike", 2, "This key points away the most."}},
         .properties = is_a_row_and_the_best(q, K, 1)});
}

TEST_CASE("a zero key points nowhere")
{
    const Vector q = {2, 1};
    const Matrix K = {{0, 0}, {1, 3}, {3, 1}};
    check::ask(
        {.call = "most_alike([2, 1], [[0, 0], [1, 3], [3, 1]])",
         .answer = [&] { return most_alike(q, K); },
         .expected = 2,
         .mistakes = {{"zero_key_wins", 0,
                       "The zero key won. 0 / 0 is NaN, and no comparison with NaN is true: was it never beaten?"}},
         .properties = is_a_row_and_the_best(q, K, 2)});
    const Matrix away = {{-1, -1}, {0, 0}, {-2, 1}};
    check::ask(
        {.call = "most_alike([2, 1], [[-1, -1], [0, 0], [-2, 1]])",
         .answer = [&] { return most_alike(q, away); },
         .expected = 1,
         .mistakes =
             {{"zero_key_left_out", 2,
               "A zero key has cosine 0, and both other cosines are negative, so the zero key is the most alike."}},
         .properties = is_a_row_and_the_best(q, away, 1)});
}

TEST_CASE("lengths whose squares are too large, or too small")
{
    const Vector q = {1e200, 1e200};
    const Matrix K = {{1e200, 0}, {3e-200, 3e-200}, {1e200, 0.5e200}};
    const char* const squares =
        "The square of 1e200 is infinity, and the square of 3e-200 is 0. Turn every vector into one of norm 1 first; the "
        "chapter's `direction` can.";
    check::ask({.call = "most_alike([1e200, 1e200], [[1e200, 0], [3e-200, 3e-200], [1e200, 0.5e200]])",
                .answer = [&] { return most_alike(q, K); },
                .expected = 1,
                .mistakes = {{"overflow", 0, squares}, {"overflow", 2, squares}},
                .properties = is_a_row_and_the_best(q, K, 1)});
}

TEST_CASE("equally alike: the first")
{
    const Vector q = {1, 0};
    const Matrix K = {{0, 1}, {2, 0}, {1, 0}, {5, 0}};
    check::ask({.call = "most_alike([1, 0], [[0, 1], [2, 0], [1, 0], [5, 0]])",
                .answer = [&] { return most_alike(q, K); },
                .expected = 1,
                .mistakes = {{"last_of_equals", 3, "Three keys are equally alike, and you took the last of them."}},
                .properties = is_a_row_and_the_best(q, K, 1)});
}
