#include "common/learn/commands/table.hpp"

#include <cstddef>
#include <vector>

namespace learn
{

namespace
{

constexpr std::size_t any_number = 1000;

}  // namespace

const std::vector<Command>& all_commands()
{
    static const Option json = {"json", "", "for programs"};
    static const std::vector<Command> commands = {
        {"tour", "", {0, 0}, "every chapter's program, in order"},
        {"run", "N [-- ARGS]", {1, any_number}, "one chapter's program: ./learn run 2, or ./learn run softmax"},
        {"list", "", {0, 0}, "chapters and exercises, and how far you are", {json}},
        {"check",
         "[WHAT]",
         {0, 1},
         "check an exercise, or all those of a chapter",
         {{"all", "", "every exercise"},
          {"full", "", "with everything the compiler said"},
          json,
          {"junit", "FILE", "write a report for a class into this file"}}},
        {"watch", "[EXERCISE]", {0, 1}, "check an exercise at every save"},
        {"hint", "[EXERCISE]", {0, 1}, "one more hint each time", {{"again", "", "those you have seen"}}},
        {"solution",
         "EXERCISE",
         {1, 1},
         "our solution beside yours, once yours is right",
         {{"peek", "", "even before that"}}},
        {"reset", "EXERCISE", {1, 1}, "start an exercise over; what you had is kept"},
        {"attend", "ARGS", {0, any_number}, "attention over your own arrays, or over a sentence", {}, true},
        {"write", "ARGS", {0, any_number}, "a small model, trained on these lessons, goes on with your text", {}, true},
        {"bench", "ARGS", {0, any_number}, "how fast it is, next to the machine's limit and other libraries", {}, true},
        {"docs",
         "",
         {0, 0},
         "the site: lessons, exercises and code as pages",
         {{"open", "", "open it in the browser"},
          {"no-live", "", "without live pages, which need a compiler for WebAssembly"}}},
        {"test", "", {0, 0}, "the tutorial's own tests"}};
    return commands;
}

}  // namespace learn
