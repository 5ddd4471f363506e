// What a chapter and an exercise are, and the texts that they are read from.

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/edit_distance.hpp"
#include "common/catalogue/exercise.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/hints.hpp"
#include "common/catalogue/pattern.hpp"
#include "common/catalogue/source.hpp"
#include "common/catalogue/text.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

using Texts = std::vector<std::string>;

/// A project of three chapters and as many exercises.
class Project
{
public:
    Project()
    {
        file("chapters/02_softmax/README.md", "# Chapter 2: Softmax\n\n> Scores become weights.\n> More.\n");
        file("chapters/01_similarity/README.md", "# Chapter 1: How alike?\n\n> One number.\n");
        file("chapters/10_other_scores/README.md", "no heading\n");
        file("chapters/notes/README.md", "# Chapter 3: Not one\n");
        file("tests/exercises/02_softmax/early/stub.cpp", "/// Exercise 2.10: A late one\n");
        file("tests/exercises/02_softmax/temperature/stub.cpp", "/// Exercise 2.2: Temperature: high and low\n///\n");
        file("tests/exercises/10_other_scores/width/stub.cpp", "no heading\n");
        file("tests/exercises/10_other_scores/no_stub/check.cpp", "no exercise\n");
        file("tests/exercises/planted/width/stub.cpp", "no exercise\n");
    }

    const std::filesystem::path& path() const { return folder_.path(); }
    void file(const std::string& name, const std::string& text) const { catalogue::write(path() / name, text); }

private:
    tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("chapters are read from their folders, in order, with title and idea")
{
    const Project project;
    const std::vector<catalogue::Chapter> chapters = catalogue::chapters_of(project.path());
    REQUIRE(chapters.size() == 3);
    CHECK(chapters[0].name == "01_similarity");
    CHECK(chapters[0].title == "How alike?");
    CHECK(chapters[1].number == 2);
    CHECK(chapters[1].idea == "Scores become weights.");
    CHECK(chapters[1].heading() == "Chapter 2: Softmax");
    CHECK(chapters[2].title == "other_scores");
    CHECK(chapters[2].folder == project.path() / "chapters/10_other_scores");
}

TEST_CASE("no chapters at all is an error, not an empty list")
{
    const tests::TemporaryFolder folder;
    CHECK_THROWS(catalogue::chapters_of(folder.path()));
}

TEST_CASE("the files of a folder: its own first, then those of each folder in it")
{
    const tests::TemporaryFolder folder;
    for (const char* name : {"b.hpp", "a/z.hpp", "a/deep/y.hpp", "c/x.hpp"}) tests::write(folder.path() / name, "");
    const std::filesystem::path& top = folder.path();
    CHECK(catalogue::files_below(top) ==
          std::vector{top / "b.hpp", top / "a/z.hpp", top / "a/deep/y.hpp", top / "c/x.hpp"});
    CHECK(catalogue::folders_of(top) == std::vector{top / "a", top / "c"});
    CHECK(catalogue::files_below(top / "nowhere").empty());
}

TEST_CASE("a path leads into one chapter, or into none")
{
    CHECK(catalogue::chapter_number("07_attention/attention.hpp") == 7);
    CHECK(catalogue::chapter_number("/a/project/exercises/21_your_own_data/mended.cpp") == 21);
    CHECK(catalogue::chapter_number("common/tensor.hpp") == 0);
    CHECK(catalogue::chapter_number("2024_notes/7_a.hpp") == 0);
    CHECK(catalogue::chapter_number("") == 0);
}

TEST_CASE("exercises are told by their stubs, and come in the order of their numbers")
{
    const Project project;
    const std::vector<catalogue::Exercise> exercises = catalogue::exercises_of(project.path());
    REQUIRE(exercises.size() == 3);
    CHECK(exercises[0].title == "Temperature: high and low");
    CHECK(exercises[0].heading() == "Exercise 2.2: Temperature: high and low");
    CHECK(exercises[1].numbers() == "2.10");
    CHECK(exercises[2].title == "width");
    CHECK(catalogue::those_of("02_softmax", exercises).size() == 2);
    CHECK(catalogue::exercises_of(project.path() / "nowhere").empty());
}

TEST_CASE("the files of an exercise that are there lie where it says")
{
    for (const catalogue::Exercise& exercise : catalogue::exercises_of(tests::project())) {
        for (const auto& file : {exercise.stub(), exercise.task(), exercise.check(), exercise.hints()}) {
            INFO(file);
            CHECK(std::filesystem::exists(tests::project() / file));
        }
    }
}

TEST_CASE("hints are the sections of a file")
{
    const Project project;
    const catalogue::Exercise exercise = {"02_softmax", "temperature", 2, "Temperature"};
    CHECK(catalogue::hints_of(project.path(), exercise).empty());
    project.file("exercises/02_softmax/hints/temperature.md", "## One\n\nfirst\n\nsecond\n\n## Two\n\nlast\n");
    const std::vector<catalogue::Hint> hints = catalogue::hints_of(project.path(), exercise);
    REQUIRE(hints.size() == 2);
    CHECK(hints[0].title == "One");
    CHECK(hints[0].text == "first\n\nsecond");
    CHECK(hints[1].text == "last");
}

TEST_CASE("a source is its task and its code, or code alone")
{
    const catalogue::Source stub =
        catalogue::parts_of("/// Exercise 2.1: Sum\n///\n///   Add.\nint f();\n/// no task\n");
    CHECK(stub.task == "Exercise 2.1: Sum\n\n  Add.\n");
    CHECK(stub.code == "int f();\n/// no task\n");
    CHECK(catalogue::parts_of("int f();\n").task.empty());
    CHECK(catalogue::parts_of("").code.empty());
}

TEST_CASE("a text has the lines that an editor shows")
{
    CHECK(catalogue::lines_of("") == Texts{});
    CHECK(catalogue::lines_of("a\n\nb") == Texts{"a", "", "b"});
    CHECK(catalogue::lines_of("a\n\n") == Texts{"a", ""});
}

TEST_CASE("lines are broken at blanks, and only in the middle of a word where there are none")
{
    CHECK(catalogue::wrapped("one two  three\nfour", 9) == "one two\nthree\nfour\n");
    CHECK(catalogue::wrapped("one two", 3) == "one\ntwo\n");
    CHECK(catalogue::wrapped("    one two", 8) == "    one\ntwo\n");
    CHECK(catalogue::wrapped("    unbreakable", 9) == "    unbre\nakable\n");
    CHECK(catalogue::wrapped("one   ", 4) == "one\n\n");
    CHECK(catalogue::wrapped("", 4).empty());
}

TEST_CASE("a file is read whole, and saved whole or not at all")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "deep/file";
    CHECK(!catalogue::read_if_there(file));
    CHECK(!catalogue::read_if_there(folder.path()));
    CHECK_THROWS(catalogue::read(file));
    CHECK(catalogue::save(file, "a\r\n\n"));
    CHECK(catalogue::read(file) == "a\r\n\n");
    CHECK(catalogue::entries_of(file.parent_path()) == std::vector{file});  // and no draft
    CHECK(!catalogue::save("/proc/nowhere/file", "a"));
    std::filesystem::create_symlink(file, folder.path() / "link");
    CHECK(catalogue::save(folder.path() / "link", "through the link"));
    CHECK(std::filesystem::is_symlink(folder.path() / "link"));
    CHECK(catalogue::read(file) == "through the link");
    CHECK_THROWS_WITH(catalogue::write("/proc/nowhere/file", "a"),
                      "/proc/nowhere/file: it cannot be written (No such file or directory)");
    CHECK(catalogue::entries_of(folder.path() / "nowhere").empty());
}

