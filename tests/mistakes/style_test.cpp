// What makes exercises one of a kind: the same files, the same shape, and no answer lying about.
#include "tests/catch.hpp"
#include "tests/files.hpp"
#include "tests/mistakes/sources.hpp"

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <set>

namespace
{

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::regex& what)
{
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), what), std::sregex_iterator()));
}

/// All headers of the chapters as one text, squeezed.
std::string chapters()
{
    std::string all;
    for (const auto& folder : tests::chapter_folders()) {
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            if (file.path().extension() == ".hpp") all += tests::squeezed(tests::read(file.path())) + "\n";
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

TEST_CASE("a stub opens with number and title, and the numbers of a chapter differ")
{
    std::set<std::string> numbers;
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        std::smatch found;
        const std::regex first_line("^/// Exercise (\\d+)\\.(\\d+): [A-Z].*\n///\n/// ");
        REQUIRE(std::regex_search(exercise.stub, found, first_line));
        CHECK(std::stoi(found[1]) == std::stoi(exercise.name));
        CHECK(numbers.insert(found[1].str() + "." + found[2].str()).second);
    }
}

TEST_CASE("stub and solution have the same comment and the same signatures")
{
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        CHECK(tests::doc_comment(exercise.stub) == tests::doc_comment(exercise.solution));
        const std::vector<std::string> signatures = tests::signatures(exercise.stub);
        CHECK(!signatures.empty());
        CHECK(tests::bodies(exercise.solution, signatures).size() == signatures.size());
        CHECK(!has(exercise.solution, "NotDoneYet"));
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
        const std::size_t hints = count(exercise.hints, std::regex("(^|\n)## "));
        CHECK(hints >= 2);
        CHECK(hints <= 4);
        for (const std::string& line : tests::lines_of(exercise.solution)) {
            const std::string code = tests::squeezed(line);
            const bool is_telling = code.size() >= 25 && line.starts_with("    ");
            CHECK_FALSE((is_telling && has(tests::squeezed(exercise.hints), code)));
        }
    }
}

TEST_CASE("no chapter holds a solution word for word")
{
    const std::string taught = chapters();
    for (const tests::Sources& exercise : tests::all_sources()) {
        INFO(exercise.name);
        for (const std::string& body : tests::bodies(exercise.solution, tests::signatures(exercise.stub))) {
            CHECK(!has(taught, "{ " + body + " }"));
        }
    }
}

TEST_CASE("stubs and solutions are formatted")
{
    if (tests::run("clang-format --version 2>/dev/null").exit_code != 0) return;
    const std::string root = tests::project().string();
    for (const tests::Sources& exercise : tests::all_sources()) {
        const std::string stub = root + "/tests/exercises/" + exercise.name + "_stub.cpp";
        const std::string solution = root + "/solutions/" + exercise.name + ".cpp";
        const tests::Ran ran = tests::run("clang-format --dry-run -Werror '" + stub + "' '" + solution + "' 2>&1");
        INFO(ran.output);
        CHECK(ran.exit_code == 0);
    }
}

TEST_CASE("an answer that does not compile is no answer")
{
    const tests::Ran ran = tests::run("cmake --build '" BUILD_FOLDER "' --target syntax_errors -- -k 0 2>&1");
    CHECK(ran.exit_code != 0);
    CHECK(count(ran.output, std::regex("(^|\n)FAILED: ")) == tests::all_sources().size());
}
