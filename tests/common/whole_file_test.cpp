#include "common/whole_file.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <string>
#include <thread>

namespace fs = std::filesystem;
using common::same_file;
using common::write_whole;

namespace
{

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

unsigned mode_of(const fs::path& file) { return static_cast<unsigned>(fs::status(file).permissions()); }

}  // namespace

TEST_CASE("a file is written whole, in place of another or of none, and keeps its permissions")
{
    const tests::TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    const mode_t mask = umask(0027);
    CHECK(write_whole(file.string(), "one") == "");
    umask(mask);
    CHECK(tests::read(file) == "one");
    CHECK(mode_of(file) == 0640U);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    CHECK(write_whole({{file.string(), {"two", "", " and more"}}}) == "");
    CHECK(tests::read(file) == "two and more");
    CHECK(mode_of(file) == 0600U);
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("whoever has the old file open goes on reading the old one")
{
    const tests::TemporaryFolder folder;
    const std::string file = (folder.path() / "file").string();
    REQUIRE(write_whole(file, std::string(100000, 'a')) == "");
    std::ifstream reader(file);
    std::string text(50000, '\0');
    reader.read(text.data(), 50000);
    REQUIRE(write_whole(file, std::string(100000, 'b')) == "");
    reader.read(text.data(), 50000);
    CHECK(text == std::string(50000, 'a'));
}

TEST_CASE("a link stays a link, and what it points at is replaced")
{
    const tests::TemporaryFolder folder;
    const fs::path there = folder.path() / "there";
    fs::create_directory(there);
    fs::create_symlink("there/file", folder.path() / "near");
    fs::create_symlink(folder.path() / "near", folder.path() / "far");
    for (const char* text : {"not there yet", "there by now"}) {
        CHECK(write_whole((folder.path() / "far").string(), text) == "");
        CHECK(tests::read(there / "file") == text);
        CHECK(fs::is_symlink(folder.path() / "far"));
        CHECK(fs::is_symlink(folder.path() / "near"));
    }
    CHECK(files_in(there) == 1);
    fs::create_symlink("round", folder.path() / "round");
    CHECK(tests::contains(write_whole((folder.path() / "round").string(), "x"), "round: it cannot be written ("));
}

TEST_CASE("a name as long as the system allows is not too long")
{
    const tests::TemporaryFolder folder;
    const std::string name(255, 'n');
    CHECK(write_whole((folder.path() / name).string(), "text") == "");
    CHECK(tests::read(folder.path() / name) == "text");
    CHECK(write_whole((folder.path() / (name + "n")).string(), "text") ==
          (folder.path() / (name + "n")).string() + ": it cannot be written (File name too long)");
}

TEST_CASE("devices and pipes are written into and stay what they are")
{
    CHECK(write_whole("/dev/null", "text") == "");
    CHECK(fs::is_character_file("/dev/null"));
    if (fs::exists("/dev/full"))
        CHECK(write_whole("/dev/full", "text") == "/dev/full: it cannot be written (No space left on device)");
    const tests::TemporaryFolder folder;
    const fs::path pipe = folder.path() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    auto reader = std::async(std::launch::async, [&] { return tests::run("cat '" + pipe.string() + "'").output; });
    CHECK(write_whole(pipe.string(), "through the pipe") == "");
    CHECK(reader.get() == "through the pipe");
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("an open file is written into where the program stands in it")
{
    const tests::TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    fs::create_symlink("/proc/self/fd/9", folder.path() / "link");
    const pid_t child = fork();
    if (child == 0) {
        const int opened = open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        if (opened < 0) _exit(2);
        dup2(opened, 9);
        const bool begun = write(9, "before, ", 8) == 8;
        const bool written = write_whole((folder.path() / "link").string(), "whole, ").empty();
        _exit(begun && written && write(9, "after", 5) == 5 ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(tests::read(file) == "before, whole, after");
    CHECK(fs::is_symlink(folder.path() / "link"));
}

TEST_CASE("all files are written, or none")
{
    const tests::TemporaryFolder folder;
    const std::string one = (folder.path() / "one").string();
    const std::string two = (folder.path() / "two").string();
    REQUIRE(write_whole(one, "old") == "");
    CHECK(write_whole({{one, {"new"}}, {two, {"new"}}, {(folder.path() / "no" / "three").string(), {"new"}}}) ==
          (folder.path() / "no" / "three").string() + ": it cannot be written (No such file or directory)");
    if (fs::exists("/dev/full")) CHECK(write_whole({{one, {"new"}}, {"/dev/full", {"new"}}}) != "");
    fs::create_directory(two);
    CHECK(write_whole({{one, {"new"}}, {two, {"new"}}}) == two + ": it cannot be written (Is a directory)");
    CHECK(write_whole("", "new") == ": it cannot be written (No such file or directory)");
    CHECK(tests::read(one) == "old");
    CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("nobody's file is taken for a draft")
{
    const tests::TemporaryFolder folder;
    tests::write(folder.path() / "precious", "precious");
    for (const char* name : {"o.part", ".o.part", "o.draft", "o.tmp"})
        fs::create_symlink(folder.path() / "precious", folder.path() / name);
    CHECK(write_whole((folder.path() / "o").string(), "text") == "");
    CHECK(tests::read(folder.path() / "precious") == "precious");
    CHECK(files_in(folder.path()) == 6);
}

TEST_CASE("two who write one file at once never mix")
{
    const tests::TemporaryFolder folder;
    const std::string file = (folder.path() / "file").string();
    const auto write_often = [&](char letter) {
        int worked = 0;
        for (int i = 0; i < 30; ++i) worked += write_whole(file, std::string(300000, letter)).empty() ? 1 : 0;
        return worked;
    };
    auto other = std::async(std::launch::async, write_often, 'a');
    int mixed = 0;
    for (int i = 0; i < 30; ++i) {
        if (!write_whole(file, std::string(300000, 'b')).empty()) ++mixed;
        const std::string text = tests::read(file);
        if (text != std::string(300000, 'a') && text != std::string(300000, 'b')) ++mixed;
    }
    CHECK(other.get() == 30);
    CHECK(mixed == 0);
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a signal that ends the program leaves no draft behind")
{
    for (const int signal : {SIGINT, SIGTERM}) {
        const tests::TemporaryFolder folder;
        const std::string file = (folder.path() / "file").string();
        const std::string pipe = (folder.path() / "pipe").string();
        REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
        const pid_t child = fork();
        if (child == 0) {
            std::signal(signal, SIG_DFL);
            write_whole({{file, {"text"}}, {pipe, {"nobody reads it"}}});  // the draft is whole, and the pipe waits
            _exit(0);
        }
        for (int wait = 0; wait < 1000 && files_in(folder.path()) < 2; ++wait)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        CHECK(files_in(folder.path()) == 2);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        kill(child, signal);
        int status = 0;
        waitpid(child, &status, 0);
        CHECK((WIFSIGNALED(status) && WTERMSIG(status) == signal));
        CHECK(files_in(folder.path()) == 1);
    }
}

TEST_CASE("two names may mean one file")
{
    const tests::TemporaryFolder folder;
    const std::string in = folder.path().string() + "/";
    fs::create_directory(in + "sub");
    fs::create_symlink("o", in + "link");
    CHECK(same_file(in + "o", in + "sub/../o"));
    CHECK(same_file(in + "o", in + "link"));
    CHECK(!same_file(in + "o", in + "p"));
    REQUIRE(write_whole(in + "o", "") == "");
    fs::create_hard_link(in + "o", in + "p");
    CHECK(same_file(in + "o", in + "link"));
    CHECK(same_file(in + "o", in + "p"));
    CHECK(!same_file(in + "o", in + "q"));
}
