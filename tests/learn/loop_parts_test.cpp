// The parts of the loop, one by one: listening to programs, noticing saves, remembering, reporting.

#include "common/catalogue/exercise.hpp"
#include "common/learn/changes.hpp"
#include "common/learn/lock.hpp"
#include "common/learn/meant.hpp"
#include "common/learn/outcome.hpp"
#include "common/learn/outcome_json.hpp"
#include "common/learn/places.hpp"
#include "common/learn/process.hpp"
#include "common/learn/progress.hpp"
#include "common/learn/report.hpp"
#include "common/learn/text.hpp"
#include "common/learn/verdicts.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

// ./learn test installs it. clang-tidy 19 cannot read Debian 12's.
#if __has_include(<rapidjson/schema.h>) && !defined(__clang_analyzer__)
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#define HAS_RAPIDJSON
#endif

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace
{

using std::chrono::milliseconds;
using tests::contains;

learn::Places places_in(const std::filesystem::path& folder)
{
    return {folder, folder / "build/dev", folder / "build/check", folder / ".learn"};
}

learn::Exercise temperature() { return {"02_softmax", "temperature", 1, "Temperature"}; }

learn::Outcome wrong_answer()
{
    learn::Outcome outcome;
    outcome.state = learn::State::wrong;
    outcome.diagnosis = "temperature_multiplied";
    outcome.message = "You multiplied: T < 1 & \"so on\".";
    outcome.call = "softmax_at([2, 1, 0], 2)";
    outcome.expected_shape = {3};
    outcome.actual_shape = {3};
    outcome.first_difference = {0};
    outcome.seed = 7;
    outcome.seconds = 0.5;
    outcome.text = "02_softmax/temperature: not right yet\n";
    outcome.printed = "a \x01 b\n";
    return outcome;
}

}  // namespace

TEST_CASE("listening hears output and errors apart, with a variable set, and the exit code")
{
    const learn::Heard heard = learn::listen({"sh", "-c", "echo $WORD; echo no >&2; exit 7"}, {"WORD=yes"});
    CHECK(heard.output == "yes\n");
    CHECK(heard.errors == "no\n");
    CHECK(heard.exit_code == 7);
    CHECK(!heard.timed_out);
    CHECK(learn::listen({"sh", "-c", "kill -11 $$"}).exit_code == 139);
    CHECK_THROWS(learn::listen({"/no/such/program"}));
}

TEST_CASE("a program whose time is up is ended, with all that it started")
{
    // SIGABRT first, so that it may say where it was; SIGKILL where that does not help.
    for (const auto& [trap, exit_code] : {std::pair{"", 134}, std::pair{"trap '' ABRT; ", 137}}) {
        INFO(trap);
        const tests::TemporaryFolder folder;
        const std::string trace = (folder.path() / "trace").string();
        const std::string late = "(sleep 4; touch " + trace + ") & while :; do :; done";
        const learn::Heard heard = learn::listen({"sh", "-c", trap + late}, {}, milliseconds(200));
        CHECK(heard.timed_out);
        CHECK(heard.exit_code == exit_code);
        std::this_thread::sleep_for(milliseconds(exit_code == 134 ? 4200 : 1200));
        CHECK(!std::filesystem::exists(trace));
    }
}

TEST_CASE("a program that never stops printing fills neither memory nor the pipe")
{
    const learn::Heard heard = learn::listen({"yes"}, {}, milliseconds(300));
    CHECK(heard.timed_out);
    CHECK(heard.output.size() == 1 << 20);
}

TEST_CASE("a save is noticed, however it is made")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "answer.cpp";
    tests::write(file, "one");
    learn::Changes changes(file);
    CHECK(!changes.were_made());
    tests::write(file, "two");
    CHECK(changes.were_made());
    CHECK(!changes.were_made());
    tests::write(folder.path() / "draft", "two");  // the same text again is a save, too
    std::filesystem::rename(folder.path() / "draft", file);
    CHECK(changes.were_made());
    std::filesystem::remove(file);
    CHECK(!changes.were_made());
    tests::write(file, "three");
    CHECK(changes.were_made());
}

TEST_CASE("of 500 saves none is lost, one by one and in a burst that goes on while checks take their time")
{
    const std::string way = GENERATE("notify", "poll");
    INFO(way);
    setenv("LEARN_WATCH", way.c_str(), 1);
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "answer.cpp";
    tests::write(file, "0");
    learn::Changes changes(file);
    unsetenv("LEARN_WATCH");
    const auto save = [&](int i) {
        const bool by_rename = i % 3 == 0;
        tests::write(by_rename ? folder.path() / "draft" : file, std::to_string(i));
        if (by_rename) std::filesystem::rename(folder.path() / "draft", file);
    };
    // What was checked last, once a save is noticed; what was there before where none is noticed in good time.
    int last_checked = 0;
    const auto check_until = [&](int wanted) {
        for (int patience = 0; last_checked != wanted && patience < 5000; ++patience) {
            if (changes.were_made()) last_checked = std::atoi(tests::read(file).c_str());
            std::this_thread::sleep_for(milliseconds(1));
        }
        return last_checked;
    };

    int lost = 0;
    for (int i = 1; i <= 100; ++i) {
        save(i);
        if (check_until(i) != i) ++lost;
    }
    CHECK(lost == 0);

    std::thread editor([&] {
        for (int i = 101; i <= 500; ++i) {
            save(i);
            std::this_thread::sleep_for(milliseconds(i % 7));
        }
    });
    check_until(500);
    editor.join();
    CHECK(check_until(500) == 500);
}

