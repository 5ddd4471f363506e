#include "tests/exercises/17_induction/mended_targets/task.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

/// As numbers that the check can show.
Vector numbers(const std::vector<int>& targets)
{
    Vector v = xt::zeros<double>({targets.size()});
    for (std::size_t t = 0; t < targets.size(); ++t) v(t) = targets[t];
    return v;
}

/// How the questions may be asked.
struct Way {
    std::size_t first = 0;  ///< the place where the first is asked
    std::size_t ahead = 1;  ///< how far ahead the token is that is asked for
    bool round = false;     ///< whether the last places ask for tokens at the start
};

Vector asked(const std::vector<int>& tokens, const Way& way)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t t = way.first; t < tokens.size(); ++t) {
        if (t + way.ahead < tokens.size() || way.round) targets[t] = tokens[(t + way.ahead) % tokens.size()];
    }
    return numbers(targets);
}

/// The same, and nothing is asked at the last place where something could be.
Vector without_last(Vector targets)
{
    targets(targets.size() - 2) = -1;
    return targets;
}

Vector asked_in_the_first_block(const std::vector<int>& tokens, std::size_t block)
{
    Vector targets = asked(tokens, {0});
    for (std::size_t t = block; t < targets.size(); ++t) targets(t) = -1;
    return targets;
}

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("a block of four, eleven places")
{
    const std::string early = "The first question comes too early: at place 3 no token has come a second time. ";
    const std::string early_all = "There are questions in the first block. Nobody can know those answers. ";
    const std::string late = "The first token of the second block is at place 4: ask there, too. ";
    const std::string own = "Each place asks for its own token. ";
    const std::string far = "Each place asks for the token after next. ";
    const std::string round = "The last place asks for the token at the beginning. ";
    const std::vector<int> tokens = {5, 2, 7, 1, 5, 2, 7, 1, 5, 2, 7};
    check::ask(
        {.call = "mended_targets({5, 2, 7, 1, 5, 2, 7, 1, 5, 2, 7}, 4)",
         .answer = [&] { return numbers(mended_targets(tokens, 4)); },
         .expected = asked(tokens, {4}),
         .mistakes = {
             {"nothing_mended", asked(tokens, {3, 2, true}), "All three slips are still there."},
             {"early_and_round", asked(tokens, {3, 1, true}),
              "The first question comes too early, and the last place still asks for what comes next."},
             {"early_and_far", asked(tokens, {3, 2}),
              "The first question comes too early, and each asks for the token after next."},
             {"far_and_round", asked(tokens, {4, 2, true}),
              "Each place asks for the token after next, and the last ones for tokens at the start."},
             {"asks_too_early", asked(tokens, {3}),
              "The token at place 3 is the last of the first block. It has not been seen before, so nobody can know what "
              "comes next."},
             {"too_far_ahead", asked(tokens, {4, 2}),
              "Each place asks for the token after next. The next one is at t + 1."},
             {"goes_round", asked(tokens, {4, 1, true}),
              "The last place asks for the first token of all. Nothing comes after it in this sequence: -1."},
             {"asks_for_itself", asked(tokens, {4, 0}),
              "Each place asks for its own token, which is already known. Ask for the next one."},
             {"asks_too_late", asked(tokens, {5}),
              "The first token of the second block is at place 4, and it has been seen before: ask there, too."},
             {"asks_everywhere", asked(tokens, {0}),
              "There are questions in the first block. Nobody can know those answers."},
             {"everywhere_and_round", asked(tokens, {0, 1, true}), early_all + round},
             {"everywhere_and_far", asked(tokens, {0, 2}), early_all + far},
             {"everywhere_and_far_and_round", asked(tokens, {0, 2, true}), early_all + far + round},
             {"everywhere_and_itself", asked(tokens, {0, 0}), early_all + own},
             {"early_and_itself", asked(tokens, {3, 0}), early + own},
             {"late_and_round", asked(tokens, {5, 1, true}), late + round},
             {"late_and_far", asked(tokens, {5, 2}), late + far},
             {"late_and_far_and_round", asked(tokens, {5, 2, true}), late + far + round},
             {"late_and_itself", asked(tokens, {5, 0}), late + own},
             {"asks_too_late", asked(tokens, {8}), "The second block counts: its tokens come for the second time."},
             {"last_question_missing", without_last(asked(tokens, {4})),
              "The question at place 9 is missing. Another token follows, at place 10."},
             {"first_block_only", asked_in_the_first_block(tokens, 4),
              "You ask in the first block and nowhere else. It is the other way around: from the second block on."}}});
}

TEST_CASE("other blocks, and sequences that hardly begin again")
{
    common::Random random(check::seed());
    for (const std::size_t block : {1U, 3U, 6U}) {
        for (const std::size_t length : {std::size_t{0}, block, block + 1, block + 2, 4 * block + 1}) {
            std::vector<int> tokens;
            for (std::size_t t = 0; t < length; ++t) {
                tokens.push_back(t < block ? static_cast<int>(10 * t + random.below(10)) : tokens[t - block]);
            }
            check::ask({.call = fmt::format("mended_targets: {} tokens, blocks of {}", length, block),
                        .answer = [&] { return numbers(mended_targets(tokens, block)); },
                        .expected = asked(tokens, {block}),
                        .seed = check::seed()});
        }
    }
}
