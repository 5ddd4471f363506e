// What chapter 17's model sees: against chapter 12's masks, against softmax written out, and its gradient against differences.

#include "24_cheaper/windows/reach.hpp"

#include "01_similarity/similarity.hpp"
#include "07_attention/attention.hpp"
#include "12_masks/masked_attention.hpp"
#include "17_induction/checked.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

constexpr ModelShape small{.vocabulary = 5, .length = 9, .d_model = 4, .heads = 1, .d_head = 4, .layers = 2};

Sequences some_sequences(common::Random& random)
{
    Sequences sequences{small.length, {}, {}};
    for (std::size_t t = 0; t < 2 * small.length; ++t) {
        sequences.tokens.push_back(static_cast<int>(random.below(small.vocabulary)));
        sequences.targets.push_back(static_cast<int>(random.below(small.vocabulary)));
    }
    return sequences;
}

Parameters<double> model_with(const VisibleKeys& sight, common::Random& random)
{
    Parameters<double> model = random_parameters<double>(small, random);
    model.shape.sight = sight;
    return model;
}

/// Rows of one sequence, of a matrix that has those of all.
Matrix rows_of(const Matrix& all, std::size_t sequence)
{
    return xt::view(all, xt::range(sequence * small.length, (sequence + 1) * small.length), xt::all());
}

}  // namespace

TEST_CASE("a window and first tokens are chapter 12's attention under that mask")
{
    common::Random random(1);
    const Sequences sequences = some_sequences(random);
    for (const auto& [window, first] :
         std::vector<std::pair<std::size_t, std::size_t>>{{1, 0}, {3, 0}, {3, 2}, {20, 0}}) {
        const Parameters<double> model = model_with({.window = window, .first = first}, random);
        const Trace<double> trace = forward(model, sequences);
        for (const std::size_t layer : {0U, 1U}) {
            const LayerTrace<double>& t = trace.layers[layer];
            const Attention right = scaled_dot_product_attention(rows_of(t.Q, 1), rows_of(t.K, 1), rows_of(t.V, 1),
                                                                 window_mask(small.length, window, first));
            CHECK(difference(weights_of(trace, 1, {layer, 0}), right.weights) < 1e-14);
            CHECK(difference(rows_of(t.found, 1), right.output) < 1e-14);
        }
    }
}

TEST_CASE("one more in the sum: exp(s) over 1 and the sum of them")
{
    common::Random random(2);
    const Sequences sequences = some_sequences(random);
    const Parameters<double> model = model_with({.window = 4, .one_more = true}, random);
    const Trace<double> trace = forward(model, sequences);
    const Matrix Q = rows_of(trace.layers[0].Q, 0);
    const Matrix K = rows_of(trace.layers[0].K, 0);
    const Matrix weights = weights_of(trace, 0, {0, 0});
    for (std::size_t i = 0; i < small.length; ++i) {
        const std::size_t begin = i < 3 ? 0 : i - 3;
        double sum = 1.0;
        for (std::size_t j = begin; j <= i; ++j) sum += std::exp(dot(row_of(Q, i), row_of(K, j)) / 2.0);
        double total = 0.0;
        for (std::size_t j = begin; j <= i; ++j) {
            CHECK(std::abs(weights(i, j) - std::exp(dot(row_of(Q, i), row_of(K, j)) / 2.0) / sum) < 1e-14);
            total += weights(i, j);
        }
        CHECK(total < 1.0);
        for (std::size_t j = 0; j < begin; ++j) CHECK(weights(i, j) == 0.0);
    }
}

TEST_CASE("one more in the sum stays finite, however large the scores are")
{
    common::Random random(3);
    const Sequences sequences = some_sequences(random);
    Parameters<double> model = model_with({.one_more = true}, random);
    model.layers[0].W_Q *= 1e6;
    const Matrix weights = weights_of(forward(model, sequences), 0, {0, 0});
    for (std::size_t i = 0; i < small.length; ++i) {
        const double total = xt::sum(row_of(weights, i))();
        CHECK(std::isfinite(total));
        CHECK(total >= 0.0);
        CHECK(total <= 1.0 + 1e-12);
    }
}

TEST_CASE("the gradient is right whatever is seen")
{
    common::Random random(4);
    const Sequences sequences = some_sequences(random);
    for (const VisibleKeys& sight : {VisibleKeys{.window = 3}, VisibleKeys{.window = 2, .first = 1},
                                     VisibleKeys{.window = 3, .first = 1, .one_more = true}}) {
        CHECK(std::ranges::max(gradient_errors(model_with(sight, random), sequences)) < 1e-6);
    }
}
