// What makes exercises one of a kind: the same files, the same shape, and no answer lying about.
#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"
#include "tests/catch.hpp"
#include "tests/exercises/planted/versions.hpp"
#include "tests/exercises/style/sources.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace
{

using tests::contains;

std::size_t count(const std::string& text, const std::string& pattern)
{
    return catalogue::all_that_fit(text, pattern).size();
}

/// All headers of the chapters as one text, squeezed.
std::string chapters()
{
    std::string all;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(tests::project())) {
        for (const auto& file : catalogue::files_below(chapter.folder)) {
            if (file.extension() == ".hpp") all += tests::squeezed(tests::read(file)) + "\n";
        }
    }
    return all;
}

}  // namespace

TEST_CASE("every exercise has all its files, and a short name of its own")
{
    std::set<std::string> short_names;
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        CHECK(!exercise.stub.empty());
        CHECK(!exercise.learners.empty());
        CHECK(!exercise.solution.empty());
        CHECK(!exercise.hints.empty());
        CHECK(short_names.insert(exercise.name.substr(exercise.name.find('/') + 1)).second);
    }
    CHECK(short_names.size() >= 2);
}

TEST_CASE("an exercise has its row in the list and its place in the lesson, in the order of the numbers")
{
    const std::string list = tests::read(tests::project() / "exercises/README.md");
    std::size_t last_row = 0;
    for (const tests::Sources& exercise : tests::all_sources()) {
        const std::size_t slash = exercise.name.find('/');
        const std::string chapter = exercise.name.substr(0, slash);
        const std::string name = exercise.name.substr(slash + 1);
        const std::string wanted = "| [`" + exercise.name + "`](" + exercise.name + ".cpp) | ";
        const std::string link = "[`" + name + ".cpp`](../../exercises/" + exercise.name + ".cpp)";
        const std::string command = "`./learn check " + name + "`";
        INFO("exercises/README.md has the row " << wanted << ", and chapters/" << chapter << "/README.md has " << link
                                                << " and " << command);
        const std::size_t row = list.find("\n" + wanted);
        REQUIRE(row != std::string::npos);
        CHECK(row > last_row);
        last_row = row;
        const std::string lesson = tests::read(tests::project() / "chapters" / chapter / "README.md");
        CHECK(contains(lesson, link));
        CHECK(contains(lesson, command));
    }
}

TEST_CASE("the list of exercises has no row too many")
{
    const std::string list = tests::read(tests::project() / "exercises/README.md");
    CHECK(count(list, "\n\\| \\[`") == tests::all_sources().size());
}

TEST_CASE("a stub opens with number and title, and the numbers of a chapter differ")
{
    std::set<std::string> numbers;
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        const auto found = catalogue::groups_of(exercise.stub, "^/// Exercise (\\d+)\\.(\\d+): [A-Z].*\n///\n/// ");
        REQUIRE(!found.empty());
        CHECK(std::stoi(found[1]) == catalogue::chapter_number(exercise.name));
        CHECK(numbers.insert(found[1] + "." + found[2]).second);
    }
}

TEST_CASE("the task stands in the stub alone, and the solution has its signatures")
{
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        CHECK(!contains(exercise.solution, "/// Exercise "));
        CHECK(!contains(exercise.solution, "\\param"));
        const std::vector<std::string> signatures = tests::signatures(exercise.stub);
        CHECK(!signatures.empty());
        CHECK(tests::bodies(exercise.solution, signatures).size() == signatures.size());
        CHECK(!contains(exercise.solution, "NotDoneYet"));
    }
}

TEST_CASE("what learners find is the untouched stub, as long as nobody has touched it")
{
    // A learner's own copy is theirs to change; in the project's own check nobody has.
    if (std::getenv("CI") == nullptr) return;
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        CHECK(exercise.learners == exercise.stub);
    }
}

TEST_CASE("two to four hints, each under a heading, and none has a line of the solution")
{
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        const std::size_t hints = count(exercise.hints, "(^|\n)## ");
        CHECK(hints >= 2);
        CHECK(hints <= 4);
        for (const std::string& line : tests::lines_of(exercise.solution)) {
            const std::string code = tests::squeezed(line);
            const bool is_telling = code.size() >= 25 && line.starts_with("    ");
            CHECK_FALSE((is_telling && contains(tests::squeezed(exercise.hints), code)));
        }
    }
}

