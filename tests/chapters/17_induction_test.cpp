#include "17_induction/backward.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/repeated.hpp"

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

TEST_CASE("the gradient of the whole model agrees with central differences, each number of it")
{
    for (const Positions positions : {Positions::in_queries_and_keys, Positions::in_words}) {
        common::Random random(1);
        const ModelShape shape = small_shape(positions);
        Parameters<double> model = random_model(shape, random);
        const Sequences batch = random_sequences(shape, 6, 7, random);
        BatchGradient<double> gradient(shape, 2);
        CHECK_THAT(gradient.of(model, batch).loss, WithinAbs(loss_of(model, batch), 1e-13));

        const common::Parts<double> numbers = parts_of(model);
        const common::Parts<double> found = parts_of(gradient.gradient());
        for (std::size_t p = 0; p < numbers.size(); ++p) {
            Matrix given = xt::zeros<double>({std::size_t{1}, numbers[p].size()});
            std::copy(found[p].begin(), found[p].end(), given.begin());
            Matrix at = given;
            std::copy(numbers[p].begin(), numbers[p].end(), at.begin());
            const auto loss = [&](const Matrix& moved) {
                std::copy(moved.begin(), moved.end(), numbers[p].begin());
                return loss_of(model, batch);
            };
            const Matrix tried = central_differences(loss, at);
            std::copy(at.begin(), at.end(), numbers[p].begin());
            INFO("part " << p);
            CHECK(xt::amax(xt::abs(tried))() > 1e-4);
            CHECK(relative_error(given, tried) < 1e-7);
            CHECK(difference(given, tried) < 1e-7);
        }
    }
}
