#include "tests/house/includes.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace
{

namespace fs = std::filesystem;
using tests::Providers;
using tests::Uses;

/// What must not compile, or must not run, or is wrong: it is as its author left it.
bool is_wrong_on_purpose(const fs::path& file)
{
    const std::string path = file.generic_string();
    return path.starts_with("tests/learn/broken/") || path.starts_with("tests/learn/dying/") ||
           path.ends_with("/mistakes.cpp") || path.ends_with("/crashes.cpp");
}

/// Every source, by its path from the project's folder.
const std::map<std::string, std::string>& sources()
{
    static const std::map<std::string, std::string> all = [] {
        std::map<std::string, std::string> found;
        for (const char* room : {"chapters", "common", "docs", "solutions", "tests"}) {
            for (const auto& entry : fs::recursive_directory_iterator(tests::project() / room)) {
                const fs::path file = entry.path().lexically_relative(tests::project());
                const bool is_source = file.extension() == ".hpp" || file.extension() == ".cpp";
                if (is_source && !is_wrong_on_purpose(file)) found[file.generic_string()] = tests::read(entry.path());
            }
        }
        return found;
    }();
    return all;
}

/// What includes for others: headers to be precompiled, and what is there for whoever solves an exercise or checks it.
bool includes_for_others(const std::string& file)
{
    return file == "common/headers.hpp" || file == "tests/exercises/answer_headers.hpp" || file == "tests/near.hpp" ||
           file == "tests/exercises/check.hpp" || file.ends_with("/stub.cpp") || file.ends_with("/task.hpp");
}

/// The header that a source may leave it to: foo.cpp to foo.hpp, what belongs to an exercise to its task.hpp.
std::string own_header(const std::string& file)
{
    const std::string tasks = "tests/exercises/";
    const std::string solutions = "solutions/";
    const fs::path path = file;
    std::string header = fs::path(path).replace_extension(".hpp").generic_string();
    if (file.starts_with(solutions))
        header = tasks + file.substr(solutions.size(), file.size() - solutions.size() - 4) + "/task.hpp";
    if (file.starts_with(tasks) && !sources().contains(header))
        header = (path.parent_path() / "task.hpp").generic_string();
    return header;
}

/// All that a source may use: what it includes, what its own header does, and itself.
std::set<std::string> there_for(const std::string& file, const Uses& uses)
{
    std::set<std::string> there = uses.includes;
    there.insert(tests::as_included(file));
    const auto add_those_of = [&](const std::string& header) {
        const auto found = sources().find(header);
        if (found != sources().end()) there.merge(tests::uses_of(found->second).includes);
    };
    add_those_of(own_header(file));
    if (there.contains("\"tests/exercises/check.hpp\"")) add_those_of("tests/exercises/check.hpp");
    return there;
}

/// What the headers of the project declare, and what one of them brings in for all.
Providers names_of_project()
{
    Providers providers;
    for (const char* name : {"xt", "Vector", "Matrix", "BoolMatrix"}) providers[name] = {"\"common/tensor.hpp\""};
    for (const auto& [file, text] : sources()) {
        if (!file.ends_with(".hpp")) continue;
        for (const std::string& name : tests::names_declared_in(text)) providers[name].insert(tests::as_included(file));
    }
    return providers;
}

/// The same by their last words, `Random` for `common::Random`, and the words that tests are written with.
Providers words_of_project()
{
    const std::string catch2 = "\"tests/catch.hpp\"";
    const std::string check = "\"tests/exercises/check.hpp\"";
    Providers words = {{"TEST_CASE", {catch2, check}}, {"CHECK", {catch2}}, {"check", {check}}};
    for (const auto& [name, headers] : names_of_project())
        words[name.substr(name.rfind(':') + 1)].insert(headers.begin(), headers.end());
    return words;
}

void check_nothing_is_missing(const Providers& providers)
{
    for (const auto& [file, text] : sources()) {
        const Uses uses = tests::uses_of(text);
        for (const std::string& sentence : tests::missing(uses, there_for(file, uses), providers))
            FAIL_CHECK(file << ": " << sentence);
    }
}

void check_nothing_is_unused(const Providers& providers)
{
    for (const auto& [file, text] : sources()) {
        if (includes_for_others(file)) continue;
        for (const std::string& sentence : tests::unused(tests::uses_of(text), providers))
            FAIL_CHECK(file << ": " << sentence);
    }
}

}  // namespace

TEST_CASE("names are found in code, not in comments or quotes, and by their beginnings")
{
    const Uses uses =
        tests::uses_of("#include <map>  // std::set\nstd::chrono::seconds s;\nauto t = \"std::string\";\n");
    CHECK(uses.includes == std::set<std::string>{"<map>"});
    const Providers providers = {{"std::chrono", {"<chrono>"}}, {"std::map", {"<map>"}}, {"std::string", {"<string>"}}};
    CHECK(tests::missing(uses, uses.includes, providers).size() == 1);
    CHECK(tests::unused(uses, providers).size() == 1);
}

TEST_CASE("what a header declares is found by its namespace")
{
    const std::string header =
        "namespace a\n{\nclass B\n{\n    int c();\n};\n[[noreturn]] std::vector<int> d(int e);\nenum class F { g };\n"
        "inline constexpr double h = i();\nusing j::k;\ntemplate <typename L>\nL m(L n);\n"
        "}  // namespace a\n#define O 1\n";
    CHECK(tests::names_declared_in(header) ==
          std::vector<std::string>{"a::B", "a::d", "a::F", "a::h", "a::k", "a::m", "O"});
}

TEST_CASE("what a source uses of a library, it includes") { check_nothing_is_missing(tests::names_of_libraries()); }

TEST_CASE("what a source includes of a library, it uses") { check_nothing_is_unused(tests::names_of_libraries()); }

TEST_CASE("what a source uses of the project by a full name, it includes")
{
    check_nothing_is_missing(names_of_project());
}

TEST_CASE("what a source includes of the project, it uses") { check_nothing_is_unused(words_of_project()); }