TEST_CASE("two at once lose nothing of what the other remembers")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "progress.txt";
    const auto work = [&](const std::string& who) {
        learn::Progress progress(file);
        for (std::size_t i = 1; i <= 50; ++i) progress.remember_hints(who + std::to_string(i), i);
    };
    std::thread one(work, "one");
    std::thread other(work, "other");
    one.join();
    other.join();
    const learn::Progress progress(file);
    for (std::size_t i = 1; i <= 50; ++i) {
        CHECK(progress.hints_shown("one" + std::to_string(i)) == i);
        CHECK(progress.hints_shown("other" + std::to_string(i)) == i);
    }
}

TEST_CASE("who holds a lock keeps others waiting")
{
    const tests::TemporaryFolder folder;
    std::atomic<bool> second_has_it = false;
    std::thread second;
    {
        const learn::Lock first(folder.path() / "deep/lock");
        second = std::thread([&] {
            const learn::Lock lock(folder.path() / "deep/lock");
            second_has_it = true;
        });
        std::this_thread::sleep_for(milliseconds(50));
        CHECK(!second_has_it);
    }
    second.join();
    CHECK(second_has_it);
}

TEST_CASE("an exercise is found by any of its names")
{
    const std::vector<learn::Exercise> exercises = {temperature(), {"10_other_scores", "width", 1, "The width"}};
    for (const char* name : {"temperature", "2.1", "02_softmax/temperature", "./exercises/02_softmax/temperature.cpp"})
        CHECK(learn::find_exercise(exercises, name).name == "temperature");
    CHECK(learn::find_exercise(exercises, "10.1").name == "width");
    CHECK_THROWS_MATCHES(learn::find_exercise(exercises, "widht"), learn::NoSuchName,
                         Message("there is no exercise 'widht'; did you mean width?"));
}

TEST_CASE("a verdict is kept as long as neither answer nor questions change")
{
    const tests::TemporaryFolder folder;
    tests::write(folder.path() / "exercises/02_softmax/temperature.cpp", "mine\n");
    const learn::Places places = places_in(folder.path());
    const learn::Exercise exercise = temperature();
    const auto keep = [&] {
        learn::keep_verdict(exercise, places, "mine\n", wrong_answer().state, learn::to_json(wrong_answer()));
    };
    CHECK(!learn::kept_verdict(exercise, places));
    CHECK(learn::known_state(exercise, places) == learn::State::unchecked);
    keep();
    const auto kept = learn::kept_verdict(exercise, places);
    REQUIRE(kept);
    CHECK(*kept == learn::to_json(wrong_answer()) + "\n");
    CHECK(learn::known_state(exercise, places) == wrong_answer().state);

    tests::write(folder.path() / "tests/exercises/02_softmax/temperature/check.cpp", "another question\n");
    CHECK(!learn::kept_verdict(exercise, places));
    keep();
    tests::write(folder.path() / "exercises/02_softmax/temperature.cpp", "mine, changed\n");
    CHECK(!learn::kept_verdict(exercise, places));
    for (const auto& file : std::filesystem::directory_iterator(places.state / "verdicts"))
        tests::write(file.path(), "\xff damaged");
    CHECK(!learn::kept_verdict(exercise, places));
    CHECK(learn::known_state(exercise, places) == learn::State::unchecked);
}

TEST_CASE("a progress bar is full only where all is done, and not empty where something is")
{
    CHECK(learn::progress_bar(0, 44) == "[--------------------]");
    CHECK(learn::progress_bar(1, 44) == "[#-------------------]");
    CHECK(learn::progress_bar(43, 44) == "[###################-]");
    CHECK(learn::progress_bar(44, 44) == "[####################]");
}

TEST_CASE("paragraphs of Markdown are broken anew, code is left alone")
{
    CHECK(learn::reflowed("one two\nthree four\n\n    code as it is, however long\n\nend", 14) ==
          "one two three\nfour\n\n    code as it is, however long\n\nend\n");
}

#ifdef HAS_RAPIDJSON
TEST_CASE("the report for programs keeps to its schema")
{
    rapidjson::Document schema;
    schema.Parse(tests::read(tests::project() / "tests/learn/report.schema.json").c_str());
    REQUIRE(!schema.HasParseError());
    const rapidjson::SchemaDocument rules(schema);
    const auto is_valid = [&](const std::string& json) {
        rapidjson::Document report;
        report.Parse(json.c_str());
        rapidjson::SchemaValidator validator(rules);
        return !report.HasParseError() && report.Accept(validator);
    };

    learn::Outcome solved;
    solved.state = learn::State::solved;
    learn::Outcome broken;
    broken.state = learn::State::does_not_compile;
    broken.text = "broken \xff bytes\n";
    const std::string json =
        learn::report_as_json({{temperature(), wrong_answer()}, {temperature(), solved}, {temperature(), broken}});
    INFO(json);
    CHECK(is_valid(json));
    CHECK(is_valid(learn::report_as_json({})));
    for (const char* needed : {"\"version\"", "\"test_code\"", "\"first_difference\"", "\"seconds\""}) {
        std::string without = json;
        without.replace(without.find(needed), std::string(needed).size(), "\"other\"");
        CHECK(!is_valid(without));
    }
}

#endif

TEST_CASE("the report for graders is XML, whatever the texts hold")
{
    learn::Outcome solved;
    solved.state = learn::State::solved;
    const std::string xml = learn::report_as_junit({{temperature(), wrong_answer()}, {temperature(), solved}});
    CHECK(contains(xml, "<testsuite name=\"02_softmax\" tests=\"2\" failures=\"1\" errors=\"0\" time=\"0.500\">"));
    CHECK(contains(xml, "message=\"You multiplied: T &lt; 1 &amp; &quot;so on&quot;.\""));
    CHECK(contains(xml, "<testcase classname=\"02_softmax\" name=\"temperature\" time=\"0.000\"/>"));
    CHECK(!contains(xml, "\x01"));
}
