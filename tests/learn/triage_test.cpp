// What compilers say about planted mistakes, and what learners are told. Each file in broken/ has one mistake, which its
// name tells: missing_semicolon-struct.cpp is a missing_semicolon. `// here` marks the line to be named.

#include "common/learn/triage.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace
{

namespace fs = std::filesystem;
using tests::contains;

fs::path planted() { return tests::project() / "tests/learn/broken"; }

/// What the answers to exercises are compiled with, and what makes the end of a function without a return an error.
std::string flags_of(const std::string& compiler)
{
    const bool is_clang = contains(tests::run(compiler + " --version").output, "clang");
    return fmt::format("-std=c++20 -O0 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-unused-parameter "
                       "-Werror=return-type -I'{}' {}",
                       INCLUDES, is_clang ? "-fpch-instantiate-templates" : "");
}

/// Compile every planted file, as many at a time as there are processors.
///
/// \param output  folder for what the compiler prints about broken/<name>.cpp: <name>.cpp.txt, empty where it accepts it
void compile_all(const std::string& compiler, const fs::path& output)
{
    tests::write(output / "headers.hpp",
                 "#include \"02_softmax/softmax.hpp\"\n#include \"common/not_done_yet.hpp\"\n"
                 "#include <fmt/format.h>\n#include <cmath>\n#include <string>\n#include <vector>\n");
    const std::string command = fmt::format("LC_ALL=C nice {} {}", compiler, flags_of(compiler));
    const std::string headers = (output / "headers.hpp").string();
    const tests::Ran prepared = tests::run(fmt::format("{0} -x c++-header '{1}' -o '{1}.gch' 2>&1", command, headers));
    INFO(prepared.output);
    REQUIRE(prepared.exit_code == 0);
    tests::write(output / "compile_one.sh",
                 fmt::format("{} -fsyntax-only -include '{}' \"$1\" >'{}/'\"$1\".txt 2>&1 && "
                             ": >'{}/'\"$1\".txt\nexit 0\n",
                             command, headers, output.string(), output.string()));
    tests::run(fmt::format("cd '{}' && ls | xargs -P{} -n1 sh '{}'", planted().string(),
                           std::max(1U, std::thread::hardware_concurrency()), (output / "compile_one.sh").string()));
}

/// The lines of a planted file that end in `// here`.
std::vector<int> marked_lines(const fs::path& file)
{
    std::vector<int> marked;
    const std::vector<std::string> lines = tests::lines_of(tests::read(file));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].ends_with("// here")) marked.push_back(static_cast<int>(i) + 1);
    }
    return marked;
}

/// The rules that every answer keeps.
void check_text(const std::string& text)
{
    const std::vector<std::string> lines = tests::lines_of(text);
    CHECK(lines.size() <= 15);
    CHECK(std::ranges::all_of(lines, [](const std::string& line) { return line.size() <= 80; }));
    CHECK(!contains(text, "uvector"));
    CHECK(!contains(text, "xtensor_container"));
}

/// A project of one exercise, in a folder of its own.
class Project
{
public:
    explicit Project(const std::string& answer)
    {
        tests::write(folder_.path() / "common/tensor.hpp", "using Vector = int;\n");
        tests::write(folder_.path() / "chapters/02_softmax/softmax.hpp",
                     "inline Vector softmax(const Vector& scores)\n");
        tests::write(folder_.path() / "chapters/07_attention/attention.hpp", "struct Attention {\n};\n");
        tests::write(folder_.path() / "chapters/20_long_context/blocks/walk.hpp", "struct Walk {\n};\n");
        tests::write(file(), answer);
    }

    fs::path file() const { return folder_.path() / "exercises/02_softmax/f.cpp"; }

    /// What is said about an error in a line and a column.
    learn::CompileTrouble trouble(const std::string& place, const std::string& message) const
    {
        return learn::explain_compile_error(fmt::format("{}:{}: {}\n", file().string(), place, message), file());
    }

private:
    tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("every planted mistake is named, in the line where it is")
{
    const std::string compiler = GENERATE("g++", "clang++");
    if (tests::run("command -v " + compiler + " >/dev/null").exit_code != 0) return;
    const tests::TemporaryFolder output;
    compile_all(compiler, output.path());
    for (const auto& entry : fs::directory_iterator(planted())) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string name = entry.path().filename().string();
        const std::string printed = tests::read(output.path() / (name + ".txt"));
        const learn::CompileTrouble trouble = learn::explain_compile_error(printed, entry.path());
        const std::string text = learn::to_text(trouble);
        INFO(compiler << " on " << name << "\n" << printed.substr(0, 3000) << "\n" << text);
        CHECK(!printed.empty());
        CHECK(trouble.kind == name.substr(0, name.find_first_of("-.")));
        CHECK(marked_lines(entry.path()) == std::vector<int>{trouble.line});
        CHECK(trouble.file == "tests/learn/broken/" + name);
        CHECK(!trouble.source.empty());
        check_text(text);
    }
}

