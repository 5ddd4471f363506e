// How check programs die, and what learners are told. dying/ways.cpp dies in many ways, each by the name of its answer.

#include "common/catalogue/pattern.hpp"
#include "common/learn/died.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace
{

namespace fs = std::filesystem;
using tests::contains;

fs::path source() { return tests::project() / "tests/learn/dying/ways.cpp"; }

/// The program that dies, as checks are compiled; false where this compiler has no AddressSanitizer.
bool build(const std::string& compiler, const fs::path& program)
{
    const tests::Ran ran =
        tests::run(fmt::format("nice {} -std=c++20 -O0 -g1 -fno-omit-frame-pointer -fsanitize=address -w "
                               "-I'{}' '{}' -o '{}' 2>&1",
                               compiler, INCLUDES, source().string(), program.string()));
    INFO(ran.output);
    CHECK((ran.exit_code == 0 || contains(ran.output, "asan")));
    return ran.exit_code == 0;
}

/// The ways to die, with the line that must be named.
std::vector<std::pair<std::string, int>> ways()
{
    std::vector<std::pair<std::string, int>> found;
    const std::vector<std::string> lines = tests::lines_of(tests::read(source()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::vector<std::string> groups = catalogue::groups_of(lines[i], R"rx(way == "([^"]+)")rx");
        if (groups.empty()) continue;
        const std::string& way = groups[1];
        const auto is_marked = [&](const std::string& line) { return line.ends_with("// " + way); };
        const auto marked = std::ranges::find_if(lines, is_marked);
        const auto line = marked == lines.end() ? static_cast<std::ptrdiff_t>(i) : marked - lines.begin();
        found.emplace_back(way, static_cast<int>(line) + 1);
    }
    return found;
}

/// An answer to exercise `f`, in a folder of a project of its own.
learn::Death death_of(const std::string& answer, const std::string& said, int exit_code)
{
    const tests::TemporaryFolder folder;
    const fs::path file = folder.path() / "exercises/02_softmax/f.cpp";
    tests::write(folder.path() / "common/tensor.hpp", "");
    tests::write(file, answer);
    return learn::explain_death(said, exit_code, file);
}

}  // namespace

TEST_CASE("every way to die is named, in the line where it is")
{
    const std::string compiler = GENERATE("g++", "clang++");
    if (tests::run("command -v " + compiler + " >/dev/null").exit_code != 0) return;
    const tests::TemporaryFolder folder;
    const fs::path program = folder.path() / "ways";
    if (!build(compiler, program)) return;
    for (const auto& [way, line] : ways()) {
        const tests::Ran ran = tests::run("'" + program.string() + "' " + way + " 2>&1");
        const learn::Death death = learn::explain_death(ran.output, ran.exit_code, source());
        const std::string text = learn::to_text(death);
        const std::vector<std::string> lines = tests::lines_of(text);
        INFO(compiler << ", " << way << "\n" << ran.output.substr(0, 2000) << "\n" << text);
        CHECK(death.kind == way.substr(0, way.find('-')));
        CHECK(death.line == line);
        CHECK(lines.size() <= 10);
        CHECK(std::ranges::all_of(lines, [](const std::string& l) { return l.size() <= 80; }));
    }
}

TEST_CASE("a function that is missing is told from one that has changed")
{
    const std::string said =
        "./check: symbol lookup error: ./check: undefined symbol: _ZN9attention10softmax_atERKN2xt17xtensor_"
        "containerINS0_7uvectorIdSaIdEEELm1ELNS0_11layout_typeE1ENS0_22xtensor_expression_tagEEEd\n";
    const learn::Death missing = death_of("", said, 127);
    CHECK(missing.kind == "missing_function");
    CHECK(missing.line == 0);
    CHECK(contains(missing.sentence, "softmax_at(const Vector&, double)"));
    const learn::Death changed = death_of("// softmax_at(\nVector softmax_at(const Vector& scores)\n{\n}\n", said, 127);
    CHECK(changed.kind == "missing_function");
    CHECK(changed.line == 2);
    CHECK(contains(changed.sentence, "has other parameters"));
}

TEST_CASE("what does not end is an endless loop, in a line that looks like one")
{
    CHECK(death_of("", "", 124).kind == "endless_loop");
    CHECK(death_of("void f()\n{\n    while (true) {\n    }\n}\n", "", 124).line == 3);
    CHECK(death_of("for (int i = 0; i < n; ++i) {\n}\n", "", 124).line == 0);
    const learn::Death down = death_of("for (std::size_t i = n - 1; i >= 0; --i) {\n}\n", "", 124);
    CHECK(down.line == 1);
    CHECK(contains(down.sentence, "never below 0"));
}

TEST_CASE("a signal without a report still has a sentence")
{
    CHECK(death_of("", "", 136).kind == "divided_by_zero");
    CHECK(death_of("", "", 134).kind == "aborted");
    CHECK(death_of("", "", 139).kind == "wild_pointer");
    CHECK(death_of("", "", 137).kind == "killed");
    const learn::Death unknown = death_of("", "", 77);
    CHECK(unknown.kind == "unrecognised");
    CHECK(contains(unknown.sentence, "77"));
    CHECK(learn::to_text(unknown) ==
          "exercises/02_softmax/f.cpp\n\nThe program ended without a verdict (exit code 77).\n");
}

TEST_CASE("where no call of the learner's is on the stack, no line is named")
{
    const std::string said = "==1==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000000 (pc 0x1)\n"
                             "    #0 0x5607665e250c in main /project/tests/exercises/02_softmax/f/check.cpp:5\n";
    const learn::Death death = death_of("Vector f() {}\n", said, 1);
    CHECK(death.kind == "null_pointer");
    CHECK(death.line == 0);
    CHECK(contains(death.sentence, "return"));
}

TEST_CASE("a loop that counts below 0 is blamed where the line that died stands below its head")
{
    const std::string said = "==1==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x1\n"
                             "READ of size 8 at 0x602000000000 thread T0\n"
                             "    #0 0x5607665e250c in f(double) FILE:4\n\n"
                             "0x602000000000 is located 16 bytes to the left of 64-byte region\n";
    const tests::TemporaryFolder folder;
    const fs::path file = folder.path() / "exercises/02_softmax/f.cpp";
    tests::write(
        file,
        "double f(const Vector& v)\n{\n    for (std::size_t i = v.size() - 1; i >= 0; --i) {\n        g(v(i));\n    }\n}\n");
    std::string report = said;
    report.replace(report.find("FILE"), 4, file.string());
    const learn::Death death = learn::explain_death(report, 1, file);
    CHECK(death.kind == "read_outside");
    CHECK(death.line == 4);
    CHECK(contains(death.sentence, "in line 3"));
}

TEST_CASE("what keeps a check from beginning is no fault of an answer")
{
    const auto kind = [](const std::string& said) {
        const auto trouble = learn::trouble_outside(said, "/nowhere/f.cpp");
        return trouble ? trouble->kind : "";
    };
    CHECK(
        kind(
            "==9==ERROR: AddressSanitizer failed to allocate 0xdfff0001000 bytes\n==9==ReserveShadowMemoryRange failed\n") ==
        "environment");
    CHECK(kind("==9==ASan runtime does not come first in initial library list; you should preload it\n") ==
          "environment");
    CHECK(kind("==9==Shadow memory range interleaves with an existing memory mapping. ASan cannot proceed.\n") ==
          "environment");
    CHECK(kind("AddressSanitizer:DEADLYSIGNAL\nAddressSanitizer:DEADLYSIGNAL\n") == "environment");
    CHECK(kind("./check: error while loading shared libraries: libopenblas.so.0: cannot open\n") == "environment");
    CHECK_FALSE(learn::trouble_outside(
        "AddressSanitizer:DEADLYSIGNAL\n    #0 0x55 in __static_initialization /nowhere/f.cpp:4\n", "/nowhere/f.cpp"));
    CHECK(kind("something the answer printed\n").empty());
    CHECK(contains(learn::trouble_outside("ReserveShadowMemoryRange failed", "/nowhere/f.cpp")->sentence,
                   "nothing to do with your answer"));
}
