// Chapter 13, live: switch heads off, change what they ask, and see whether "chased" still knows who chases whom.

#include "13_multi_head/chase.hpp"
#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"

#include "common/difference.hpp"
#include "common/page.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

const std::vector<std::string> askers = {"head 1", "head 2", "both in one"};

/// Two heads, what they ask as loud as somebody has set it, and W_O.
struct Asked {
    Projections first;
    Projections second;
    Matrix W_O;
};

/// A question, asked louder or more softly than the lesson does, with 8.
Projections as_loud_as(double loudness, Projections head)
{
    head.W_Q *= loudness / 8.0;
    return head;
}

/// W_O without the rows of a head that is off.
Matrix with_rows_of_heads(bool first, bool second)
{
    Matrix W_O = chase::chaser_minus_chased;
    if (!first) xt::view(W_O, xt::range(0, 2), xt::all()) = 0.0;
    if (!second) xt::view(W_O, xt::range(2, 4), xt::all()) = 0.0;
    return W_O;
}

/// What can be moved.
Asked controls(common::Page& page)
{
    const common::Range loudness{.from = 0, .to = 16, .step = 0.5, .start = 8};
    const std::size_t off = page.choice("off", "Switch off", {"no head", "head 1", "head 2"});
    const std::size_t question = page.choice("question", "Head 2 asks", {"who is chased?", "who chases?"});
    const double first = page.slider("loudness1", "How loud head 1 asks", loudness);
    const double second = page.slider("loudness2", "How loud head 2 asks", loudness);
    return {.first = as_loud_as(first, chase::who),
            .second = as_loud_as(second, question == 0 ? chase::whom : chase::who),
            .W_O = with_rows_of_heads(off != 1, off != 2)};
}

/// "chased" in one of the two sentences.
struct Chased {
    Matrix weights;  ///< of head 1, of head 2, and of one head that asks both, shape (3, 3)
    Matrix found;    ///< by the same three: dog, cat, shape (3, 2)
    Vector output;   ///< of the two heads, through W_O, shape (5)
};

/// What "chased" finds with two heads, and with one head that asks both questions.
Chased chased_in(const Matrix& X, const Asked& asked)
{
    const Projections both = {.W_Q = concatenated({asked.first.W_Q, asked.second.W_Q}),
                              .W_K = concatenated({asked.first.W_K, asked.second.W_K}),
                              .W_V = chase::animal};
    const std::vector<MultiHead> layers = {
        {{asked.first}, xt::eye<double>(2)}, {{asked.second}, xt::eye<double>(2)}, {{both}, xt::eye<double>(2)}};
    Chased chased{.weights = xt::zeros<double>({3, 3}),
                  .found = xt::zeros<double>({3, 2}),
                  .output =
                      row_of(multi_head_attention(X, {{asked.first, asked.second}, asked.W_O}).output, chase::verb)};
    for (std::size_t r = 0; r < layers.size(); ++r) {
        const MultiHeadAttention alone = multi_head_attention(X, layers[r]);
        set_row(chased.weights, r, row_of(alone.weights[0], chase::verb));
        set_row(chased.found, r, row_of(alone.output, chase::verb));
    }
    return chased;
}

/// Two vectors, one below the other.
Matrix stacked(const Vector& above, const Vector& below)
{
    Matrix rows = xt::zeros<double>({std::size_t{2}, above.size()});
    set_row(rows, 0, above);
    set_row(rows, 1, below);
    return rows;
}

/// What the heads find in one of the sentences.
void show_found(common::Page& page, const std::string& sentence, const Matrix& found)
{
    page.show({.caption = "What they find in “" + sentence + "”",
               .values = found,
               .rows = askers,
               .columns = {"dog", "cat"},
               .decimals = 1,
               .shade = common::Shade::value});
}

/// Whether anything that sees only this can tell the two sentences apart.
void say_apart(common::Page& page, double one_head, double two_heads)
{
    const double nothing = 0.05;
    const std::string verdict = two_heads < nothing  ? "Who chases whom is lost."
                                : one_head < nothing ? "Only the two heads keep them apart."
                                                     : "The one head hears one question better than the other.";
    page.say(
        {.text = "How far apart the two sentences are: {} through one head that asks both, {} through two heads. " +
                 verdict,
         .numbers = {one_head, two_heads},
         .decimals = 1,
         .in_output = false});
}

}  // namespace

void live_page(common::Page& page)
{
    const Asked asked = controls(page);
    const Chased here = chased_in(chase::dog_chased_cat, asked);
    const Chased there = chased_in(chase::cat_chased_dog, asked);
    page.show({.caption = "Where “chased” looks in “dog chased cat”",
               .values = here.weights,
               .rows = askers,
               .columns = chase::words,
               .decimals = 2,
               .shade = common::Shade::weights});
    show_found(page, "dog chased cat", here.found);
    show_found(page, "cat chased dog", there.found);
    page.show({.caption = "The output, through W_O",
               .values = stacked(here.output, there.output),
               .rows = {"dog chased cat", "cat chased dog"},
               .columns = {"dog", "cat", "verb", "first", "last"},
               .decimals = 1,
               .shade = common::Shade::both});
    say_apart(page, common::difference(row_of(here.found, 2), row_of(there.found, 2)),
              common::difference(here.output, there.output));
}

}  // namespace attention
