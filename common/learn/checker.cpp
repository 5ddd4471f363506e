#include "common/learn/checker.hpp"

#include "common/catalogue/files.hpp"
#include "common/catalogue/text.hpp"
#include "common/learn/build.hpp"
#include "common/learn/died.hpp"
#include "common/learn/lock.hpp"
#include "common/learn/outcome_json.hpp"
#include "common/learn/process.hpp"
#include "common/learn/text.hpp"
#include "common/learn/triage.hpp"
#include "common/learn/verdicts.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace learn
{

namespace
{

constexpr std::chrono::seconds longest_run{10};

/// An outcome whose words are not those of a check program, laid out as its are.
Outcome told(const Exercise& exercise, State state, const std::string& message, const std::string& body)
{
    Outcome outcome;
    outcome.state = state;
    outcome.message = message;
    outcome.text =
        fmt::format("{}: {}\n\n{}\n  Again: ./learn check {}\n", exercise.id(), words_for(state), body, exercise.name);
    return outcome;
}

Outcome told(const Exercise& exercise, State state, const std::string& message)
{
    return told(exercise, state, message, indented(catalogue::wrapped(message, 76)));
}

/// Where nothing has to be built to know it: the file is not there, or as it was in the beginning.
std::optional<Outcome> before_the_beginning(const Exercise& exercise, const Places& places,
                                            const std::optional<std::string>& answer)
{
    const std::string file = exercise.answer().string();
    if (!answer) {
        return told(exercise, State::not_started,
                    fmt::format("{} is not there. `./learn reset {}` brings it back.", file, exercise.name));
    }
    if (answer != catalogue::read_if_there(places.project / exercise.stub())) return std::nullopt;
    return told(
        exercise, State::not_started,
        fmt::format(
            "The task is at the top of {}. Replace the line that throws NotDoneYet with your answer. For a nudge: ./learn hint {}",
            file, exercise.name));
}

/// Build what a verdict needs, and whatever else can be built where something cannot.
Heard build_check(const Exercise& exercise, const Places& places)
{
    if (!std::filesystem::exists(places.checks / "checks" / exercise.target())) {
        const bool is_first = !std::filesystem::exists(places.checks / "tests/exercises/libcheck_engine.a");
        fmt::print(stderr, "Building {}the check of {} (once).\n", is_first ? "what all checks share, and " : "",
                   exercise.id());
    }
    std::vector<std::string> command = build_command(places.checks);
    command.push_back(exercise.target() + ".check");
    if (command.front() != "cmake") command.insert(command.begin() + 1, {"-k", "0"});
    return listen(command, {"LC_ALL=C"});
}

/// Whether all that failed to build comes from the learner's file, by what Ninja says of each step that failed.
bool is_learners_failure(const Exercise& exercise, const std::string& output)
{
    const std::string failed = "FAILED: ";
    const std::string compiled = exercise.target() + ".answer.dir/";
    const std::string linked = "answers/exercises/";
    for (std::size_t at = output.find(failed); at != std::string::npos; at = output.find(failed, at + 1)) {
        const std::string line = output.substr(at, output.find('\n', at) - at);
        if (line.find(compiled) == std::string::npos && line.find(linked) == std::string::npos) return false;
    }
    return output.find(failed) != std::string::npos;
}

/// Make sure that an answer is compiled again. Whether that is needed is otherwise told by the times of files; but a file
/// that was saved while it was being compiled is older than what came of it.
void forget_build(const Exercise& exercise, const Places& places)
{
    std::error_code ignored;
    const std::string folder = exercise.target() + ".answer.dir";
    std::filesystem::remove_all(places.checks / "tests/exercises/CMakeFiles" / folder, ignored);
}

/// What stands between the learner's file and a program, if anything does.
std::optional<Outcome> build_trouble(const Exercise& exercise, const Places& places)
{
    const std::filesystem::path file = places.project / exercise.answer();
    std::optional<CompileTrouble> trouble = find_strange_encoding(file);
    if (!trouble) trouble = find_forbidden_include(file);
    std::string everything;
    if (!trouble) {
        const Heard heard = build_check(exercise, places);
        if (heard.exit_code == 0) return std::nullopt;
        if (!is_learners_failure(exercise, heard.output))
            throw BuildFailed("the check itself did not build:\n" + last_lines(heard.output + heard.errors, 30));
        everything = heard.output + heard.errors;
        trouble = explain_compile_error(everything, file);
    }
    Outcome outcome = told(exercise, State::does_not_compile, trouble->sentence, to_text(*trouble));
    outcome.diagnosis = trouble->kind;
    outcome.everything = everything;
    return outcome;
}

/// What to say of a check program that ended without a verdict.
Outcome post_mortem(const Exercise& exercise, const Places& places, const Heard& heard, const std::string& report)
{
    constexpr int ended_after_a_time = 124;
    const int exit_code = heard.timed_out ? ended_after_a_time : heard.exit_code;
    const std::string call = call_in_report(report);
    const std::filesystem::path file = places.project / exercise.answer();
    const std::optional<Death> outside = call.empty() ? trouble_outside(heard.errors, file) : std::nullopt;
    const Death death = outside ? *outside : explain_death(heard.errors, exit_code, file);
    const std::string where = call.empty() ? "" : fmt::format("\n  It happened in {}\n", call);
    const State state = heard.timed_out && !outside ? State::timed_out : State::crashed;
    Outcome outcome = told(exercise, state, death.sentence, to_text(death) + where);
    outcome.diagnosis = death.kind;
    outcome.call = call;
    outcome.everything = heard.errors;
    return outcome;
}

/// Run a check program, which writes its verdict into a report.
Outcome run_check(const Exercise& exercise, const Places& places)
{
    const std::filesystem::path report_file = places.checks / fmt::format("{}.{}.report", exercise.target(), getpid());
    const Heard heard = listen({(places.checks / "checks" / exercise.target()).string()},
                               {"CHECK_REPORT=" + report_file.string()}, longest_run);
    const std::string report = catalogue::read_if_there(report_file).value_or("");
    std::filesystem::remove(report_file);
    const std::optional<Outcome> verdict = outcome_from_json(report);
    Outcome outcome = verdict ? *verdict : post_mortem(exercise, places, heard, report);
    outcome.printed = heard.output;
    return outcome;
}

}  // namespace

Outcome check(const Exercise& exercise, const Places& places)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::optional<std::string> answer = catalogue::read_if_there(places.project / exercise.answer());
    if (const auto outcome = before_the_beginning(exercise, places, answer)) return *outcome;

    const Lock lock(places.checks / ".lock");
    set_up_checks(places);
    const std::optional<Outcome> trouble = build_trouble(exercise, places);
    Outcome outcome = trouble ? *trouble : run_check(exercise, places);
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (catalogue::read_if_there(places.project / exercise.answer()) == answer) {
        keep_verdict(exercise, places, *answer, outcome.state, to_json(outcome));
    } else {
        forget_build(exercise, places);
    }
    return outcome;
}

std::vector<Outcome> check(const std::vector<Exercise>& exercises, const Places& places)
{
    std::vector<std::string> targets;
    for (const Exercise& exercise : exercises) {
        if (known_state(exercise, places) != State::not_started) targets.push_back(exercise.target() + ".check");
    }
    if (targets.size() > 1) {  // all at once, with both hands; what fails is looked at one by one
        const Lock lock(places.checks / ".lock");
        set_up_checks(places);
        std::vector<std::string> command = build_command(places.checks);
        command.insert(command.end(), targets.begin(), targets.end());
        if (command.front() != "cmake") command.insert(command.begin() + 1, {"-k", "0"});
        listen(command);
    }
    std::vector<Outcome> outcomes;
    for (const Exercise& exercise : exercises) outcomes.push_back(check(exercise, places));
    return outcomes;
}

Outcome known_outcome(const Exercise& exercise, const Places& places)
{
    const std::optional<std::string> answer = catalogue::read_if_there(places.project / exercise.answer());
    if (const auto outcome = before_the_beginning(exercise, places, answer)) return *outcome;
    const std::optional<std::string> kept = kept_verdict(exercise, places);
    return kept ? outcome_from_json(*kept).value_or(Outcome{}) : Outcome{};
}

}  // namespace learn
