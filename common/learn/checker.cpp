#include "common/learn/checker.hpp"

#include "common/learn/build.hpp"
#include "common/learn/died.hpp"
#include "common/learn/files.hpp"
#include "common/learn/lock.hpp"
#include "common/learn/process.hpp"
#include "common/learn/text.hpp"
#include "common/learn/triage.hpp"
#include "common/learn/verdicts.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <chrono>
#include <utility>

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
    return told(exercise, state, message, indented(wrapped(message, 76)));
}

/// Where nothing has to be built to know it: the file is not there, or as it was in the beginning.
std::optional<Outcome> before_the_beginning(const Exercise& exercise, const Places& places,
                                            const std::optional<std::string>& answer)
{
    const std::string file = "exercises/" + exercise.id() + ".cpp";
    if (!answer) {
        return told(exercise, State::not_started,
                    fmt::format("{} is not there. `./learn reset {}` brings it back.", file, exercise.name));
    }
    if (answer != read_file(stub_file(exercise, places))) return std::nullopt;
    return told(
        exercise, State::not_started,
        fmt::format("The task stands at the top of {}. Take out the line that throws NotDoneYet, and write your "
                    "answer there. A nudge: ./learn hint {}",
                    file, exercise.name));
}

/// Configure the build of the checks, once.
void configure(const Places& places)
{
    if (std::filesystem::exists(places.checks / "build.ninja")) return;
    fmt::print(stderr, "Setting up the checks (once; this takes a minute).\n");
    const Heard heard = listen({"cmake", "-S", places.project.string(), "--preset", "check"});
    if (heard.exit_code == 0) return;
    throw BuildFailed("the checks could not be set up:\n" + last_lines(heard.output + heard.errors, 20));
}

Heard build_target(const Places& places, const std::string& target)
{
    return listen({"cmake", "--build", places.checks.string(), "--target", target}, {"LC_ALL=C"});
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
    const std::filesystem::path file = answer_file(exercise, places);
    std::optional<CompileTrouble> trouble = find_forbidden_include(file);
    std::string everything;
    if (!trouble) {
        const Heard heard = build_target(places, exercise.target() + ".check");
        if (heard.exit_code == 0) return std::nullopt;
        const Heard ours = build_target(places, exercise.target() + ".program");
        if (ours.exit_code != 0) throw BuildFailed("the check itself did not build:\n" + last_lines(ours.output, 30));
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
    const Death death = explain_death(heard.errors, exit_code, answer_file(exercise, places));
    const std::string call = call_in_report(report);
    const std::string where = call.empty() ? "" : fmt::format("\n  It happened in {}\n", call);
    const State state = heard.timed_out ? State::timed_out : State::crashed;
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
    const std::string report = read_file(report_file).value_or("");
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
    const std::optional<std::string> answer = read_file(answer_file(exercise, places));
    if (const auto outcome = before_the_beginning(exercise, places, answer)) return *outcome;

    const Lock lock(places.checks / ".lock");
    configure(places);
    const std::optional<Outcome> trouble = build_trouble(exercise, places);
    Outcome outcome = trouble ? *trouble : run_check(exercise, places);
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (read_file(answer_file(exercise, places)) == answer) {
        keep_verdict(exercise, places, *answer, outcome);
    } else {
        forget_build(exercise, places);
    }
    return outcome;
}

std::vector<Outcome> check(const std::vector<Exercise>& exercises, const Places& places)
{
    std::vector<std::string> command = {"cmake", "--build", places.checks.string(), "--target"};
    const std::size_t without_targets = command.size();
    for (const Exercise& exercise : exercises) {
        if (known_outcome(exercise, places).state != State::not_started)
            command.push_back(exercise.target() + ".check");
    }
    if (command.size() > without_targets + 1) {  // all at once, with both hands; what fails is looked at one by one
        const Lock lock(places.checks / ".lock");
        configure(places);
        command.insert(command.end(), {"--", "-k", "0"});
        listen(command);
    }
    std::vector<Outcome> outcomes;
    for (const Exercise& exercise : exercises) outcomes.push_back(check(exercise, places));
    return outcomes;
}

Outcome known_outcome(const Exercise& exercise, const Places& places)
{
    const std::optional<std::string> answer = read_file(answer_file(exercise, places));
    if (const auto outcome = before_the_beginning(exercise, places, answer)) return *outcome;
    return kept_verdict(exercise, places).value_or(Outcome{});
}

}  // namespace learn
