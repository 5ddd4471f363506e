#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"
#include "common/learn/blas_core.hpp"
#include "common/learn/build.hpp"
#include "common/learn/build_progress.hpp"
#include "common/learn/command_line.hpp"
#include "common/learn/commands/commands.hpp"
#include "common/learn/meant.hpp"
#include "common/learn/outcome.hpp"
#include "common/learn/process.hpp"
#include "common/learn/program.hpp"
#include "common/learn/progress.hpp"
#include "common/learn/report.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <fmt/core.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

using learn::find_chapter;

const std::vector<catalogue::Chapter> chapters = {{1, "01_similarity", "How alike?", "One number.", ""},
                                                  {2, "02_softmax", "Softmax", "Scores become weights.", ""},
                                                  {10, "10_other_scores", "Other scores", "", ""}};

}  // namespace

TEST_CASE("a chapter answers to its number, its name, and both")
{
    for (const char* name : {"2", "02", "softmax", "02_softmax"}) CHECK(find_chapter(chapters, name).number == 2);
    CHECK(find_chapter(chapters, "10").name == "10_other_scores");
}

TEST_CASE("an exercise answers to its file, wherever it is named from")
{
    const std::vector<learn::Exercise> exercises = catalogue::exercises_of(tests::project());
    const std::string file = "02_softmax/temperature.cpp";
    for (const std::string typed : {"temperature", "2.1"}) CHECK(learn::exercise_named(exercises, typed) != nullptr);
    for (const std::string before :
         {"", "./", "../", "exercises/", "./exercises/", "/home/me/my exercises/dot/exercises/"}) {
        const learn::Exercise* found = learn::exercise_named(exercises, before + file);
        INFO(before + file);
        REQUIRE(found != nullptr);
        CHECK(found->name == "temperature");
    }
    CHECK(learn::exercise_named(exercises, "/etc/passwd") == nullptr);
}

TEST_CASE("a report in XML has no byte that XML forbids")
{
    const learn::Exercise exercise = catalogue::exercises_of(tests::project()).front();
    learn::Outcome outcome;
    outcome.state = learn::State::does_not_compile;
    outcome.text = "r\xE9ponse \xEF\xBF\xBF \x01 \xC3\xA9 <";
    const std::string xml = learn::report_as_junit({{exercise, outcome}});
    CHECK(tests::contains(xml, "r\xEF\xBF\xBDponse ? ? \xC3\xA9 &lt;"));
}

TEST_CASE("a wrong name is answered with the nearest right one")
{
    CHECK_THROWS_MATCHES(find_chapter(chapters, "sofmax"), learn::NoSuchName,
                         Message("there is no chapter 'sofmax'; did you mean 2, 02_softmax?"));
    CHECK_THROWS_MATCHES(find_chapter(chapters, "01_similiarity"), learn::NoSuchName,
                         Message("there is no chapter '01_similiarity'; did you mean 1, 01_similarity?"));
    CHECK_THROWS_MATCHES(find_chapter(chapters, "11"), learn::NoSuchName,
                         Message("there is no chapter 11; the last one is 10, 10_other_scores"));
    CHECK_THROWS_AS(find_chapter(chapters, "99999999999999999999"), learn::NoSuchName);
    CHECK_THROWS_AS(find_chapter(chapters, ""), learn::NoSuchName);
}

TEST_CASE("progress is remembered between two runs")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / ".learn" / "progress.txt";
    CHECK(!learn::Progress(file).has_run("02_softmax"));
    learn::Progress(file).remember_run("02_softmax");
    learn::Progress(file).remember_run("01_similarity");
    CHECK(learn::Progress(file).has_run("02_softmax"));
    CHECK(learn::Progress(file).has_run("01_similarity"));
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
        const std::string name = entry.path().filename().string();
        CHECK((name == "progress.txt" || name == ".lock"));  // and no draft
    }
}

TEST_CASE("what cannot be printed is no success")
{
    if (!std::filesystem::exists("/dev/full")) return;
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/full", "w", stdout) == nullptr) _exit(99);
        if (std::freopen("/dev/full", "w", stderr) == nullptr) _exit(99);  // and nobody hears the complaint
        const std::array words = {"learn", "list"};
        _exit(learn::run_program(2, words.data(), [](learn::Desk&, const learn::Given&) {
            fmt::print("a list\n");
            return learn::fine;
        }));
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == learn::something_broken));
}

