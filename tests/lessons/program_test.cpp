// What a chapter's program prints and draws. CHAPTER and PROGRAM in the environment say whose.

#include "tests/lessons/transcript.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

using tests::first_difference;

namespace
{

std::string from_environment(const char* name)
{
    const char* value = std::getenv(name);
    if (value == nullptr) throw std::runtime_error(std::string(name) + " is not set; run this through ctest");
    return value;
}

std::filesystem::path chapter_folder() { return tests::project() / "chapters" / from_environment("CHAPTER"); }

/// The same text with every line marked as measured: its numbers may differ, and nothing else.
std::string all_measured(const std::string& text)
{
    std::string marked;
    for (const std::string& line : tests::lines_of(text)) marked += "~ " + line + "\n";
    return marked;
}

}  // namespace

TEST_CASE("the program prints its output.txt, in 80 columns and without colour, and draws the pictures of its folder")
{
    const tests::TemporaryFolder drawn;  // it may draw none; then it leaves the folder empty
    const tests::Ran ran =
        tests::run("'" + from_environment("PROGRAM") + "' --pictures '" + drawn.path().string() + "'");
    const std::string chapter = from_environment("CHAPTER");
    INFO("What it prints and draws now, if it should:  ./learn run " << chapter << " > chapters/" << chapter
                                                                     << "/output.txt  and  ./learn run " << chapter
                                                                     << " -- --pictures chapters/" << chapter);
    CHECK(ran.exit_code == 0);
    CHECK(first_difference(tests::read(chapter_folder() / "output.txt"), ran.output) == "");
    CHECK(ran.output.find('\033') == std::string::npos);
    for (const std::string& line : tests::lines_of(ran.output)) {
        INFO(line);
        CHECK(tests::columns_of(line) <= 80);
    }
    for (const auto& entry : std::filesystem::directory_iterator(chapter_folder())) {
        if (entry.path().extension() != ".svg") continue;
        INFO(entry.path());
        const std::string picture = tests::read(drawn.path() / entry.path().filename());
        CHECK(tests::first_difference_of_pictures(tests::read(entry.path()), picture) == "");
    }
    for (const auto& entry : std::filesystem::directory_iterator(drawn.path())) {
        INFO(entry.path());
        CHECK(std::filesystem::exists(chapter_folder() / entry.path().filename()));
    }
}

TEST_CASE("a longer transcript has the shape of what the program prints when it works less")
{
    const char* transcript = std::getenv("TRANSCRIPT");
    if (transcript == nullptr) return;  // few chapters have one
    const tests::Ran ran = tests::run("'" + from_environment("PROGRAM") + "' " + from_environment("ARGUMENTS"));
    CHECK(ran.exit_code == 0);
    const std::string longer = tests::read(chapter_folder() / transcript);
    REQUIRE(!longer.empty());
    CHECK(first_difference(all_measured(longer), all_measured(ran.output)) == "");
    CHECK(first_difference(all_measured(longer + "  one more\n"), all_measured(ran.output)) != "");
}

TEST_CASE("a picture carries a title and a description, and follows the theme")
{
    for (const auto& entry : std::filesystem::directory_iterator(chapter_folder())) {
        if (entry.path().extension() != ".svg") continue;
        INFO(entry.path());
        const std::string svg = tests::read(entry.path());
        CHECK(svg.find("<title id=\"title\">") != std::string::npos);
        CHECK(svg.find("<desc id=\"description\">") != std::string::npos);
        CHECK(svg.find("prefers-color-scheme: dark") != std::string::npos);
    }
}

TEST_CASE("a wrong argument ends the program with exit code 2")
{
    CHECK(tests::run("'" + from_environment("PROGRAM") + "' --no-such-thing 2>&1").exit_code == 2);
    CHECK(tests::run("'" + from_environment("PROGRAM") + "' --help").exit_code == 0);
}

TEST_CASE("transcripts: measured lines differ in numbers alone, other lines not at all")
{
    CHECK(first_difference("a 1\n~ took 3.2 s\n", "a 1\n~ took  14 s\n") == "");
    CHECK(first_difference("~ took 3.2 s\n", "~ lasted 3.2 s\n") != "");
    CHECK(first_difference("~ took 3.2 s\n", "~ took 3.2 4.1 s\n") != "");
    CHECK(first_difference("~ \"the bank\"\n", "~ \"a head of 3...\"\n") == "");
    CHECK(first_difference("~ \"the bank\"\n", "~ the bank\n") != "");
    CHECK(first_difference("  \"the bank\"\n", "  \"the head\"\n") != "");
    CHECK(first_difference("a 1\n", "a 2\n") == "line 1: expected `a 1` but it printed `a 2`");
    CHECK(first_difference("a\nb\n", "a\n") == "line 2: expected `b` but it printed the end");
    CHECK(first_difference("a\n", "a\nb\n") != "");
}

TEST_CASE("pictures: those of something measured differ in numbers alone, others not at all")
{
    const auto picture = [](const std::string& description, const std::string& shape) {
        return "<desc id=\"description\">" + description + "</desc>\n" + shape + "\n";
    };
    const auto difference = [&](const std::string& description, const std::string& a, const std::string& b) {
        return tests::first_difference_of_pictures(picture(description, a), picture(description, b));
    };
    const std::string dot = R"(<circle class="ink" cx="1" cy="2.5" r="3"/>)";
    const std::string moved = R"(<circle class="ink" cx="-4.25" cy="17" r="3"/>)";
    CHECK(difference("Measured: a dot.", dot, moved) == "");
    CHECK(difference("A dot.", dot, moved) != "");
    CHECK(difference("A dot.", dot, dot) == "");
    CHECK(difference("Measured: a dot.", dot, R"(<circle class="muted" cx="1" cy="2.5" r="3"/>)") != "");
    CHECK(difference("Measured: a dot.", R"(<text class="paper" x="1">0.9</text>)",
                     R"(<text class="ink" x="1">0.2</text>)") == "");
}
