#include "common/learn/report.hpp"

#include "common/learn/outcome_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>

namespace learn
{

namespace
{

using Json = nlohmann::ordered_json;

bool is_solved(const Judged& judged) { return judged.outcome.state == State::solved; }

/// Exercism tells a test that fails from one that could not run.
std::string status_of(const Outcome& outcome)
{
    switch (outcome.state) {
    case State::solved: return "pass";
    case State::wrong:
    case State::not_started: return "fail";
    default: return "error";
    }
}

Json as_test(const Judged& judged)
{
    const Outcome& outcome = judged.outcome;
    Json test = {{"name", judged.exercise.id()}, {"status", status_of(outcome)}, {"test_code", outcome.call}};
    test["message"] = is_solved(judged) ? Json() : Json(outcome.text);
    test["output"] = outcome.printed.empty() ? Json() : Json(outcome.printed.substr(0, 500));  // Exercism's limit
    return test;
}

/// What to_json says of an outcome, without its long texts.
Json as_exercise(const Judged& judged)
{
    Json exercise = {{"name", judged.exercise.name},
                     {"chapter", judged.exercise.chapter},
                     {"number", judged.exercise.number},
                     {"title", judged.exercise.title}};
    exercise.update(Json::parse(to_json(judged.outcome)));
    for (const char* text : {"text", "printed", "everything"}) exercise.erase(text);
    return exercise;
}

Json exercises_of(const std::vector<Judged>& all)
{
    Json exercises = Json::array();
    for (const Judged& judged : all) exercises.push_back(as_exercise(judged));
    return exercises;
}

std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

/// A text in which whatever is no UTF-8 has been replaced, and so have the two characters that XML does not allow though they
/// are UTF-8: U+FFFE and U+FFFF.
std::string readable(const std::string& text)
{
    std::string result = Json::parse(dumped(text)).get<std::string>();
    for (const char* forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = result.find(forbidden); at != std::string::npos; at = result.find(forbidden, at))
            result.replace(at, 3, "?");
    }
    return result;
}

/// A text as XML allows it: five characters have names, and control characters are not allowed at all.
std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : readable(text)) {
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        case '\'': result += "&apos;"; break;
        default: result += std::iscntrl(static_cast<unsigned char>(c)) != 0 && c != '\n' && c != '\t' ? '?' : c;
        }
    }
    return result;
}

std::string as_test_case(const Judged& judged)
{
    const Outcome& outcome = judged.outcome;
    const std::string opening = fmt::format(R"(    <testcase classname="{}" name="{}" time="{:.3f}")",
                                            judged.exercise.chapter, judged.exercise.name, outcome.seconds);
    if (is_solved(judged)) return opening + "/>\n";
    const std::string kind = status_of(outcome) == "fail" ? "failure" : "error";
    const std::string type = outcome.diagnosis.empty() ? name_of(outcome.state) : outcome.diagnosis;
    return opening + fmt::format(">\n      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n    </testcase>\n", kind,
                                 escaped(type), escaped(outcome.message), escaped(outcome.text));
}

/// `tests="3" failures="1" errors="0" time="1.200"`
std::string totals(const std::vector<Judged>& all)
{
    const auto count = [&](const char* status) {
        return std::ranges::count_if(all, [&](const Judged& judged) { return status_of(judged.outcome) == status; });
    };
    double seconds = 0.0;
    for (const Judged& judged : all) seconds += judged.outcome.seconds;
    return fmt::format(R"(tests="{}" failures="{}" errors="{}" time="{:.3f}")", all.size(), count("fail"),
                       count("error"), seconds);
}

}  // namespace

std::string report_as_json(const std::vector<Judged>& all)
{
    const bool passed = std::ranges::all_of(all, is_solved);
    Json report = {{"version", 3}, {"status", passed ? "pass" : "fail"}, {"tests", Json::array()}};
    for (const Judged& judged : all) report["tests"].push_back(as_test(judged));
    report["exercises"] = exercises_of(all);
    return dumped(report);
}

std::string report_as_junit(const std::vector<Judged>& all)
{
    std::map<std::string, std::vector<Judged>> by_chapter;
    for (const Judged& judged : all) by_chapter[judged.exercise.chapter].push_back(judged);
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    xml += fmt::format("<testsuites name=\"Dot by Dot\" {}>\n", totals(all));
    for (const auto& [chapter, judged] : by_chapter) {
        xml += fmt::format("  <testsuite name=\"{}\" {}>\n", chapter, totals(judged));
        for (const Judged& one : judged) xml += as_test_case(one);
        xml += "  </testsuite>\n";
    }
    return xml + "</testsuites>\n";
}

std::string list_as_json(const std::vector<Chapter>& chapters, const Progress& progress, const std::vector<Judged>& all)
{
    Json lessons = Json::array();
    for (const Chapter& chapter : chapters) {
        lessons.push_back({{"number", chapter.number},
                           {"name", chapter.name},
                           {"title", chapter.title},
                           {"idea", chapter.idea},
                           {"run", progress.has_run(chapter.name)}});
    }
    return dumped({{"chapters", lessons}, {"exercises", exercises_of(all)}, {"solved", count_solved(all)}});
}

}  // namespace learn
