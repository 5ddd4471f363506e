// The canary: each answer of one exercise, put in the learner's place, gets the verdict and the exit code that it must get.
#include "tests/catch.hpp"
#include "tests/exercises/planted/planted.hpp"
#include "tests/exercises/planted/versions.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

using tests::contains;

std::string exercise()
{
    const char* name = std::getenv("EXERCISE");
    return name != nullptr ? name : "02_softmax.temperature";
}

/// A learner sees at most 20 lines of 80 columns, and how to run the check again.
void expect_readable(const tests::Checked& checked)
{
    const std::vector<std::string> lines = tests::lines_of(checked.printed);
    INFO(checked.printed);
    CHECK(lines.size() <= 20);
    CHECK(std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.size() <= 80; }));
    CHECK(contains(checked.printed, "./learn check "));
}

}  // namespace

TEST_CASE("the stub is not started")
{
    const tests::Checked checked = tests::check(exercise(), tests::answers("stubs"));
    CHECK(checked.state == "not_started");
    CHECK(checked.exit_code == 1);
    expect_readable(checked);
}

TEST_CASE("the solution is solved")
{
    const tests::Checked checked = tests::check(exercise(), tests::answers("solutions"));
    INFO(checked.printed << checked.complaint);
    CHECK(checked.state == "solved");
    CHECK(checked.exit_code == 0);
}

TEST_CASE("each wrong version gets its diagnosis, and each right one is solved")
{
    const std::vector<tests::Version> versions = tests::versions_of(exercise(), "mistakes.cpp");
    CHECK(!versions.empty());
    for (const tests::Version& version : versions) {
        const std::string promised = tests::verdict_of(version.name);
        const tests::Checked checked = tests::check(exercise(), tests::answers("mistakes"), version.name, 10.0, "any");
        INFO(version.name << "\n" << checked.printed << checked.complaint);
        CHECK(checked.exit_code == (promised == "right" ? 0 : 1));
        if (promised == "right") {
            CHECK(checked.state == "solved");
            continue;
        }
        expect_readable(checked);
        if (promised == "exception") {
            CHECK(checked.state == "crashed");
        } else {
            CHECK(checked.state == "wrong");
            CHECK(checked.diagnosis == (promised == "undiagnosed" ? "" : promised));
        }
    }
}

TEST_CASE("who calls a function that is the answer is told so, right as the numbers are")
{
    for (const tests::Version& version : tests::versions_of(exercise(), "calls.cpp")) {
        const tests::Checked checked = tests::check(exercise(), tests::answers("calls"), version.name);
        INFO(version.name << "\n" << checked.printed << checked.complaint);
        CHECK(tests::verdict_of(version.name) == "called_instead");
        CHECK(checked.exit_code == 1);
        CHECK(checked.state == "wrong");
        CHECK(checked.diagnosis == "called_instead");
        expect_readable(checked);
        const tests::Checked allowed = tests::check(exercise(), tests::answers("calls"), version.name, 10.0, "any");
        CHECK(allowed.diagnosis.find("called") == std::string::npos);
    }
}

TEST_CASE("who reads or writes where nothing is, is stopped by AddressSanitizer, with the call on record")
{
    std::vector<std::string> crashes = {"planted::crash", "planted::out_of_bounds"};
    for (const tests::Version& version : tests::versions_of(exercise(), "crashes.cpp")) crashes.push_back(version.name);
    for (const std::string& version : crashes) {
        const tests::Checked checked = tests::check(exercise(), tests::answers("crashes"), version, 10.0, "any");
        INFO(version << "\n" << checked.printed << checked.complaint);
        CHECK(checked.exit_code != 0);
        CHECK(checked.state == "running");
        CHECK(contains(checked.complaint, "AddressSanitizer"));
    }
}

TEST_CASE("where something throws, the line is told")
{
    const tests::Checked checked =
        tests::check(exercise(), tests::answers("crashes"), "planted::exception", 10.0, "any");
    INFO(checked.printed << checked.complaint);
    CHECK(checked.state == "crashed");
    CHECK(contains(checked.printed, "Your code threw std::out_of_range in line "));
    CHECK(!contains(checked.printed, "in line 0"));
    expect_readable(checked);
}

TEST_CASE("an endless loop does not end, and is on record")
{
    const tests::Checked checked =
        tests::check(exercise(), tests::answers("crashes"), "planted::endless_loop", 0.5, "any");
    CHECK(checked.exit_code == 137);
    CHECK(checked.state == "running");
}

TEST_CASE("an empty file is no answer")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path empty = EMPTY_ANSWER;
    std::filesystem::create_symlink(empty, folder.path() / ("lib" + exercise() + empty.extension().string()));
    const tests::Checked checked = tests::check(exercise(), folder.path());
    CHECK(checked.exit_code != 0);
    CHECK(checked.state != "solved");
    CHECK(contains(checked.complaint, "undefined symbol"));
}

TEST_CASE("an answer that does not compile is no answer")
{
    CHECK(tests::compile_stub_with(exercise(), "throw 0;").exit_code == 0);
    const tests::Checked checked = tests::compile_stub_with(exercise(), "return {;");
    INFO(checked.complaint);
    CHECK(checked.exit_code != 0);
    CHECK(contains(checked.complaint, "answer.cpp"));
}
