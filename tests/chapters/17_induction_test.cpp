#include "17_induction/backward.hpp"
#include "17_induction/checked.hpp"
#include "17_induction/composition.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/training.hpp"

#include "12_masks/masked_attention.hpp"
#include "14_gradients/finite_differences.hpp"

#include "common/random.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <set>

using namespace attention;
using tests::difference;

namespace
{

/// All sizes different, so that no matrix can be taken for another.
ModelShape small_shape(Positions positions)
{
    return {.vocabulary = 9, .length = 7, .d_model = 5, .heads = 2, .d_head = 3, .layers = 2, .positions = positions};
}

/// Random tokens; at about half of the places something is asked.
Sequences random_sequences(const ModelShape& shape, std::size_t count, std::size_t length, common::Random& random)
{
    Sequences sequences{length, {}, {}};
    for (std::size_t i = 0; i < count * length; ++i) {
        sequences.tokens.push_back(static_cast<int>(random.below(shape.vocabulary)));
        const int target = static_cast<int>(random.below(shape.vocabulary));
        sequences.targets.push_back(random.below(2) == 0 ? target : nothing_asked);
    }
    return sequences;
}

/// A model whose weights are far from equal and far from one-hot.
Parameters<double> random_model(const ModelShape& shape, common::Random& random)
{
    Parameters<double> model = random_parameters<double>(shape, random);
    for (const std::span<double>& part : parts_of(model)) {
        for (double& x : part) x *= 1.5;
    }
    return model;
}

double loss_of(const Parameters<double>& model, const Sequences& sequences)
{
    return result_of(forward(model, sequences), sequences).loss;
}

}  // namespace

TEST_CASE("the gradient of the whole model agrees with central differences, in each of its matrices")
{
    for (const Positions positions : {Positions::in_queries_and_keys, Positions::in_words}) {
        common::Random random(1);
        const ModelShape shape = small_shape(positions);
        const Parameters<double> model = random_model(shape, random);
        const std::vector<double> errors = gradient_errors(model, random_sequences(shape, 6, 7, random));
        REQUIRE(errors.size() == 3 + 4 * shape.layers);
        for (std::size_t p = 0; p < errors.size(); ++p) {
            INFO("part " << p);
            CHECK(errors[p] < 1e-7);
        }
    }
}
