// ./learn where people have it: copied, renamed, linked to, with a strange name, not theirs, with a wrong clock, on a plain
// terminal, without the solutions.

#include "tests/learn/copy.hpp"
#include "tests/learn/terminal_program.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <unistd.h>

#include <fmt/core.h>

#include <filesystem>
#include <string>

namespace
{

using tests::contains;

const std::string exercise = "02_softmax/temperature";

/// Run a line of shell in a folder, errors and all.
tests::Ran in(const std::filesystem::path& folder, const std::string& line)
{
    return tests::run(fmt::format("cd \"{}\" && {{ {}; }} 2>&1", folder.string(), line));
}

void give_solution(const std::filesystem::path& project)
{
    tests::write(project / "exercises" / (exercise + ".cpp"),
                 tests::read(tests::project() / "solutions" / (exercise + ".cpp")));
}

void give_wrong_answer(const std::filesystem::path& project)
{
    const std::string solution = tests::read(tests::project() / "solutions" / (exercise + ".cpp"));
    const std::string right = "softmax(gaps / T)";
    std::string wrong = solution;
    wrong.replace(wrong.find(right), right.size(), "softmax(gaps * T)");
    tests::write(project / "exercises" / (exercise + ".cpp"), wrong);
}

void solutions_may_be_missing(const tests::Copy& copy)
{
    std::filesystem::remove_all(copy.path() / "solutions");
    give_solution(copy.path());
    const tests::Ran solved = in(copy.path(), "./learn check temperature");
    INFO(solved.output);
    CHECK(solved.exit_code == 0);
    CHECK(contains(solved.output, "temperature: solved"));
    CHECK(contains(solved.output, "Building what checks answers"));  // a silence of many seconds is explained
    const tests::Ran solution = in(copy.path(), "./learn solution temperature");
    CHECK(solution.exit_code == 3);
    CHECK(contains(solution.output, "there are no solutions in this copy"));
}

/// The copy is built. A copy of it, and that under another name, judge their own answers.
void a_copied_and_a_renamed_project_judge_their_own_answers(const tests::Copy& copy)
{
    const tests::TemporaryFolder elsewhere;
    const std::filesystem::path copied = elsewhere.path() / "copied";
    CHECK(in(copy.path(), fmt::format("cp -a . \"{}\"", copied.string())).exit_code == 0);
    give_wrong_answer(copied);
    const tests::Ran wrong = in(copied, "./learn check temperature");
    INFO(wrong.output);
    CHECK(wrong.exit_code == 1);
    CHECK(contains(wrong.output, "multiplied the scores by T"));
    CHECK(in(copy.path(), "./learn check temperature").exit_code == 0);  // the first is as it was

    // The build of the checks notices by itself, too.
    const std::filesystem::path renamed = elsewhere.path() / "renamed";
    std::filesystem::rename(copied, renamed);
    const tests::Ran list = in(renamed, "./learn list");
    INFO(list.output);
    CHECK(list.exit_code == 0);
    CHECK(contains(list.output, "[~]   2.1 temperature"));  // what is known of an answer does not depend on the place
    CHECK(!std::filesystem::exists(renamed / "build/check/CMakeCache.txt"));
    CHECK(!std::filesystem::exists(copied));
}

void links_and_cdpath_lead_to_the_project(const tests::Copy& copy)
{
    const tests::TemporaryFolder elsewhere;
    const std::string project = copy.path().string();
    CHECK(in(elsewhere.path(), fmt::format("ln -s \"{}/learn\" direct && ln -s direct learn && ./learn list", project))
              .exit_code == 0);
    CHECK(in(elsewhere.path(),
             fmt::format("mkdir bin && ln -s \"{}/learn\" bin/ && PATH=$PWD/bin:$PATH learn list", project))
              .exit_code == 0);
    CHECK(!std::filesystem::exists(elsewhere.path() / "build"));
    CHECK(!std::filesystem::exists(elsewhere.path() / "bin/build"));

    const std::string parent = copy.path().parent_path().string();
    const std::string name = copy.path().filename().string();
    const tests::Ran ran = in(parent, fmt::format("export CDPATH=.:{}; {}/learn list", parent, name));
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    CHECK(contains(ran.output, " exercises solved"));
}

void a_clock_that_is_wrong_is_noticed(const tests::Copy& copy)
{
    CHECK(in(copy.path(), "touch -d '+1 day' chapters/CMakeLists.txt").exit_code == 0);
    const tests::Ran future = in(copy.path(), "./learn list");
    CHECK(future.exit_code == 3);
    CHECK(contains(future.output, "chapters/CMakeLists.txt is dated in the future"));
    CHECK(in(copy.path(), "touch chapters/CMakeLists.txt").exit_code == 0);

    // Built while the clock was ahead: whatever is edited now is older than what was built, so that is thrown away.
    CHECK(std::filesystem::exists(copy.path() / "build/check/CMakeCache.txt"));
    CHECK(in(copy.path(), "find build/check -exec touch -d '+1 day' {} +").exit_code == 0);
    CHECK(in(copy.path(), "./learn list").exit_code == 0);
    CHECK(!std::filesystem::exists(copy.path() / "build/check/CMakeCache.txt"));
}

void a_plain_terminal_gets_plain_text(const tests::Copy& copy)
{
    tests::TerminalProgram watch("cd '" + copy.path().string() + "' && TERM=dumb ./learn watch temperature");
    const std::string shown = watch.wait_for("q quit");
    CHECK(!contains(shown, "\033"));
    watch.type("q");
    CHECK(watch.wait_for_end() == 0);
}

void a_project_one_may_not_write_in_is_one_sentence(const tests::Copy& copy)
{
    const std::string somebody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
    std::filesystem::permissions(copy.path(), std::filesystem::perms::others_all, std::filesystem::perm_options::add);
    std::filesystem::remove_all(copy.path() / "build");
    std::filesystem::permissions(copy.path(), static_cast<std::filesystem::perms>(0555));
    const tests::Ran refused = in("/", somebody + "\"" + copy.path().string() + "/learn\" list");
    std::filesystem::permissions(copy.path(), static_cast<std::filesystem::perms>(0755));
    INFO(refused.output);
    CHECK(refused.exit_code == 3);
    CHECK(contains(refused.output, "you may not write to"));
    CHECK(contains(refused.output, "cp -R"));
    CHECK(tests::lines_of(refused.output).size() == 3);
}

/// Everything in a folder, by name.
std::string listing(const std::filesystem::path& folder) { return in(folder, "find . | sort").output; }

}  // namespace

