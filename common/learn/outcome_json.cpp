#include "common/learn/outcome_json.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>

namespace learn
{

namespace
{

using Json = nlohmann::ordered_json;

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
