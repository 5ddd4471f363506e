// ./learn as a learner types it, in a copy of the project that was never built.

#include "common/catalogue/chapter.hpp"

#include "tests/learn/copy.hpp"
#include "tests/lessons/transcript.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

using tests::contains;

/// What `./learn tour` should print: every output.txt under its heading.
std::string expected_tour()
{
    std::string tour;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(tests::project())) {
        tour += (tour.empty() ? "" : "\n") + ("==== " + chapter.heading() + " ====\n");
        tour += tests::read(chapter.folder / "output.txt");
    }
    return tour;
}

}  // namespace

TEST_CASE("a learner's first hour")
{
    const tests::Copy copy;

    // The very first command shows chapter 1, and where to go from there.
    const tests::Ran first = copy.learn("");
    CHECK(first.exit_code == 0);
    CHECK(contains(first.output, tests::read(copy.path() / "chapters/01_similarity/output.txt")));
    CHECK(contains(first.output, "chapters/01_similarity/README.md"));
    CHECK(!std::filesystem::exists(copy.path() / "build/dev/chapters/02_softmax"));  // nothing needless was built

    // From then on it says where one is.
    const tests::Ran second = copy.learn("");
    CHECK(contains(second.output, "You have run 1 of"));
    CHECK(contains(second.output, "chapter 2, Softmax"));
    CHECK(contains(second.output, "./learn run 2"));

    // A chapter by any of its names prints the same, and takes arguments.
    const std::string softmax = tests::read(copy.path() / "chapters/02_softmax/output.txt");
    for (const char* name : {"2", "02", "softmax", "02_softmax"}) {
        const tests::Ran ran = copy.learn(std::string("run ") + name + " 2>/dev/null");
        CHECK(ran.exit_code == 0);
        CHECK(tests::first_difference(softmax, ran.output) == "");
    }
    CHECK(copy.learn("run 2 -- --pictures drawn 2>/dev/null").exit_code == 0);
    CHECK(std::filesystem::exists(copy.path() / "drawn/temperature.svg"));

    // Mistakes are answered with what would have been right.
    const tests::Ran misspelt = copy.learn("run sofmax 2>&1");
    CHECK(misspelt.exit_code == 2);
    CHECK(contains(misspelt.output, "did you mean 2, 02_softmax?"));
    CHECK(copy.learn("run 99 2>&1").exit_code == 2);
    CHECK(copy.learn("run 2>&1").exit_code == 2);
    const tests::Ran wrong_command = copy.learn("rum 2 2>&1");
    CHECK(wrong_command.exit_code == 2);
    CHECK(contains(wrong_command.output, "did you mean run?"));
    CHECK(copy.learn("run 2 -- --no-such-option 2>&1").exit_code == 2);

    // The list knows what was run.
    const tests::Ran list = copy.learn("list");
    CHECK(list.exit_code == 0);
    const std::vector<std::string> lines = tests::lines_of(list.output);
    CHECK(contains(list.output, "[x]  1  similarity"));
    CHECK(contains(list.output, "[ ]  3  weighted_sum"));
    CHECK(contains(list.output, "  [ ]   2.1 temperature            Temperature"));
    CHECK(contains(list.output, " exercises solved"));
    CHECK(std::ranges::all_of(lines, [](const auto& line) { return tests::columns_of(line) <= 80; }));

    // Help names every command.
    const tests::Ran help = copy.learn("--help");
    CHECK(help.exit_code == 0);
    for (const char* command : {"tour", "run", "list", "check", "watch", "hint", "solution", "reset", "test"})
        CHECK(contains(help.output, command));

    // A mistake in the code is shown, not hidden in a log.
    const std::filesystem::path main_file = copy.path() / "chapters/01_similarity/main.cpp";
    const std::string good = tests::read(main_file);
    tests::write(main_file, good + "\nint broken( {\n");
    const tests::Ran broken = copy.learn("run 1 2>&1");
    CHECK(broken.exit_code == 3);
    CHECK(contains(broken.output, "main.cpp"));
    CHECK(contains(broken.output, "error:"));
    tests::write(main_file, good);
    CHECK(copy.learn("run 1 2>/dev/null").exit_code == 0);

    // A project that was moved sets itself up again.
    const std::filesystem::path moved = copy.path() / "moved";
    std::filesystem::create_directories(moved);
    CHECK(tests::run("cd '" + copy.path().string() + "' && mv $(ls -A | grep -vx moved) moved/ && moved/learn list")
              .exit_code == 0);
}

TEST_CASE("the tour prints every chapter under its heading, and nothing else when it goes to a file")
{
    const tests::TemporaryFolder state;  // the progress of whoever runs the tests is none of ours
    const tests::Ran tour = tests::run("LEARN_STATE='" + state.path().string() + "' '" + tests::project().string() +
                                       "/learn' tour 2>/dev/null | cat");
    CHECK(tests::first_difference(expected_tour(), tour.output) == "");
    CHECK(tour.output.find('\033') == std::string::npos);
}

TEST_CASE("--no-install installs nothing, and goes on where nothing is missing")
{
    const std::string learn = "'" + tests::project().string() + "/learn' ";
    CHECK(tests::run(learn + "--no-install list").exit_code == 0);
    // A dpkg-query that knows no package stands for a bare machine; an apt-get that is called leaves a trace.
    const tests::TemporaryFolder tools;
    tests::write(tools.path() / "dpkg-query", "#!/bin/sh\nexit 1\n");
    tests::write(tools.path() / "apt-get", "#!/bin/sh\ntouch '" + tools.path().string() + "/called'\n");
    for (const char* tool : {"dpkg-query", "apt-get"}) {
        std::filesystem::permissions(tools.path() / tool, std::filesystem::perms::owner_all);
    }
    const tests::Ran bare =
        tests::run("PATH='" + tools.path().string() + "':\"$PATH\" " + learn + "--no-install tour 2>&1");
    CHECK(bare.exit_code == 3);
    CHECK(contains(bare.output, "libxtensor-dev"));
    CHECK(contains(bare.output, "vectors and matrices"));
    CHECK(!std::filesystem::exists(tools.path() / "called"));
}
