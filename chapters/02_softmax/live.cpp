// Chapter 2, live: move the scores and the temperature, and move all scores together until the plain formula breaks.

#include "02_softmax/softmax.hpp"

#include "01_similarity/bank.hpp"
#include "01_similarity/similarity.hpp"
#include "common/page.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

/// The scores of "bank" in "the river bank", unless the reader has moved them, shape (3).
Vector scores_on(common::Page& page)
{
    Vector scores = score_row(bank::q, bank::river.K);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        const std::string& word = bank::river.words[j];
        scores(j) =
            page.slider(word, "Score of “" + word + "”", {.from = -5, .to = 5, .step = 0.5, .start = scores(j)});
    }
    return scores;
}

/// The formula as it is, step by step: exponentials and shares, shape (4, 2); the last row has their sums.
Matrix step_by_step(const Vector& scores)
{
    const Vector exps = xt::exp(scores);
    const Vector shares = naive_softmax(scores);
    Matrix steps = xt::zeros<double>({scores.size() + 1, std::size_t{2}});
    for (std::size_t j = 0; j < scores.size(); ++j) set_row(steps, j, {exps(j), shares(j)});
    set_row(steps, scores.size(), {xt::sum(exps)(), xt::sum(shares)()});
    return steps;
}

/// What became of the formula as it is.
std::string verdict(double sum, double shift)
{
    if (std::isinf(sum))
        return "Overflow: an exponential is larger than any double, and inf / inf is nan, not a number.";
    if (sum == 0) return "Each exponential is so small that a double rounds it to 0, and 0 / 0 is nan, not a number.";
    if (shift == 0) return "Both ways give the same weights.";
    return "Every exponential has changed by the same factor. It cancels, and no weight has changed.";
}

}  // namespace

void live_page(common::Page& page)
{
    page.say({.text =
                  "Turn the temperature down, then up. Then add more and more to every score: what changes, and when "
                  "does it break?"});
    page.column();
    const Vector scores = scores_on(page);
    const double T = page.slider("T", "Temperature T", {.from = 0.1, .to = 10, .step = 0.1, .start = 1});
    const double shift =
        page.slider("shift", "Add to every score", {.from = -1000, .to = 1000, .step = 10, .start = 0});
    const Vector moved = (scores + shift) / T;

    page.column();
    page.show({.caption = "Weights: softmax, which subtracts the largest score first",
               .labels = bank::river.words,
               .values = softmax(moved)});
    const Matrix steps = step_by_step(moved);
    std::vector<std::string> rows = bank::river.words;
    rows.emplace_back("sum");
    page.show({.caption = "The formula as it is, without subtracting",
               .values = steps,
               .rows = rows,
               .columns = {"exp(score / T)", "weight"}});
    page.say({.text = verdict(steps(scores.size(), 0), shift)});
}

}  // namespace attention
