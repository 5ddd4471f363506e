/// \file
/// The words after ./learn: which command, its options, and its help. The words themselves are read by the system's
/// getopt_long, which compiles in a moment; the first lesson should not wait for a command line.
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace learn
{

/// An option of a command.
struct Option {
    std::string name;   ///< without its dashes: `junit`
    std::string value;  ///< what its value is called in the help: `FILE`; empty where it takes none
    std::string what;   ///< one line for the help
};

/// How many words a command takes beside its options.
struct Count {
    std::size_t least = 0;  ///< fewer are too few
    std::size_t most = 0;   ///< more are too many
};

/// A command as the command line and the help know it.
struct Command {
    std::string name;                   ///< `check`
    std::string words;                  ///< what it takes, for the help: `[WHAT]`
    Count count;                        ///< of those words
    std::string what;                   ///< one line for the help
    std::vector<Option> options = {};   ///< beside --help
    bool passes_everything_on = false;  ///< what follows belongs to another program, options and all
};

/// What was typed.
struct Given {
    std::string command;                         ///< empty where there was none
    std::vector<std::string> words;              ///< in order
    std::map<std::string, std::string> options;  ///< those that were there, with their values

    /// Whether an option was there.
    bool has(const std::string& option) const { return options.contains(option); }
    std::string word() const { return words.empty() ? "" : words.front(); }  ///< the first, or nothing
    std::string value(const std::string& option) const;                      ///< empty where it was not there
};

/// What was typed means nothing. The message says what would.
class WrongUsage : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Help was asked for, and is the message.
class HelpWanted : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Read what was typed after ./learn.
///
/// \param commands  all there are
/// \param argc      of main
/// \param argv      of main
/// \return          the command that was meant, its words and its options
/// \throws WrongUsage  where there is no such command or option, or too few or too many words
/// \throws HelpWanted  at --help or -h
Given read_command_line(const std::vector<Command>& commands, int argc, const char* const* argv);

}  // namespace learn
