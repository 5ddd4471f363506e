#include "common/learn/command_line.hpp"

#include "common/catalogue/edit_distance.hpp"

#include <getopt.h>

#include <fmt/core.h>

#include <algorithm>

namespace learn
{

namespace
{

std::string help_of(const std::vector<Command>& commands)
{
    std::string text = "Dot by Dot: attention in C++, one piece at a time.\n\n"
                       "Usage: ./learn [COMMAND]\n\n"
                       "Without a command: where you are, and what is next.\n\n"
                       "Commands (./learn COMMAND --help says more):\n";
    for (const Command& command : commands) text += fmt::format("  {:<9} {}\n", command.name, command.what);
    return text + "\nAny command first installs what is missing; --no-install only says what that is.\n"
                  "Exit codes: 0 fine, 1 not solved or a test failed, 2 wrong usage,\n"
                  "3 something outside is missing or broken.\n";
}

std::string usage_of(const Command& command)
{
    return fmt::format("./learn {}{}{}{}", command.name, command.options.empty() ? "" : " [OPTIONS]",
                       command.words.empty() ? "" : " ", command.words);
}

std::string help_of(const Command& command)
{
    std::string text = fmt::format("{}\n\nUsage: {}\n", command.what, usage_of(command));
    if (!command.options.empty()) text += "\nOptions:\n";
    for (const Option& option : command.options) {
        const std::string name = "--" + option.name + (option.value.empty() ? "" : " " + option.value);
        text += fmt::format("  {:<14} {}\n", name, option.what);
    }
    return text;
}

const Command& command_named(const std::vector<Command>& commands, const std::string& name)
{
    const auto distance = [&](const Command& command) { return catalogue::edit_distance(name, command.name); };
    const auto nearest = std::ranges::min_element(commands, {}, distance);
    if (nearest->name == name) return *nearest;
    throw WrongUsage(
        fmt::format("there is no command '{}'; did you mean {}?  (./learn --help lists them)", name, nearest->name));
}

void check_count(const Command& command, std::size_t count)
{
    const auto [least, most] = command.count;
    if (least <= count && count <= most) return;
    const char* problem = count < least ? "a word is missing" : "a word too many";
    throw WrongUsage(fmt::format("{}; usage: {}", problem, usage_of(command)));
}

/// A command's options as getopt_long wants them. The value of each is its place in the list, --help's is one further.
std::vector<option> as_table(const Command& command)
{
    std::vector<option> table;
    for (const Option& known : command.options) {
        const int takes = known.value.empty() ? no_argument : required_argument;
        table.push_back({known.name.c_str(), takes, nullptr, static_cast<int>(table.size())});
    }
    table.push_back({"help", no_argument, nullptr, static_cast<int>(table.size())});
    table.push_back({nullptr, 0, nullptr, 0});
    return table;
}

void read_options(const Command& command, std::vector<char*> words, Given& given)
{
    const std::vector<option> table = as_table(command);
    const int help = static_cast<int>(command.options.size());
    optind = 1;
    opterr = 0;  // the sentences are ours
    for (int found = 0;
         (found = getopt_long(static_cast<int>(words.size()) - 1, words.data(), ":h", table.data(), nullptr)) != -1;) {
        if (found == help || found == 'h') throw HelpWanted(help_of(command));
        const std::string last = words[static_cast<std::size_t>(optind) - 1];
        if (found == ':') throw WrongUsage(fmt::format("{} needs a value; usage: {}", last, usage_of(command)));
        if (found == '?') {
            const char* hint = command.name == "run" ? "; what is for the program comes after --" : "";
            throw WrongUsage(fmt::format("./learn {} has no option {}{}", command.name, last, hint));
        }
        given.options[command.options[static_cast<std::size_t>(found)].name] = optarg != nullptr ? optarg : "";
    }
    for (auto i = static_cast<std::size_t>(optind); i + 1 < words.size(); ++i) given.words.emplace_back(words[i]);
}

}  // namespace

std::string Given::value(const std::string& option) const
{
    const auto found = options.find(option);
    return found == options.end() ? "" : found->second;
}

Given read_command_line(const std::vector<Command>& commands, int argc, const char* const* argv)
{
    Given given;
    if (argc < 2) return given;
    const std::string first = argv[1];
    if (first == "--help" || first == "-h" || first == "help") throw HelpWanted(help_of(commands));
    if (first.starts_with("-")) throw WrongUsage(fmt::format("./learn has no option {}  (./learn --help)", first));
    const Command& command = command_named(commands, first);
    given.command = command.name;
    if (command.passes_everything_on) {
        given.words.assign(argv + 2, argv + argc);
        return given;
    }
    std::vector<std::string> texts(argv + 1, argv + argc);  // getopt_long puts options before words
    std::vector<char*> words;
    for (std::string& text : texts) words.push_back(text.data());
    words.push_back(nullptr);
    read_options(command, words, given);
    check_count(command, given.words.size());
    return given;
}

}  // namespace learn
