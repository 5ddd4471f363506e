// The canary: each answer of one exercise, put in the learner's place, gets the verdict and the exit code that it must get.
#include "tests/catch.hpp"
#include "tests/mistakes/planted.hpp"

#include <algorithm>
#include <cstdlib>

namespace
{

std::string exercise()
{
    const char* name = std::getenv("EXERCISE");
    return name != nullptr ? name : "02_softmax.temperature";
}

tests::Checked check_planted(const std::string& version, double limit = 10.0)
{
    return tests::check(exercise(), "mistakes/" + exercise() + "/" + version, limit);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A learner sees at most 20 lines of 80 columns, and how to run the check again.
void expect_readable(const tests::Checked& checked)
{
    const std::vector<std::string> lines = tests::lines_of(checked.printed);
    INFO(checked.printed);
    CHECK(lines.size() <= 20);
    CHECK(std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.size() <= 80; }));
    CHECK(has(checked.printed, "./learn check "));
}

}  // namespace

TEST_CASE("the stub is not started")
{
    const tests::Checked checked = tests::check(exercise(), "stubs");
    CHECK(checked.state == "not_started");
    CHECK(checked.exit_code == 1);
    expect_readable(checked);
}

TEST_CASE("the solution is solved")
{
    const tests::Checked checked = tests::check(exercise(), "solutions");
    INFO(checked.printed << checked.complaint);
    CHECK(checked.state == "solved");
    CHECK(checked.exit_code == 0);
}

TEST_CASE("each wrong version gets its diagnosis, and each right one is solved")
{
    for (const std::string& version : tests::versions_of(exercise())) {
        const std::string key = tests::key_of(version);
        if (key == "crash") continue;
        const tests::Checked checked = check_planted(version);
        const bool right = version.starts_with("right_");
        INFO(version << "\n" << checked.printed << checked.complaint);
        CHECK(checked.exit_code == (right ? 0 : 1));
        if (right) {
            CHECK(checked.state == "solved");
        } else if (key == "exception") {
            CHECK(checked.state == "crashed");
            expect_readable(checked);
        } else {
            CHECK(checked.state == "wrong");
            CHECK(checked.diagnosis == (key == "undiagnosed" ? "" : key));
            expect_readable(checked);
        }
    }
}

TEST_CASE("who reads or writes where nothing is, is stopped by AddressSanitizer, with the call on record")
{
    std::vector<std::string> crashes = {"planted_crash", "planted_out_of_bounds"};
    for (const std::string& version : tests::versions_of(exercise())) {
        if (tests::key_of(version) == "crash") crashes.push_back(version);
    }
    for (const std::string& version : crashes) {
        const tests::Checked checked = check_planted(version);
        INFO(version << "\n" << checked.printed << checked.complaint);
        CHECK(checked.exit_code != 0);
        CHECK(checked.state == "running");
        CHECK(has(checked.complaint, "AddressSanitizer"));
    }
}

TEST_CASE("an endless loop does not end, and is on record")
{
    const tests::Checked checked = check_planted("planted_endless_loop", 0.5);
    CHECK(checked.exit_code == 137);
    CHECK(checked.state == "running");
}

TEST_CASE("an empty file is no answer")
{
    const tests::Checked checked = check_planted("planted_empty");
    CHECK(checked.exit_code != 0);
    CHECK(checked.state != "solved");
    CHECK(has(checked.complaint, "undefined symbol"));
}