TEST_CASE("the distance between two words counts letters inserted, removed and changed")
{
    CHECK(catalogue::edit_distance("", "") == 0);
    CHECK(catalogue::edit_distance("", "abc") == 3);
    CHECK(catalogue::edit_distance("kitten", "sitting") == 3);
    CHECK(catalogue::edit_distance("softmax", "softmax") == 0);
}

TEST_CASE("a pattern finds what fits it, and what its parentheses hold")
{
    CHECK(catalogue::fits("line 12", "[0-9]+"));
    CHECK(catalogue::groups_of("a=1 b=2", "([a-z])=([0-9])") == Texts{"a=1", "a", "1"});
    CHECK(catalogue::groups_of("a", "b").empty());
    CHECK(catalogue::all_that_fit("a=1 b=2", "[a-z]=[0-9]") == Texts{"a=1", "b=2"});
    CHECK(catalogue::all_that_fit("a=1 b=2", "([a-z])=([0-9])") == Texts{"a", "b"});
    CHECK(catalogue::replaced("a=1 b=2", "([a-z])=", "$1:") == "a:1 b:2");
}

TEST_CASE("one source alone includes <regex>")
{
    Texts found;
    for (const char* room : {"chapters", "common", "docs", "exercises", "solutions", "tests"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(tests::project() / room)) {
            const std::string kind = entry.path().extension().string();
            if (kind != ".hpp" && kind != ".cpp") continue;
            const Texts lines = catalogue::lines_of(catalogue::read(entry.path()));
            const auto is_it = [](const std::string& line) { return line.starts_with("#include <regex>"); };
            if (std::ranges::any_of(lines, is_it)) found.push_back(entry.path().filename().string());
        }
    }
    CHECK(found == Texts{"pattern.cpp"});
}
