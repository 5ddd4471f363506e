#include "tests/exercises/check/judge.hpp"

#include "tests/exercises/check/diagnosis.hpp"
#include "tests/exercises/check/side_by_side.hpp"

#include "common/not_done_yet.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string_view>

namespace check
{

namespace
{

/// What the answer gave, or threw; common::NotDoneYet passes through.
Value value_of(const Question& question)
{
    try {
        return question.answer();
    } catch (const common::NotDoneYet&) {
        throw;
    } catch (const std::exception& exception) {
        return Value::thrown(exception);
    } catch (...) {
        return throws("something", "it is not a std::exception, so there is no message to show");
    }
}

bool is_right(const Question& question, const Value& value)
{
    if (question.expected) return agree(*question.expected, value, question.tolerance);
    if (value.kind == Value::Kind::exception) return false;
    const auto holds = [&](const Property& property) { return property.problem(value).empty(); };
    return std::ranges::all_of(question.properties, holds);
}

std::optional<Shape> first_difference(const Pair& pair, double tolerance)
{
    if (pair.expected.shape != pair.actual.shape) return {};
    for (std::size_t cell = 0; cell < pair.actual.cells.size(); ++cell) {
        if (!agree(pair.expected.cells[cell], pair.actual.cells[cell], tolerance))
            return place_of(cell, pair.actual.shape);
    }
    return {};
}

bool wants_colour()
{
    const char* colour = std::getenv("CHECK_COLOUR");
    return colour != nullptr && colour == std::string_view("1");
}

/// Add what can be shown of expected and actual.
void show(Verdict& verdict, const Question& question, const Value& value)
{
    const Pair pair = first_disagreement(*question.expected, value, question.tolerance);
    if (pair.expected.kind == pair.actual.kind && pair.actual.kind != Value::Kind::exception) {
        verdict.expected_shape = pair.expected.shape;
        verdict.actual_shape = pair.actual.shape;
        verdict.first_difference = first_difference(pair, question.tolerance);
        if (!pair.actual.name.empty()) verdict.call += ", its " + pair.actual.name;
    }
    verdict.picture = side_by_side(pair, {.secret = question.secret,
                                          .colour = wants_colour(),
                                          .max_lines = room_for_picture(verdict),
                                          .tolerance = question.tolerance});
}

/// The same where many answers would be right: the value alone, or each of its parts on a line of its own.
void show_alone(Verdict& verdict, const Value& value)
{
    if (value.kind == Value::Kind::parts) verdict.picture = part_by_part(value, room_for_picture(verdict));
    if (value.kind != Value::Kind::numbers && value.kind != Value::Kind::yes_no) return;
    verdict.actual_shape = value.shape;
    verdict.picture = side_by_side({value, value}, {.secret = true, .max_lines = room_for_picture(verdict)});
}

Verdict wrong(const Question& question, const Value& value)
{
    const Diagnosis diagnosis = diagnose(question, value);
    const bool crashed = value.kind == Value::Kind::exception && diagnosis.key.empty();
    Verdict verdict{.state = crashed ? State::crashed : State::wrong,
                    .diagnosis = diagnosis.key,
                    .message = diagnosis.sentence,
                    .call = question.call,
                    .seed = question.seed};
    if (question.expected && !crashed) show(verdict, question, value);
    if (!question.expected) show_alone(verdict, value);
    return verdict;
}

}  // namespace

Verdict judge(const Question& question)
{
    try {
        const Value value = value_of(question);
        return is_right(question, value) ? Verdict{.state = State::solved} : wrong(question, value);
    } catch (const common::NotDoneYet&) {
        return {.state = State::not_started,
                .message = "It still throws NotDoneYet. Take that line out, or put your own code in its place.",
                .call = question.call};
    }
}

}  // namespace check