TEST_CASE("an answer is a place, a sentence, the line, and the compiler's words without what makes them long")
{
    const Project project("Vector f(const Vector& v)\n{\n    return 1.0;\n}\n");
    const learn::CompileTrouble trouble = project.trouble(
        "3:12",
        "error: could not convert \u20181.0e+0\u2019 from \u2018double\u2019 to \u2018common::Vector\u2019 {aka "
        "\u2018xt::xtensor_container<xt::uvector<double, std::allocator<double> >, 1, xt::layout_type::row_major, "
        "xt::xtensor_expression_tag>\u2019}");
    CHECK(learn::to_text(trouble) == "exercises/02_softmax/f.cpp:3\n"
                                     "\n"
                                     "This line returns a double, but the function promises a Vector.\n"
                                     "\n"
                                     "   3 |     return 1.0;\n"
                                     "     |            ^\n"
                                     "\n"
                                     "The compiler says: could not convert '1.0e+0' from 'double' to 'Vector'\n"
                                     "For all of it, add --full.\n");
}

TEST_CASE("warnings are no errors, and an error that nobody knows is shown in the compiler's words")
{
    const Project project("int i = 0;\nint j = 0;\n");
    const std::string file = project.file().string();
    const std::string warning = file + ":1:5: warning: comparison of integer expressions of different signedness\n";
    const learn::CompileTrouble trouble =
        learn::explain_compile_error(warning + file + ":2:5: error: the moon is in the wrong phase\n", project.file());
    CHECK(trouble.kind == "unrecognised");
    CHECK(trouble.line == 2);
    CHECK(trouble.compiler_says == "the moon is in the wrong phase");
    CHECK(learn::explain_compile_error(warning, project.file()).line == 0);
}

TEST_CASE("names are looked up in the chapters")
{
    const Project bare("namespace attention\n{\nVector f() { return softmax({1}); }\n}\n");
    const learn::CompileTrouble known = bare.trouble("3:21", "error: use of undeclared identifier 'softmax'");
    CHECK(known.kind == "missing_include");
    CHECK(contains(known.sentence, "#include \"02_softmax/softmax.hpp\""));
    const learn::CompileTrouble later = bare.trouble("3:21", "error: 'Attention' was not declared in this scope");
    CHECK(later.kind == "later_chapter");
    CHECK(contains(later.sentence, "chapter 7"));
    const learn::CompileTrouble deeper = bare.trouble("3:21", "error: 'Walk' was not declared in this scope");
    CHECK(deeper.kind == "later_chapter");
    CHECK(contains(deeper.sentence, "chapter 20"));
    const Project outside("#include \"02_softmax/softmax.hpp\"\nVector f() { return softmax({1}); }\n");
    CHECK(outside.trouble("2:21", "error: use of undeclared identifier 'softmax'").kind == "missing_namespace");
}

TEST_CASE("a solution and a later chapter are not for including")
{
    CHECK(!learn::find_forbidden_include(Project("#include \"02_softmax/softmax.hpp\"\n").file()));
    CHECK(!learn::find_forbidden_include(Project("// #include \"07_attention/attention.hpp\"\n").file()));
    const Project later("#include <vector>\n# include \"07_attention/attention.hpp\"\n");
    const auto trouble = learn::find_forbidden_include(later.file());
    REQUIRE(trouble);
    CHECK(trouble->kind == "later_chapter");
    CHECK(trouble->line == 2);
    check_text(learn::to_text(*trouble));
    const Project copied("#include \"../../solutions/02_softmax/f.cpp\"\n");
    CHECK(learn::find_forbidden_include(copied.file())->kind == "includes_solution");
}

TEST_CASE("an error in a header counts where the learner's file brings it about")
{
    const Project project("int a = 0;\nint b = 0;\nint c = 0;\n");
    const std::string file = project.file().string();
    const learn::CompileTrouble by_gcc = learn::explain_compile_error(
        "/usr/include/x.hpp: In instantiation of 'f':\n" + file + ":2:9:   required from here\n" +
            "/usr/include/x.hpp:10:1: error: static assertion failed\n" + file + ":3:1: error: later\n",
        project.file());
    CHECK(by_gcc.line == 2);
    CHECK(by_gcc.kind == "refused_by_library");
    const learn::CompileTrouble by_clang =
        learn::explain_compile_error("/usr/include/x.hpp:10:1: error: static_assert failed\n" + file +
                                         ":2:9: note: in instantiation of f requested here\n",
                                     project.file());
    CHECK(by_clang.line == 2);
    const learn::CompileTrouble included = learn::explain_compile_error(
        "In file included from " + file + ":1:\n/usr/include/x.hpp:10:1: error: expected ';'\n", project.file());
    CHECK(included.line == 1);
}

