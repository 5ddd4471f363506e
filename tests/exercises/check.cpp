#include "tests/exercises/check.hpp"

#include "tests/exercises/check/judge.hpp"
#include "tests/exercises/check/report.hpp"

#include <cstdlib>
#include <stdexcept>

namespace check
{

void ask(const Question& question)
{
    report({.state = State::running, .call = question.call, .seed = question.seed});
    const Verdict verdict = judge(question);
    if (verdict.state == State::solved) return;
    report(verdict);
    throw std::runtime_error("the answer is not right");  // ends the test case; the verdict is known already
}

std::uint64_t seed()
{
    constexpr std::uint64_t usual = 2017;
    const char* wanted = std::getenv("CHECK_SEED");
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : usual;
}

}  // namespace check
