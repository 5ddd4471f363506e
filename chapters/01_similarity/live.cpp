// Chapter 1, live: drag what "bank" asks and what "river" answers; then compare the dot product with the cosine.

#include "01_similarity/bank.hpp"
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

constexpr common::Range as_far_as_3{.from = -3, .to = 3, .step = 0.5};
constexpr common::Range as_far_as_5{.from = -5, .to = 5, .step = 0.5};

const std::vector<std::string> words = {"the", "river", "money", "bank"};

/// The keys of both sentences, shape (4, 2), with river's where the reader has dragged it.
Matrix keys_of_words(const Vector& river)
{
    Matrix K = xt::zeros<double>({std::size_t{4}, std::size_t{2}});
    set_row(K, 0, row_of(bank::river.K, 0));
    set_row(K, 1, river);
    set_row(K, 2, row_of(bank::money.K, 1));
    set_row(K, 3, row_of(bank::river.K, 2));
    return K;
}

/// The query of "bank" and all keys; "the" has the origin.
common::Plane drawn_words(const Vector& q, const Matrix& K)
{
    common::Plane plane{.title = "Drag q and “river”", .description = "", .x_title = "water", .y_title = "money"};
    for (std::size_t j = 1; j < words.size(); ++j) plane.arrows.push_back({words[j], K(j, 0), K(j, 1), "key"});
    plane.arrows.push_back({"q", q(0), q(1), "query"});
    plane.points = {{"the", K(0, 0), K(0, 1), "key"}};
    return plane;
}

/// The scores as bars, with all their steps, and which are the highest.
void show_scores(common::Page& page, const Vector& q, const Matrix& K)
{
    const Vector scores = score_row(q, K);
    const double highest = xt::amax(scores)();
    const double full = std::max(4.0, xt::amax(xt::abs(scores))());
    page.show({.caption = "What each word scores",
               .labels = words,
               .values = scores,
               .full = full,
               .from = -full,
               .decimals = common::as_needed,
               .kind = "key",
               .in_output = false});
    std::string best;
    for (std::size_t j = 0; j < words.size(); ++j) {
        page.say({.text = words[j] + ": {}·{} + {}·{} = {}",
                  .numbers = {q(0), K(j, 0), q(1), K(j, 1), scores(j)},
                  .decimals = common::as_needed,
                  .in_output = words[j] != "money"});
        if (scores(j) == highest) best += (best.empty() ? "" : " and ") + words[j];
    }
    page.say({.text = "Highest: " + best + "."});
}

/// What "bank" asks, what each word answers, and what it scores.
void show_bank(common::Page& page)
{
    page.say({.text = "Let “bank” ask for water only, by dragging its query. Then let “river” answer more loudly."});
    page.column();
    const Vector q = page.point("ask", "Query q of “bank”", bank::q, as_far_as_3, "query");
    const Vector river = page.point("river", "Key of “river”", row_of(bank::river.K, 1), as_far_as_3, "key");
    const Matrix K = keys_of_words(river);
    page.show(drawn_words(q, K), {.from = -3.2,
                                  .to = 3.2,
                                  .handles = {"ask", "river"},
                                  .seen = {.text = "“bank” asks [{}, {}], “river” answers [{}, {}].",
                                           .numbers = {q(0), q(1), river(0), river(1)},
                                           .decimals = common::as_needed}});
    page.column();
    show_scores(page, q, K);
}

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

/// One query against the keys of the lesson's table.
void show_six(common::Page& page)
{
    page.say({.text =
                  "Pull b straight out, away from the origin: its direction stays, and its score grows. Then swing q "
                  "round to the left, and see which scores change their sign."});
    page.column();
    const Vector q = page.point("q", "Query q", {1, 0}, as_far_as_5, "query");
    const Vector b = page.point("b", "Key b", {3, 3}, as_far_as_5, "key");
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

}  // namespace

void live_page(common::Page& page)
{
    if (page.choice("keys", "Keys", {"bank and its neighbours", "six keys: length and angle"}) == 0)
        show_bank(page);
    else
        show_six(page);
}

}  // namespace attention