TEST_CASE("damaged progress counts as none, and is mended by the next run")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "progress.txt";
    for (const char* damage :
         {"", "run", "run\n", "runs 02_softmax\n", "hints\nhints 02_softmax\nhints 02_softmax -1\n", "{", "\xff\xfe"}) {
        INFO(damage);
        tests::write(file, damage);
        CHECK(!learn::Progress(file).has_run("02_softmax"));
        learn::Progress(file).remember_run("02_softmax");
        CHECK(learn::Progress(file).has_run("02_softmax"));
    }
}

TEST_CASE("progress that cannot be written is no reason to stop")
{
    learn::Progress progress("/proc/nowhere/progress.txt");
    CHECK_NOTHROW(progress.remember_run("02_softmax"));
    CHECK(progress.has_run("02_softmax"));
    CHECK_FALSE(progress.remember_hints("02_softmax/temperature", 1));

    const tests::TemporaryFolder folder;
    CHECK(learn::Progress(folder.path() / "progress.txt").remember_hints("02_softmax/temperature", 1));
}

TEST_CASE("a program's exit code, its signal and its absence are told apart")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path output = folder.path() / "output";
    CHECK(learn::run({"sh", "-c", "echo said; echo complained >&2; exit 7"}, output) == 7);
    CHECK(tests::read(output) == "said\ncomplained\n");
    CHECK(learn::run({"sh", "-c", "kill -9 $$"}, output) == 137);
    CHECK_THROWS(learn::run({"/no/such/program"}, output));
}

TEST_CASE("what does not build is shown by the end of what the compiler said")
{
    const tests::TemporaryFolder folder;
    CHECK_THROWS_WITH(learn::build(folder.path(), {"nothing"}), ContainsSubstring("nothing did not build"));
}

TEST_CASE("a build folder is set up for the place where the project is, and for no other")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path build = folder.path() / "build";
    CHECK(!learn::is_set_up(build, "/a/project"));
    tests::write(build / "CMakeCache.txt", "// a remark\nCMAKE_HOME_DIRECTORY:INTERNAL=/a/project\n");
    CHECK(!learn::is_set_up(build, "/a/project"));  // CMake did not get to the end
    tests::write(build / "build.ninja", "");
    CHECK(learn::is_set_up(build, "/a/project"));
    CHECK(!learn::is_set_up(build, "/a/project2"));
    CHECK(!learn::is_set_up(build, "/a"));
}

TEST_CASE("Ninja is called without CMake, where CMake would call it")
{
    const tests::TemporaryFolder folder;
    tests::write(folder.path() / "CMakeCache.txt", "CMAKE_MAKE_PROGRAM:FILEPATH=/opt/bin/ninja-build\n");
    CHECK(learn::build_command(folder.path()).front() == "/opt/bin/ninja-build");
    tests::write(folder.path() / "CMakeCache.txt", "CMAKE_MAKE_PROGRAM:FILEPATH=/usr/bin/make\n");
    CHECK(learn::build_command(folder.path()).front() == "cmake");
}

TEST_CASE("OpenBLAS is told what a processor can do, where it would use less")
{
    using learn::better_core;
    using learn::Width;
    CHECK(better_core("Prescott", Width::avx512) == "SkylakeX");
    CHECK(better_core("Haswell", Width::avx512) == "SkylakeX");
    CHECK(better_core("Prescott", Width::avx2) == "Haswell");
    CHECK(better_core("SkylakeX", Width::avx512) == "");
    CHECK(better_core("Cooperlake", Width::avx512) == "");
    CHECK(better_core("Zen", Width::avx2) == "");
    CHECK(better_core("Prescott", Width::narrow) == "");
    CHECK(better_core("", Width::avx512) == "");
}

TEST_CASE("how far a build has come is on the last line of Ninja's that counts steps")
{
    CHECK(learn::steps_done("") == "");
    CHECK(learn::steps_done("ninja: no work to do.\n") == "");
    CHECK(learn::steps_done("[1/12] Building CXX object a.o\n") == "1 of 12");
    CHECK(learn::steps_done("[1/12] Building\n[2/12] Linking x[3/4]\nfailed\n") == "2 of 12");
}

TEST_CASE("a program that does not end is asked where it is before it is ended")
{
    const std::string loop = "trap 'echo here >&2; exit 1' ABRT; while :; do sleep 0.02; done";
    const learn::Heard heard = learn::listen({"sh", "-c", loop}, {}, std::chrono::milliseconds(300));
    CHECK(heard.timed_out);
    CHECK(tests::contains(heard.errors, "here"));
    const learn::Heard deaf =
        learn::listen({"sh", "-c", "trap '' ABRT; while :; do sleep 0.02; done"}, {}, std::chrono::milliseconds(100));
    CHECK(deaf.timed_out);
    CHECK_FALSE(learn::listen({"true"}, {}, std::chrono::seconds(5)).timed_out);
}
