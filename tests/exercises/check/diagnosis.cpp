#include "tests/exercises/check/diagnosis.hpp"

#include "tests/exercises/check/recognise.hpp"
#include "tests/exercises/check/relate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace check
{

namespace
{

/// The mistakes of a question that give a value, one for each key.
std::vector<const Mistake*> mistakes_giving(const Question& question, const Value& value)
{
    std::vector<const Mistake*> found;
    for (const Mistake& mistake : question.mistakes) {
        const bool is_right = question.expected && agree(*question.expected, mistake.value, question.tolerance);
        const bool is_known =
            std::ranges::any_of(found, [&](const Mistake* known) { return known->key == mistake.key; });
        if (!is_right && !is_known && agree(mistake.value, value, mistake.tolerance)) found.push_back(&mistake);
    }
    return found;
}

/// The known mistake that gives just this value, or the part of it that is wrong, if one does. Where several do, nobody can
/// tell which it was, and all are said.
std::optional<Diagnosis> known_mistake(const Question& question, const Value& actual)
{
    const Value expected = question.expected.value_or(actual);
    std::vector<const Mistake*> found = mistakes_giving(question, actual);
    if (found.empty())
        found = mistakes_giving(question, first_disagreement(expected, actual, question.tolerance).actual);
    if (found.empty()) return {};
    std::string sentence = found.size() > 1 ? "Either: " : "";
    for (const Mistake* mistake : found) sentence += (mistake == found.front() ? "" : " Or: ") + mistake->sentence;
    return Diagnosis{found.front()->key, sentence};
}

std::optional<Diagnosis> broken_property(const Question& question, const Value& actual)
{
    for (const Property& property : question.properties) {
        const std::string problem = property.problem(actual);
        if (!problem.empty()) return Diagnosis{property.key, problem};
    }
    return {};
}

std::string count_of_differences(const Pair& pair, double tolerance)
{
    const std::size_t all = pair.expected.cells.size();
    std::size_t count = 0;
    for (std::size_t cell = 0; cell < all; ++cell) {
        if (!agree(pair.expected.cells[cell], pair.actual.cells[cell], tolerance)) ++count;
    }
    if (count == all) return fmt::format("None of the {} numbers is right.", all);
    return fmt::format("{} of the {} numbers {} wrong.", count, all, count == 1 ? "is" : "are");
}

std::string plain_difference(const Pair& pair, double tolerance)
{
    const auto& [expected, actual] = pair;
    if (actual.kind == Value::Kind::exception) {
        const bool sizes_clash = actual.name.find("broadcast_error") != std::string::npos;
        const std::string advice =
            sizes_clash ? " Tensors go together number by number, so * is not the matrix product; common::product is."
                        : "";
        const std::string where = actual.line == 0 ? "" : fmt::format(" in line {}", actual.line);
        return fmt::format("Your code threw {}{}: {}{}", actual.name, where, actual.text, advice);
    }
    if (expected.kind == Value::Kind::exception) {
        return fmt::format("This call should throw {}, but your code returned something.", expected.name);
    }
    if (expected.shape != actual.shape) {
        return fmt::format("The shape is {}, and should be {}.", text_of(actual.shape), text_of(expected.shape));
    }
    if (expected.cells.size() < 2) return "This is not the right answer.";
    return count_of_differences(pair, tolerance);
}

}  // namespace

Diagnosis diagnose(const Question& question, const Value& actual)
{
    if (const auto mistake = known_mistake(question, actual)) return *mistake;
    if (actual.kind == Value::Kind::exception) return {"", plain_difference({actual, actual}, question.tolerance)};
    if (!question.expected) {
        return broken_property(question, actual).value_or(Diagnosis{"", "This is not the right answer."});
    }
    const Pair pair = first_disagreement(*question.expected, actual, question.tolerance);
    if (!question.secret) {
        if (const auto general = recognise(pair)) return *general;
    }
    if (pair.expected.shape == pair.actual.shape) {
        if (const auto broken = broken_property(question, actual)) return *broken;
    }
    if (!question.secret) {
        if (const auto relation = relate(pair)) return *relation;
    }
    return {"", plain_difference(pair, question.tolerance)};
}

}  // namespace check
