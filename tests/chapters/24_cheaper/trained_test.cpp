// Models that learn with windows and without: the tasks, and what has been learned.

#include "24_cheaper/learned.hpp"
#include "24_cheaper/sinks/doubled.hpp"
#include "24_cheaper/sinks/first_token.hpp"
#include "24_cheaper/windows/cliff.hpp"
#include "24_cheaper/windows/copy_back.hpp"

#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/sequences.hpp"
#include "17_induction/training.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <atomic>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

const std::function<void()> nothing = [] {};

/// Whether a token stands among the latest places.
bool is_among(const Sequences& sequences, std::size_t s, int token, std::size_t from, std::size_t end)
{
    for (std::size_t place = from; place < end; ++place) {
        if (sequences.token(s, place) == token) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("copy back asks for the token so many places before, and for nothing where there is none")
{
    common::Random random(1);
    const Sequences sequences = copy_back_sequences(7, 3, random);
    REQUIRE(sequences.count() == 3);
    CHECK(sequences.asked() == std::size_t{75});
    for (std::size_t place = 0; place < 32; ++place) {
        const int right = place < 7 ? nothing_asked : sequences.token(1, place - 7);
        CHECK(sequences.target(1, place) == right);
    }
}

TEST_CASE("blocks come twice, and what is known is asked where it is known")
{
    common::Random random(2);
    common::Random again(2);
    common::Random once_more(2);
    const Sequences known = doubled_sequences({Next::known}, 0, 50, random);
    const Sequences unknown = doubled_sequences({Next::unknown}, sink_window, 50, again);
    const Sequences all = doubled_sequences({Next::known, Next::unknown, Next::unclear}, 0, 50, once_more);
    CHECK(known.tokens == unknown.tokens);
    CHECK(known.tokens == all.tokens);
    CHECK(all.asked() == 50 * (doubled_length - 1));
    for (std::size_t s = 0; s < 50; ++s) {
        CHECK(known.token(s, 0) == start_token);
        for (std::size_t place = 1; place < doubled_length; ++place) {
            const int token = known.token(s, place);
            const std::size_t begins = place < sink_window ? 0 : place - sink_window + 1;
            const bool is_known = known.target(s, place) != nothing_asked;
            const bool is_unknown = unknown.target(s, place) != nothing_asked;
            CHECK_FALSE((is_known && is_unknown));
            CHECK_FALSE((is_unknown && place < sink_window));
            if (is_known) {  // the token came before, within the window, and with it what comes next
                CHECK(is_among(known, s, token, begins, place));
                CHECK(is_among(known, s, known.target(s, place), begins, place));
            }
            if (is_unknown) {  // neither came before
                CHECK_FALSE(is_among(known, s, token, 0, place));
                CHECK_FALSE(is_among(known, s, unknown.target(s, place), 0, place));
            }
        }
    }
}

TEST_CASE("weights are measured where something is asked, and nowhere else")
{
    common::Random random(3);
    ModelShape shape{.vocabulary = doubled_letters + 1, .length = doubled_length};
    shape.sight = {.window = 1, .first = 1};
    const Parameters<float> model = random_parameters<float>(shape, random);
    Sequences sequences = doubled_sequences({}, 0, 1, random);
    sequences.targets[20] = 3;
    const AtPlaces places = at_places(model, sequences);
    const Matrix weights = weights_of(forward(model, sequences), 0, HeadName{1, 0});
    CHECK(places.on_first == weights(20, 0));
    CHECK(std::abs(weights(20, 0) + weights(20, 20) - places.in_all) < 1e-6);
    CHECK(seen_with(model, {.window = sink_window}).unknown.on_first == 0.0);  // out of reach from place 9 on
}

TEST_CASE("several models learn at once what each would learn alone, and all steps are told")
{
    const Task task = [](int, std::size_t count, common::Random& random) {
        return repeated_sequences({}, count, random);
    };
    std::vector<LearningPlan> lessons(3, {.task = task, .steps = 5});
    lessons[1].seed = 2;
    std::atomic<int> told = 0;
    const std::vector<Parameters<float>> models = learned(lessons, [&] { ++told; });
    CHECK(told == 15);
    CHECK(difference(models[0].embedding, models[2].embedding) == 0.0);
    CHECK(difference(models[0].embedding, models[1].embedding) > 0.0);
    CHECK(difference(models[1].embedding, learned(lessons[1]).embedding) == 0.0);
    Recipe recipe;  // and as chapter 17 learns
    recipe.steps = 5;
    CHECK(difference(models[0].embedding, train<float>(recipe).embedding) == 0.0);
}

TEST_CASE("layers of windows copy as far as they reach, and not one place further", "[trained]")
{
    const std::vector<CopyBack> all = copies_back(8, 3, 800, nothing);
    REQUIRE(all.size() == 6);
    for (std::size_t c = 0; c < all.size(); ++c) {
        CHECK(all[c].back == 7 * all[c].layers + c % 2);
        CHECK((c % 2 == 0 ? all[c].accuracy > 0.98 : all[c].accuracy < 0.1));
    }
}

TEST_CASE("what is cut off at the block's length is lost, and learned with a window it comes back up to 14",
          "[trained]")
{
    const Cliff found = cliff(2, 1500, nothing);
    for (std::size_t w = 0; w < cliff_windows.size(); ++w) {
        for (std::size_t b = 0; b < cliff_blocks.size(); ++b) {
            const double accuracy = found.cut_off[w].accuracy(b);
            CHECK((cliff_windows[w] < cliff_blocks[b] ? accuracy < 0.05 : accuracy > 0.5));
            if (cliff_windows[w] >= 2 * cliff_blocks[b]) CHECK(accuracy > 0.98);
        }
    }
    for (std::size_t b = 0; b < cliff_blocks.size(); ++b) {
        CHECK((cliff_blocks[b] <= 14 ? found.with_window.accuracy(b) > 0.6 : found.with_window.accuracy(b) < 0.2));
    }
}

TEST_CASE("with nothing to find the weight goes to the first token, and without it the model is worse than a guess",
          "[trained]")
{
    const Sinks found = sinks(3, 1800, nothing);
    CHECK(found.as_learned.unknown.on_first > 0.8);
    CHECK(found.as_learned.known.on_first < 0.4);
    CHECK(found.as_learned.known.accuracy > 0.95);
    CHECK(found.as_learned.unknown.loss < 3.4);
    CHECK(found.dropped.unknown.loss > 4.5);
    CHECK(found.another.unknown.loss > 4.5);
    CHECK(found.more_now.unknown.loss > 4.0);
    CHECK(found.more_always.unknown.loss < 3.4);
    CHECK(found.more_always.unknown.in_all < 0.3);
    CHECK(found.more_always.known.in_all > 0.6);
    CHECK(found.more_always.known.accuracy > 0.95);
    CHECK(std::abs(found.dropped.known.in_all - 1.0) < 1e-5);
}
