// What was typed after ./learn, told from what means nothing.

#include "common/learn/command_line.hpp"
#include "common/learn/commands/table.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <string>
#include <vector>

namespace
{

using Words = std::vector<std::string>;

learn::Given given(const Words& typed)
{
    std::vector<const char*> pointers = {"learn"};
    for (const std::string& word : typed) pointers.push_back(word.c_str());
    return learn::read_command_line(learn::all_commands(), static_cast<int>(pointers.size()), pointers.data());
}

std::string help_for(const Words& typed)
{
    try {
        given(typed);
    } catch (const learn::HelpWanted& help) {
        return help.what();
    }
    return "";
}

}  // namespace

TEST_CASE("nothing at all is no command") { CHECK(given({}).command.empty()); }

TEST_CASE("a command's words and options are told apart, in any order")
{
    const learn::Given check = given({"check", "--json", "temperature", "--junit", "report.xml"});
    CHECK(check.command == "check");
    CHECK(check.words == Words{"temperature"});
    CHECK(check.has("json"));
    CHECK(!check.has("all"));
    CHECK(check.value("junit") == "report.xml");
    CHECK(given({"check", "--junit=report.xml"}).value("junit") == "report.xml");
}

TEST_CASE("what comes after -- is for the program")
{
    CHECK(given({"run", "2", "--", "--pictures", "mine"}).words == Words{"2", "--pictures", "mine"});
    CHECK_THROWS_WITH(given({"run", "2", "--pictures", "mine"}), ContainsSubstring("comes after --"));
}

TEST_CASE("attend, write and bench pass on what they are given, help included")
{
    CHECK(given({"attend", "--q", "q.npy", "--help"}).words == Words{"--q", "q.npy", "--help"});
    CHECK(given({"write", "--prompt", "the bank", "--help"}).words == Words{"--prompt", "the bank", "--help"});
    CHECK(given({"bench", "--", "--quick"}).words == Words{"--", "--quick"});
}

TEST_CASE("what means nothing is answered with what would")
{
    CHECK_THROWS_WITH(given({"rum", "2"}), ContainsSubstring("did you mean run?"));
    CHECK_THROWS_WITH(given({"run"}), ContainsSubstring("./learn run N [-- ARGS]"));
    CHECK_THROWS_WITH(given({"check", "a", "b"}), ContainsSubstring("too many"));
    CHECK_THROWS_WITH(given({"check", "--jsn"}), ContainsSubstring("no option --jsn"));
    CHECK_THROWS_WITH(given({"check", "--junit"}), ContainsSubstring("--junit needs a value"));
    CHECK_THROWS_WITH(given({"--jsn"}), ContainsSubstring("no option --jsn"));
    CHECK_THROWS_AS(given({"tour", "2"}), learn::WrongUsage);
}

TEST_CASE("help names every command, and every option of one, in 80 columns")
{
    const std::string help = help_for({"--help"});
    for (const learn::Command& command : learn::all_commands()) {
        CHECK_THAT(help, ContainsSubstring("  " + command.name + " "));
        if (command.passes_everything_on) continue;
        const std::string more = help_for({command.name, "--help"});
        for (const learn::Option& option : command.options) CHECK_THAT(more, ContainsSubstring("--" + option.name));
        for (const std::string& line : tests::lines_of(help + more)) {
            INFO(line);
            CHECK(line.size() <= 80);
        }
    }
}
