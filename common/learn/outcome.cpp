#include "common/learn/outcome.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace learn
{

namespace
{

using Json = nlohmann::json;

struct Words {
    State state;
    const char* name;
    const char* words;
    char letter;
};

constexpr std::array<Words, 7> all_words = {{{State::solved, "solved", "solved", 'x'},
                                             {State::wrong, "wrong", "not right yet", '~'},
                                             {State::not_started, "not_started", "not started yet", ' '},
                                             {State::does_not_compile, "does_not_compile", "does not compile yet", '!'},
                                             {State::crashed, "crashed", "it stopped half way", '!'},
                                             {State::timed_out, "timed_out", "it did not come to an end", '!'},
                                             {State::unchecked, "unchecked", "changed, not checked yet", '?'}}};

const Words& words_of(State state) { return all_words.at(static_cast<std::size_t>(state)); }

std::optional<State> state_named(const std::string& name)
{
    for (const Words& words : all_words) {
        if (name == words.name) return words.state;
    }
    return std::nullopt;
}

std::string text_at(const Json& object, const char* key)
{
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : "";
}

std::optional<Outcome::Shape> shape_at(const Json& object, const char* key)
{
    if (!object.contains(key) || !object[key].is_array()) return std::nullopt;
    Outcome::Shape shape;
    for (const Json& number : object[key]) {
        if (!number.is_number_unsigned()) return std::nullopt;
        shape.push_back(number.get<std::size_t>());
    }
    return shape;
}

template <typename Item>
Json or_null(const std::optional<Item>& item)
{
    return item ? Json(*item) : Json();
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

std::string name_of(State state) { return words_of(state).name; }

std::string words_for(State state) { return words_of(state).words; }

char letter_for(State state) { return words_of(state).letter; }

std::optional<Outcome> outcome_from_json(const std::string& json)
{
    const Json object = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) return std::nullopt;
    const std::optional<State> state = state_named(text_at(object, "state"));
    if (!state) return std::nullopt;
    Outcome outcome;
    outcome.state = *state;
    outcome.diagnosis = text_at(object, "diagnosis");
    outcome.message = text_at(object, "message");
    outcome.call = text_at(object, "call");
    outcome.expected_shape = shape_at(object, "expected_shape");
    outcome.actual_shape = shape_at(object, "actual_shape");
    outcome.first_difference = shape_at(object, "first_difference");
    if (object.contains("seed") && object["seed"].is_number_unsigned())
        outcome.seed = object["seed"].get<std::uint64_t>();
    if (object.contains("seconds") && object["seconds"].is_number()) outcome.seconds = object["seconds"].get<double>();
    outcome.text = text_at(object, "text");
    outcome.printed = text_at(object, "printed");
    outcome.everything = text_at(object, "everything");
    return outcome;
}

std::string call_in_report(const std::string& report)
{
    const Json object = Json::parse(report, nullptr, /*allow_exceptions=*/false);
    return object.is_object() ? text_at(object, "call") : "";
}

std::string to_json(const Outcome& outcome)
{
    const Json object = {{"state", name_of(outcome.state)},
                         {"diagnosis", or_null(outcome.diagnosis)},
                         {"message", outcome.message},
                         {"call", outcome.call},
                         {"expected_shape", or_null(outcome.expected_shape)},
                         {"actual_shape", or_null(outcome.actual_shape)},
                         {"first_difference", or_null(outcome.first_difference)},
                         {"seed", or_null(outcome.seed)},
                         {"seconds", outcome.seconds},
                         {"text", outcome.text},
                         {"printed", outcome.printed},
                         {"everything", outcome.everything}};
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace learn
