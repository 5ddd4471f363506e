// The loop as a learner lives in it: check, hint, solution, reset, list and watch, in a copy of the project.

#include "common/catalogue/chapter.hpp"

#include "tests/learn/copy.hpp"
#include "tests/learn/terminal_program.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace
{

using Json = nlohmann::json;
using tests::contains;

const std::string exercise = "02_softmax/temperature";

/// The stub with something else in its body.
std::string with_body(const tests::Copy& copy, const std::string& body)
{
    std::string text = tests::read(copy.path() / "tests/exercises" / exercise / "stub.cpp");
    const std::string line = "    throw common::NotDoneYet();  // your code goes here\n";
    return text.replace(text.find(line), line.size(), "    " + body + "\n");
}

/// What `check --json` says of an answer that is put in the learner's place.
Json checked(const tests::Copy& copy, const std::string& answer, int exit_code)
{
    tests::write(copy.answer(exercise), answer);
    const tests::Ran ran = copy.learn("check temperature --json 2>/dev/null");
    INFO(ran.output);
    CHECK(ran.exit_code == exit_code);
    const Json report = Json::parse(ran.output);
    return report["exercises"][0];
}

void expect_readable(const std::string& text)
{
    const std::vector<std::string> lines = tests::lines_of(text);
    INFO(text);
    CHECK(lines.size() <= 20);
    CHECK(std::ranges::all_of(lines, [](const std::string& line) { return line.size() <= 80; }));
}

void every_state_has_its_verdict(const tests::Copy& copy)
{
    const std::string solution = tests::read(copy.path() / "solutions" / (exercise + ".cpp"));
    const std::string stub = tests::read(copy.answer(exercise));
    CHECK(checked(copy, stub, 1)["state"] == "not_started");
    CHECK(checked(copy, stub + "// a remark\n", 1)["state"] == "not_started");
    CHECK(checked(copy, with_body(copy, "return softmax(scores / T;"), 1)["diagnosis"] == "missing_parenthesis");
    CHECK(checked(copy, with_body(copy, "throw 1;"), 1)["state"] == "crashed");
    CHECK(checked(copy, with_body(copy, "std::exit(0);"), 1)["state"] == "crashed");
    CHECK(checked(copy, with_body(copy, "for (volatile int i = 0; i < 1;) {} throw 0;"), 1)["state"] == "timed_out");

    const Json missing = checked(copy, "", 1);
    CHECK(missing["state"] != "solved");
    CHECK(missing["diagnosis"] == "missing_function");

    const Json beyond = checked(copy, with_body(copy, "std::vector<double> v(3); return {v[3]};"), 1);
    CHECK(beyond["state"] == "crashed");
    CHECK(beyond["diagnosis"] == "read_outside");

    const Json multiplied = checked(copy, with_body(copy, "return softmax(scores * T);"), 1);
    CHECK(multiplied["state"] == "wrong");
    CHECK(multiplied["diagnosis"] == "temperature_multiplied");
    CHECK(multiplied["expected_shape"] == Json::array({3}));
    CHECK(multiplied["first_difference"] == Json::array({0}));

    for (const char* body : {"return softmax(scores * T);", "return softmax(scores / T;", "return {1, 2};"}) {
        tests::write(copy.answer(exercise), with_body(copy, body));
        expect_readable(copy.learn("check temperature").output);
    }
    CHECK(checked(copy, solution, 0)["state"] == "solved");
}

void names_are_found(const tests::Copy& copy)
{
    for (const char* name : {"temperature", "02_softmax/temperature", "2.1", "exercises/02_softmax/temperature.cpp"})
        CHECK(contains(copy.learn(std::string("hint --again ") + name).output, "./learn hint temperature"));
    const tests::Ran misspelt = copy.learn("check temperatur 2>&1");
    CHECK(misspelt.exit_code == 2);
    CHECK(contains(misspelt.output, "did you mean temperature?"));
    CHECK(copy.learn("check 99 2>&1").exit_code == 2);
}

void a_chapter_and_all_are_summed_up(const tests::Copy& copy)
{
    tests::write(copy.answer(exercise), with_body(copy, "return softmax(scores * T);"));
    const tests::Ran chapter = copy.learn("check softmax");
    CHECK(chapter.exit_code == 1);
    CHECK(contains(chapter.output, "multiplied the scores by T"));

    const tests::Ran all = copy.learn("check --all --junit report.xml");
    CHECK(all.exit_code == 1);
    CHECK(contains(all.output, "[~]   2.1 temperature"));
    CHECK(contains(all.output, "[ ]   1.1 by_hand"));
    const std::string xml = tests::read(copy.path() / "report.xml");
    CHECK(contains(xml, "<failure type=\"temperature_multiplied\""));
    CHECK(copy.learn("check --all --junit /proc/nowhere/report.xml 2>/dev/null").exit_code == 3);
}

void hints_come_one_by_one(const tests::Copy& copy)
{
    CHECK(contains(copy.learn("hint temperature").output, "Hint 1 of 3"));
    CHECK(contains(copy.learn("hint temperature").output, "Hint 2 of 3"));
    const std::string again = copy.learn("hint temperature --again").output;
    CHECK(contains(again, "Hint 1 of 3"));
    CHECK(!contains(again, "Hint 3 of 3"));
    tests::write(copy.path() / ".learn/progress.txt", "hints of which nothing is to be made");
    CHECK(contains(copy.learn("hint temperature").output, "Hint 1 of 3"));
}

void the_solution_waits_until_it_is_solved(const tests::Copy& copy)
{
    tests::write(copy.answer(exercise), with_body(copy, "return softmax(scores * T);"));
    const tests::Ran refused = copy.learn("solution temperature");
    CHECK(refused.exit_code == 1);
    CHECK(!contains(refused.output, "ours:"));
    const tests::Ran peeked = copy.learn("solution temperature --peek");
    CHECK(peeked.exit_code == 0);
    CHECK(contains(peeked.output, "return softmax(scores * T);"));
    CHECK(contains(peeked.output, "---- ours: solutions/02_softmax/temperature.cpp"));
}

void a_reset_keeps_what_was_there(const tests::Copy& copy)
{
    const std::string mine = with_body(copy, "return softmax(scores * T);  // mine");
    tests::write(copy.answer(exercise), mine);
    CHECK(copy.learn("reset temperature").exit_code == 0);
    CHECK(tests::read(copy.answer(exercise)) == tests::read(copy.path() / "tests/exercises" / exercise / "stub.cpp"));
    std::vector<std::string> kept;
    for (const auto& entry : std::filesystem::directory_iterator(copy.path() / ".learn/kept"))
        kept.push_back(tests::read(entry.path()));
    CHECK(kept == std::vector<std::string>{mine});

    std::filesystem::remove(copy.answer(exercise));
    CHECK(contains(copy.learn("check temperature").output, "temperature.cpp is not there"));
    CHECK(copy.learn("reset temperature").exit_code == 0);
    CHECK(std::filesystem::exists(copy.answer(exercise)));
}

void the_list_knows_the_states(const tests::Copy& copy)
{
    tests::write(copy.answer(exercise), tests::read(copy.path() / "solutions" / (exercise + ".cpp")));
    CHECK(contains(copy.learn("list").output, "[?]   2.1 temperature"));
    CHECK(copy.learn("check temperature").exit_code == 0);
    CHECK(contains(copy.learn("list").output, "[x]   2.1 temperature"));
    const Json list = Json::parse(copy.learn("list --json").output);
    CHECK(list["solved"] == 1);
    CHECK(list["chapters"].size() == catalogue::chapters_of(tests::project()).size());
}

/// Only temperature is solved, so what comes next is in another chapter: its lesson is named first.
void the_next_lesson_is_named(const tests::Copy& copy)
{
    const std::string output = copy.learn("check temperature").output;
    CHECK(contains(output, "Next: read chapters/01_similarity/README.md\n  Then: ./learn check by_hand\n"));
    const std::string by_hand = "01_similarity/by_hand";
    tests::write(copy.answer(by_hand), tests::read(copy.path() / "solutions" / (by_hand + ".cpp")));
    CHECK(contains(copy.learn("check by_hand").output, "Next: ./learn check loud_but_off\n"));
}

/// Saves as many editors do: beside the old file, then renamed over it.
void save_by_rename(const std::filesystem::path& file, const std::string& text)
{
    tests::write(file.string() + "~", text);
    std::filesystem::rename(file.string() + "~", file);
}

void watch_answers_every_save(const tests::Copy& copy)
{
    const std::string solution = tests::read(copy.path() / "solutions" / (exercise + ".cpp"));
    tests::write(copy.answer(exercise), with_body(copy, "return softmax(scores * T);"));
    tests::TerminalProgram watch("cd '" + copy.path().string() + "' && ./learn watch temperature");
    const std::string begun = watch.wait_for("q quit");
    CHECK(contains(begun, "You multiplied the scores by T."));
    CHECK(contains(begun, "Its lesson: chapters/02_softmax/README.md"));

    save_by_rename(copy.answer(exercise), with_body(copy, "return softmax(scores / T"));
    CHECK(contains(watch.wait_for("q quit"), "does not compile yet"));
    tests::write(copy.answer(exercise), with_body(copy, "return softmax(scores);"));
    CHECK(contains(watch.wait_for("q quit"), "temperature has no effect"));
    watch.type("h");
    CHECK(contains(watch.wait_for("Hint"), "Hint"));

    // Saved while the check of the save before is under way: it is checked all the same.
    tests::write(copy.answer(exercise), with_body(copy, "return softmax(scores / T);"));
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    save_by_rename(copy.answer(exercise), solution);
    CHECK(contains(watch.wait_for("n go on to the next"), ": \033[32msolved"));

    watch.type("n");
    CHECK(contains(watch.wait_for("not started yet"), "not started yet"));
    CHECK((watch.settings().c_lflag & ICANON) == 0);
    watch.type("\003");
    CHECK(watch.wait_for_end() == 130);
    CHECK((watch.settings().c_lflag & ICANON) != 0);
    CHECK((watch.settings().c_lflag & ECHO) != 0);
}

void watch_survives_a_broken_build(const tests::Copy& copy)
{
    const std::filesystem::path header = copy.path() / "chapters/02_softmax/softmax.hpp";
    const std::string good = tests::read(header);
    tests::write(copy.answer(exercise), with_body(copy, "return softmax(scores);"));
    tests::write(header, good + "\n}\n");
    tests::TerminalProgram watch("cd '" + copy.path().string() + "' && LEARN_WATCH=poll ./learn watch temperature");
    CHECK(contains(watch.wait_for("q quit"), "did not build"));
    tests::write(header, good);
    watch.type("r");
    CHECK(contains(watch.wait_for("q quit"), "temperature has no effect"));
    watch.type("q");
    CHECK(watch.wait_for_end() == 0);
}

}  // namespace

TEST_CASE("an exercise from the stub to the solution, by every command")
{
    const tests::Copy copy;
    every_state_has_its_verdict(copy);
    names_are_found(copy);
    a_chapter_and_all_are_summed_up(copy);
    hints_come_one_by_one(copy);
    the_solution_waits_until_it_is_solved(copy);
    a_reset_keeps_what_was_there(copy);
    the_list_knows_the_states(copy);
    the_next_lesson_is_named(copy);
    watch_answers_every_save(copy);
    watch_survives_a_broken_build(copy);
}
