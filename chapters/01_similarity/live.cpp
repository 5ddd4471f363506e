// Chapter 1, live: drag the query and a key, and compare what the dot product and the cosine make of them.

#include "01_similarity/similarity.hpp"

#include "common/page.hpp"
#include "common/plane.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

const std::vector<std::string> names = {"a", "b", "c", "d", "e", "f"};

/// The keys of the lesson's table, shape (6, 2), with b where the reader has dragged it.
Matrix keys_with(const Vector& b)
{
    Matrix K = {{1, 0}, {0, 0}, {0, 5}, {-1, 0}, {-2, 3}, {0, 0}};
    set_row(K, 1, b);
    return K;
}

/// The query and all keys but f, which is the origin.
common::Plane drawn(const Vector& q, const Matrix& K)
{
    common::Plane plane{.title = "Drag q and b", .description = "", .x_title = "first number", .y_title = "second"};
    const bool q_is_a = q == row_of(K, 0);
    for (std::size_t j = 0; j + 1 < names.size(); ++j)
        plane.arrows.push_back({j == 0 && q_is_a ? "" : names[j], K(j, 0), K(j, 1), "key"});
    plane.arrows.push_back({q_is_a ? "q, a" : "q", q(0), q(1), "query"});
    return plane;
}

/// Each key's dot product with q, and its cosine, shape (6, 2).
Matrix compared(const Vector& q, const Matrix& K)
{
    const Vector dots = score_row(q, K);
    Matrix both = xt::zeros<double>({K.shape(0), std::size_t{2}});
    for (std::size_t j = 0; j < K.shape(0); ++j) set_row(both, j, {dots(j), cosine(q, row_of(K, j))});
    return both;
}

std::size_t best_of(const Vector& numbers)
{
    return static_cast<std::size_t>(std::ranges::max_element(numbers) - numbers.begin());
}

/// The table, with the best key of each column framed, and what the frames say.
void show_compared(common::Page& page, const Vector& q, const Matrix& K)
{
    const Matrix both = compared(q, K);
    const std::size_t by_dot = best_of(column_of(both, 0));
    const std::size_t by_cosine = best_of(column_of(both, 1));
    BoolMatrix best = xt::zeros<bool>(both.shape());
    best(by_dot, 0) = best(by_cosine, 1) = true;
    page.show({.caption = "Each key with q; the best is framed",
               .values = both,
               .rows = names,
               .columns = {"dot product", "cosine"},
               .shade = common::Shade::both,
               .marked = best});
    if (norm(q) == 0)
        page.say({.text = "A query of length 0 asks nothing, and everybody scores 0."});
    else if (by_dot == by_cosine)
        page.say({.text = "The dot product and the cosine agree: " + names[by_dot] + " is best."});
    else
        page.say({.text = "By cosine " + names[by_cosine] + " is best, but " + names[by_dot] + " is louder."});
}

}  // namespace

void live_page(common::Page& page)
{
    page.say({.text =
                  "Pull b straight out, away from the origin: its direction stays, and its score grows. Then swing q "
                  "round to the left, and see which scores change their sign."});
    page.column();
    const Vector q = page.point("q", "Query q", {1, 0}, {.from = -5, .to = 5, .step = 0.5}, "query");
    const Vector b = page.point("b", "Key b", {3, 3}, {.from = -5, .to = 5, .step = 0.5}, "key");
    const Matrix K = keys_with(b);
    const common::Words places{
        .text = "q is [{}, {}], b is [{}, {}].", .numbers = {q(0), q(1), b(0), b(1)}, .decimals = 1};
    page.show(drawn(q, K), {.from = -5.5, .to = 5.5, .handles = {"q", "b"}, .seen = places});

    page.column();
    show_compared(page, q, K);
    page.say({.text = "The angle between q and b is {} degrees.", .numbers = {angle(q, b)}, .decimals = 1});
    page.say({.text = "The score of b: norm of q · norm of b · cosine = {} · {} · {} = {}.",
              .numbers = {norm(q), norm(b), cosine(q, b), dot(q, b)},
              .in_output = false});
}

}  // namespace attention
