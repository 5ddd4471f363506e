// Chapter 12, live: paint a mask, hide in other ways, break a value, and see what gets through.

#include "12_masks/leak.hpp"
#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/wrong_masks.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"
#include "common/page.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <limits>
#include <string>

namespace attention
{

namespace
{

using cat_sat_mat::words;
using cat_sat_mat::X;

/// What a hidden pair gets in place of its score.
enum class Hiding { infinity, zero, large, added, after };

/// The weights of cat, sat and mat, hidden rightly or wrongly.
Matrix weights_of(const BoolMatrix& mask, Hiding hiding)
{
    const Matrix scores = score_matrix(X, X);
    switch (hiding) {
    case Hiding::zero: return softmax_with_number_for_forbidden(scores, mask, 0.0);
    case Hiding::large: return softmax_with_number_for_forbidden(scores, mask, -1e9);
    case Hiding::added: return softmax_with_number_added(scores, mask, -1e9);
    case Hiding::after: return mask_after_softmax(scores, mask);
    default: return masked_softmax_rows(scores, mask);
    }
}

/// The values, perhaps with one that nobody has set: mat's second number.
Matrix values(bool is_broken)
{
    Matrix V = X;
    if (is_broken) V(2, 1) = std::numeric_limits<double>::quiet_NaN();
    return V;
}

/// What each row gives to words that it may not see, and what it gives in all.
Matrix shares(const Matrix& weights, const BoolMatrix& mask)
{
    Matrix found = xt::zeros<double>({3, 2});
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            if (!mask(i, j)) found(i, 0) += weights(i, j);
            found(i, 1) += weights(i, j);
        }
    }
    return found;
}

/// The weights, framed where a hidden word has one, and what each row gives away.
void show_weights(common::Page& page, const Matrix& weights, const BoolMatrix& mask)
{
    const BoolMatrix leaks = !mask && weights > 0.0;
    page.show({.caption = "Weights",
               .values = weights,
               .rows = words,
               .columns = words,
               .shade = common::Shade::weights,
               .masked = !mask && weights <= 0.0,
               .marked = leaks,
               .in_output = false});
    page.show({.caption = "What a row gives away",
               .values = shares(weights, mask),
               .rows = words,
               .columns = {"to hidden words", "in all"},
               .in_output = false});
}

/// What each word finds, framed where it holds a NaN that this word may not see.
void show_found(common::Page& page, const std::string& caption, const Matrix& found, const BoolMatrix& mask,
                bool in_output)
{
    BoolMatrix leaks = xt::isnan(found);
    for (std::size_t i = 0; i < 3; ++i) {
        if (mask(i, 2)) xt::row(leaks, static_cast<std::ptrdiff_t>(i)) = false;
    }
    page.show({.caption = caption,
               .values = found,
               .rows = words,
               .shade = common::Shade::value,
               .marked = leaks,
               .in_output = in_output});
}

/// By the chapter's sum over what may be seen where hiding is right; and by a plain product, where that is not the same.
void show_outputs(common::Page& page, const Matrix& weights, const Matrix& V, const BoolMatrix& mask, bool is_right)
{
    if (is_right) show_found(page, "What each word finds", visible_sum(weights, V, mask), mask, true);
    const Matrix product = common::product(weights, V);
    if (is_right && !xt::any(xt::isnan(product))) return;
    show_found(page, is_right ? "The same as a plain product, A V" : "What each word finds, A V", product, mask, false);
}

/// Change each word in turn, and say what that does to the outputs, and what to think of this as a causal mask.
void say_leak(common::Page& page, const BoolMatrix& mask)
{
    const Matrix moved = influence(X, X, X, mask);
    const bool is_leaky = leak(moved) > 0.0;
    const bool is_deaf = !(least_heard(moved) > 0.0);
    const std::string verdict = is_leaky && is_deaf ? "leaks, and hides too much."
                                : is_leaky          ? "leaks."
                                : is_deaf           ? "leaks nothing, but hides too much."
                                                    : "is right.";
    page.say(
        {.text =
             "Change one word at a time. Earlier outputs move by {} at most, its own and later ones by {} at least. "
             "As a causal mask, this one " +
             verdict,
         .numbers = {leak(moved), least_heard(moved)},
         .in_output = false});
}

}  // namespace

void live_page(common::Page& page)
{
    const BoolMatrix mask =
        page.cells("mask", "The mask: who may look (rows) at whom (columns)?", causal_mask(3, 3), words, words);
    const bool is_broken = page.toggle("broken", "The value of mat holds a NaN");
    const auto hiding = static_cast<Hiding>(
        page.choice("hiding", "A hidden pair gets", {"−∞", "0", "−1e9", "its score − 1e9", "weight 0, after softmax"}));

    const Matrix weights = weights_of(mask, hiding);
    show_weights(page, weights, mask);
    show_outputs(page, weights, values(is_broken), mask, hiding == Hiding::infinity);
    if (hiding == Hiding::infinity && !is_broken) say_leak(page, mask);
}

}  // namespace attention