TEST_CASE("a linker is understood, and so is a mistake that is not the learner's")
{
    const Project project("int f();\n");
    const learn::CompileTrouble missing = learn::explain_compile_error(
        "/usr/bin/ld: f.cpp.o: in function `main':\nf.cpp:(.text+0x9): undefined reference to `attention::g(double)'\n",
        project.file());
    CHECK(missing.kind == "undefined_function");
    CHECK(contains(missing.sentence, "g(double) is called"));
    const learn::CompileTrouble other =
        learn::explain_compile_error("/project/common/print.cpp:7:1: error: expected ';'\n", project.file());
    CHECK(other.kind == "not_yours");
    CHECK(learn::explain_compile_error("ninja: error: mkdir: no space left\n", project.file()).kind == "not_yours");
}

TEST_CASE("a long line is cut so that the caret stays below its place")
{
    const std::string before = "    const double x = " + std::string(60, 'a') + " + ";
    const Project project(before + "wrong + " + std::string(60, 'b') + ";\n\tint y = wrong;\n");
    for (const std::string& place : {fmt::format("1:{}", before.size() + 1), std::string("2:10")}) {
        const learn::CompileTrouble trouble = project.trouble(place, "error: use of undeclared identifier 'wrong'");
        INFO(learn::to_text(trouble));
        REQUIRE(trouble.source.size() == 2);
        CHECK(trouble.source[0].substr(trouble.source[1].size() - 1, 5) == "wrong");
        check_text(learn::to_text(trouble));
    }
}

TEST_CASE("a size in braces is no size, whatever the compiler says about its type")
{
    for (const std::string line : {"    Vector sum{V.size()};", "    Vector sum = {n};"}) {
        const Project project("Vector f(const Vector& V)\n{\n" + line + "\n}\n");
        const learn::CompileTrouble trouble = project.trouble(
            "3:16",
            "error: non-constant-expression cannot be narrowed from type 'unsigned long' to 'double' in initializer list");
        CHECK(trouble.kind == "shape_initialiser");
        CHECK(contains(trouble.sentence, "xt::zeros<double>({n})"));
    }
    const Project numbers("Vector f(int a, int b)\n{\n    Vector v = {a, b};\n}\n");
    CHECK(
        numbers
            .trouble("3:17",
                     "error: non-constant-expression cannot be narrowed from type 'int' to 'float' in initializer list")
            .kind == "narrowing");
}

TEST_CASE("a range in a const variable cuts no view")
{
    const Project project("int a = 0;\nconst auto columns = xt::range(0, 1);\nVector v = xt::view(M, 0, columns);\n");
    const learn::CompileTrouble trouble = learn::explain_compile_error(
        project.file().string() +
            ":3:20:   required from here\n/usr/include/xtensor/xview.hpp:906:11: error: no matching function "
            "for call to 'std::tuple<int, const xt::xrange_adaptor<long int> >::tuple(long int)'\n",
        project.file());
    CHECK(trouble.kind == "const_range");
    CHECK(trouble.line == 3);
}

TEST_CASE("a line that begins with a loop writes to what follows its head")
{
    const Project project(
        "Matrix f(const Matrix& V)\n{\n    for (std::size_t c = 0; c < 3; ++c) V(1, c) += V(0, c);\n}\n");
    const learn::CompileTrouble trouble = project.trouble("3:47", "error: assignment of read-only location 'V(1, c)'");
    CHECK(trouble.kind == "const_assignment");
    CHECK(contains(trouble.sentence, "Matrix copy = V;"));
}

TEST_CASE("a file that is no plain text is named, and its compiler is not asked")
{
    const auto kind = [](const std::string& bytes) {
        const auto trouble = learn::find_strange_encoding(Project(bytes).file());
        return trouble ? trouble->sentence : "";
    };
    CHECK(contains(kind(std::string("\xFF\xFEi\0n\0t\0", 8)), "UTF-16"));
    CHECK(contains(kind(std::string("\xFE\xFF\0i\0n\0t", 8)), "UTF-16"));
    CHECK(contains(kind(std::string("int\0i", 5)), "zero bytes"));
    CHECK(kind("\xEF\xBB\xBFint i = 0;\n").empty());
    CHECK(kind("// na\xC3\xAFve\r\nint i = 0;\r\n").empty());
}