TEST_CASE("no chapter holds a solution word for word")
{
    const std::string taught = chapters();
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        for (const std::string& body : tests::bodies(exercise.solution, tests::signatures(exercise.stub))) {
            CHECK(!contains(taught, "{ " + body + " }"));
        }
    }
}

namespace
{

const std::string mark = "// <--";

/// The lines that a version is made from: those of the solution, or of another version.
std::vector<std::string> origin_of(const tests::Version& version, const tests::Sources& exercise)
{
    if (version.made_from == "the solution") return tests::inside_namespace(exercise.solution);
    for (const tests::Version& other : exercise.versions) {
        if (other.name == version.made_from) return other.lines;
    }
    return {};
}

/// The code of a version that carries no mark.
std::vector<std::string> unmarked(const tests::Version& version)
{
    std::vector<std::string> lines;
    for (const std::string& line : version.lines) {
        if (!contains(line, mark)) lines.push_back(line);
    }
    return tests::code_of(lines);
}

}  // namespace

TEST_CASE("a version says what it is made from, and marks each line that is new")
{
    std::size_t seen = 0;
    for (const tests::Sources& exercise : tests::all_sources()) {
        for (const tests::Version& version : exercise.versions) {
            if (version.made_from.empty()) continue;
            INFO(exercise.name << ": " << version.name << " is made from " << version.made_from);
            const std::vector<std::string> origin = tests::code_of(origin_of(version, exercise));
            const std::vector<std::string> kept = unmarked(version);
            CHECK(!origin.empty());
            CHECK(tests::lines_in_common(kept, origin) == kept.size());                           // all that is new
            CHECK(tests::lines_in_common(tests::code_of(version.lines), origin) == kept.size());  // and no more
            ++seen;
        }
    }
    CHECK(seen >= 100);
}

TEST_CASE("every version has a name of its own")
{
    for (const tests::Sources& exercise : tests::all_sources()) {
        std::set<std::string> names;
        for (const tests::Version& version : exercise.versions) {
            INFO(exercise.name << ": " << version.name);
            CHECK(names.insert(version.name).second);
        }
    }
}

namespace
{

/// The names that a check forbids to call: what stands in quotation marks in must_not_call({...}).
std::vector<std::string> forbidden(const std::string& check)
{
    std::vector<std::string> names;
    const std::size_t begin = check.find("must_not_call(");
    if (begin == std::string::npos) return names;
    const std::string list = check.substr(begin, check.find(')', begin) - begin);
    for (std::size_t at = list.find('"'); at != std::string::npos; at = list.find('"', at + 1)) {
        const std::size_t end = list.find('"', at + 1);
        names.push_back(list.substr(at + 1, end - at - 1));
        at = end;
    }
    return names;
}

/// Whether an exercise asks for a function of something, and not for numbers or a word.
bool asks_for_code(const tests::Sources& exercise)
{
    return std::ranges::any_of(tests::signatures(exercise.stub),
                               [](const std::string& signature) { return !contains(signature, "()"); });
}

}  // namespace

TEST_CASE("where code is asked for, the check says what may not be called")
{
    std::size_t forbidding = 0;
    for (const tests::Sources& exercise : tests::all_sources()) {
        if (!asks_for_code(exercise)) continue;
        INFO(exercise.name);
        const bool forbids = !forbidden(exercise.check).empty();
        CHECK((forbids || contains(exercise.check, "may be called")));
        forbidding += forbids ? 1 : 0;
    }
    CHECK(forbidding >= 20);
}

TEST_CASE("what is forbidden to call is planted, and no version that counts as right calls it")
{
    for (const tests::Sources& exercise : tests::all_sources()) {
        const std::vector<std::string> names = forbidden(exercise.check);
        INFO(exercise.name);
        if (!names.empty())
            CHECK(std::filesystem::exists(tests::project() / "tests/exercises" / exercise.name / "calls.cpp"));
        for (const tests::Version& version : exercise.versions) {
            if (tests::verdict_of(version.name) != "right") continue;
            INFO(version.name);
            for (const std::string& line : tests::code_of(version.lines)) {
                for (const std::string& name : names) {
                    INFO(line << " | " << name);
                    CHECK(count(" " + line, "[^a-z_:.]" + name + "\\(") == 0);
                }
            }
        }
    }
}
