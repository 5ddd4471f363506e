/// \file
/// The program behind ./learn: reads the command line and hands over to a command. The script at the top of the project
/// has set up the rest.

#include "common/learn/commands/commands.hpp"
#include "common/learn/process.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <exception>

namespace learn
{

namespace
{

/// Where progress is kept: in the project, unless LEARN_STATE names another folder.
Places all_places()
{
    const std::filesystem::path project = PROJECT_FOLDER;
    const std::filesystem::path build = BUILD_FOLDER;
    const char* elsewhere = std::getenv("LEARN_STATE");
    return {project, build, build.parent_path() / "check", elsewhere != nullptr ? elsewhere : project / ".learn"};
}

Desk set_the_desk()
{
    const Places places = all_places();
    return {places, read_chapters(places.project / "chapters"), read_exercises(places.project),
            Progress(places.state / "progress.json")};
}

/// Refuse a word that is no command with the nearest one that is.
void require_command(const CLI::App& app, const std::string& word)
{
    std::string nearest;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string& name = command->get_name();
        if (name == word) return;
        if (nearest.empty() || edit_distance(word, name) < edit_distance(word, nearest)) nearest = name;
    }
    throw NoSuchName(
        fmt::format("there is no command '{}'; did you mean {}?  (./learn --help lists them)", word, nearest));
}

int command_line(int argc, char** argv)
{
    CLI::App app{"Dot by Dot: attention in C++, one piece at a time.\n\n"
                 "Without a command: where you are, and what is next.",
                 "./learn"};
    app.require_subcommand(0, 1);
    app.footer(
        "Any command first installs what is missing; --no-install only says what that is.\n"
        "Exit codes: 0 fine, 1 not solved or a test failed, 2 wrong usage, 3 something outside is missing or broken.");

    std::string name;
    std::vector<std::string> arguments;
    CheckOptions checking;
    bool as_json = false;
    bool again = false;
    bool peek = false;
    bool open_site = false;
    const auto exercise_for = [&](CLI::App* command) {
        return command->add_option("EXERCISE", name, "as temperature, 02_softmax/temperature or 2.1");
    };

    const CLI::App* tour_command = app.add_subcommand("tour", "every chapter's program, in order");
    CLI::App* run_command = app.add_subcommand("run", "one chapter's program:  ./learn run 2  or  ./learn run softmax");
    run_command->add_option("N", name, "the chapter: 2, 02, softmax or 02_softmax")->required();
    run_command->add_option("ARGS", arguments, "after --, arguments for the program");
    CLI::App* list_command = app.add_subcommand("list", "chapters and exercises, and what became of them");
    list_command->add_flag("--json", as_json, "for programs");
    CLI::App* check_command = app.add_subcommand("check", "what is right and wrong with an exercise, or several");
    check_command->add_option("WHAT", checking.what, "an exercise or a chapter (default: the next exercise to solve)");
    check_command->add_flag("--all", checking.all, "every exercise");
    check_command->add_flag("--full", checking.full, "with all that the compiler said");
    check_command->add_flag("--json", checking.as_json, "for programs");
    check_command->add_option("--junit", checking.junit, "write a report for a class into this file");
    CLI::App* watch_command = app.add_subcommand("watch", "check an exercise at every save");
    exercise_for(watch_command);
    CLI::App* hint_command = app.add_subcommand("hint", "one more hint each time");
    exercise_for(hint_command);
    hint_command->add_flag("--again", again, "those that were shown");
    CLI::App* solution_command = app.add_subcommand("solution", "ours beside yours, after it is solved");
    exercise_for(solution_command)->required();
    solution_command->add_flag("--peek", peek, "before it is solved");
    CLI::App* reset_command = app.add_subcommand("reset", "the stub again; what you had is kept aside");
    exercise_for(reset_command)->required();
    // These two pass on what they are given, --help included.
    CLI::App* attend_command = app.add_subcommand("attend", "attention over your own arrays, or over a sentence");
    attend_command->prefix_command()->set_help_flag();
    CLI::App* bench_command =
        app.add_subcommand("bench", "how fast it is, beside the machine's limit and other libraries");
    bench_command->prefix_command()->set_help_flag();
    CLI::App* docs_command = app.add_subcommand("docs", "the site: lessons, exercises and code as pages");
    docs_command->add_flag("--open", open_site, "open it in the browser");
    const CLI::App* test_command = app.add_subcommand("test", "the tutorial's own tests");
    if (argc > 1 && argv[1][0] != '-') require_command(app, argv[1]);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? fine : wrong_usage;
    }

    take_interrupts();
    Desk desk = set_the_desk();
    if (tour_command->parsed()) return tour(desk);
    if (run_command->parsed()) return run_chapter(desk, name, arguments);
    if (list_command->parsed()) return list(desk, as_json);
    if (check_command->parsed()) return check_exercises(desk, checking);
    if (watch_command->parsed()) return watch(desk, name);
    if (hint_command->parsed()) return hint(desk, name, again);
    if (solution_command->parsed()) return solution(desk, name, peek);
    if (reset_command->parsed()) return reset(desk, name);
    if (attend_command->parsed()) return attend(desk, attend_command->remaining());
    if (bench_command->parsed()) return bench(desk, bench_command->remaining());
    if (docs_command->parsed()) return docs(desk, open_site);
    if (test_command->parsed()) return test(desk);
    return where_you_are(desk);
}

}  // namespace

}  // namespace learn

int main(int argc, char** argv)
{
    try {
        return learn::command_line(argc, argv);
    } catch (const learn::Interrupted&) {
        return learn::interrupted;
    } catch (const learn::NoSuchName& error) {
        fmt::print(stderr, "learn: {}\n", error.what());
        return learn::wrong_usage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "learn: {}\n", error.what());
        return learn::something_broken;
    }
}
