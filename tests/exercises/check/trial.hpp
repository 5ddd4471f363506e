/// \file
/// For exercises whose answer is a test: it is tried on functions that are right, and on impostors.
#pragma once

#include "tests/exercises/check/question.hpp"
#include "tests/exercises/check/value.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace check
{

/// A function for a learner's test to judge, and what it does, to be said after "it believes one that ...".
template <typename Function>
struct Candidate {
    std::string what;
    Function function;
};

/// Whether a test accepts all that is right. The answer to a trial is a word: a letter for each candidate, the right ones first,
/// `y` where the test accepts it and `n` where it does not.
/// \param right  what each of the right candidates does
Property turns_down_nothing_right(std::vector<std::string> right);

/// Whether it accepts nothing else; of the same word.
/// \param right      how many right candidates come first
/// \param impostors  what each of the other candidates does
Property catches_every_impostor(std::size_t right, std::vector<std::string> impostors);

/// A question to a learner's test: does it accept what is right, and nothing else?
/// \param call       as a learner would write it
/// \param test       true = the learner's test accepts the function
/// \param right      functions that it must accept
/// \param impostors  functions that it must reject, the easiest to catch first
template <typename Function>
Question trial(std::string call, std::function<bool(const Function&)> test, std::vector<Candidate<Function>> right,
               std::vector<Candidate<Function>> impostors)
{
    const auto names = [](const std::vector<Candidate<Function>>& candidates) {
        std::vector<std::string> all;
        for (const Candidate<Function>& candidate : candidates) all.push_back(candidate.what);
        return all;
    };
    std::vector<Property> properties = {turns_down_nothing_right(names(right)),
                                        catches_every_impostor(right.size(), names(impostors))};
    std::vector<Candidate<Function>> candidates = std::move(right);
    for (Candidate<Function>& impostor : impostors) candidates.push_back(std::move(impostor));
    return {.call = std::move(call),
            .answer =
                [test = std::move(test), candidates = std::move(candidates)] {
                    std::string word;
                    for (const Candidate<Function>& candidate : candidates)
                        word += test(candidate.function) ? 'y' : 'n';
                    return Value(word);
                },
            .properties = std::move(properties)};
}

}  // namespace check
