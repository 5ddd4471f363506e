/// \file
/// A program in a terminal of its own, which a test types into and looks at.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <chrono>
#include <string>

namespace tests
{

/// Runs a line of shell in a new pseudo-terminal; it is killed at the end, if it still runs.
class TerminalProgram
{
public:
    explicit TerminalProgram(const std::string& command_line);
    ~TerminalProgram();
    TerminalProgram(const TerminalProgram&) = delete;
    TerminalProgram& operator=(const TerminalProgram&) = delete;
    TerminalProgram(TerminalProgram&&) = delete;
    TerminalProgram& operator=(TerminalProgram&&) = delete;

    /// Type these keys; "\003" is Ctrl-C.
    void type(const std::string& keys) const;

    /// Wait until something new is shown that contains this text, and take it as seen, with all before it.
    /// \return  what was shown up to there and not seen before; without the text where the time was up or the program ended
    std::string wait_for(const std::string& text, std::chrono::milliseconds limit = std::chrono::seconds(120));

    /// Wait for the end. \return  the exit code
    int wait_for_end();

    /// The terminal's settings at this moment.
    termios settings() const;

private:
    bool read_more(std::chrono::milliseconds limit);

    int terminal_ = -1;
    int other_end_ = -1;  ///< kept open, so that the settings can be read after the program's end
    pid_t program_ = -1;
    std::string shown_;
};

}  // namespace tests