TEST_CASE("a project in all the places where people have it")
{
    const tests::Copy copy;
    solutions_may_be_missing(copy);
    a_copied_and_a_renamed_project_judge_their_own_answers(copy);
    links_and_cdpath_lead_to_the_project(copy);
    a_plain_terminal_gets_plain_text(copy);
    a_clock_that_is_wrong_is_noticed(copy);
    a_project_one_may_not_write_in_is_one_sentence(copy);
}

TEST_CASE("a folder whose name Ninja cannot deal with is refused before anything is built")
{
    const tests::TemporaryFolder folder;
    for (const char* name : {"O'Brien", "Tom & Jerry", "what?", "a;b"}) {
        const std::filesystem::path project = folder.path() / name;
        std::filesystem::create_directories(project);
        std::filesystem::copy(tests::project() / "learn", project / "learn");
        const tests::Ran ran = in(project, "./learn list");
        INFO(ran.output);
        CHECK(ran.exit_code == 3);
        CHECK(contains(ran.output, "Please rename it"));
        CHECK(listing(project) == ".\n./learn\n");
    }
}

TEST_CASE("CMake among the sources says where to go, and leaves nothing behind")
{
    const tests::TemporaryFolder folder;
    std::filesystem::copy(tests::project() / "CMakeLists.txt", folder.path() / "CMakeLists.txt");
    const tests::Ran ran = in(folder.path(), "cmake .");
    CHECK(ran.exit_code != 0);
    CHECK(contains(ran.output, "./learn"));
    CHECK(listing(folder.path()) == ".\n./CMakeLists.txt\n");
}

TEST_CASE("a clone has the same bytes, whatever git does to the ends of lines elsewhere")
{
    if (!std::filesystem::exists(tests::project() / ".git")) return;
    const tests::TemporaryFolder folder;
    const tests::Ran cloned =
        in(folder.path(), fmt::format("git clone -q -c core.autocrlf=true \"{}\" clone", tests::project().string()));
    INFO(cloned.output);
    REQUIRE(cloned.exit_code == 0);
    CHECK(in(folder.path() / "clone", "grep -rlI --exclude-dir=.git \"$(printf '\\r')\" .").output.empty());
}
