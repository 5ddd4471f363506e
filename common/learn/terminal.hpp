/// \file
/// Single keys, and a screen that can be cleared.
#pragma once

#include <termios.h>

#include <optional>

namespace learn
{

/// While it lives, keys arrive one by one and are not echoed; afterwards the terminal is as it was. Where the program has no
/// terminal, there are no keys and nothing is cleared.
class Terminal
{
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    Terminal(Terminal&&) = delete;
    Terminal& operator=(Terminal&&) = delete;

    /// Whether there is a terminal.
    bool is_real() const { return before_.has_value(); }

    /// Wait for a key, but no longer than a fifth of a second, nor than until there is something to read elsewhere.
    /// \param elsewhere  a descriptor; negative for none
    std::optional<char> key_or_news(int elsewhere) const;

    /// An empty screen.
    void clear() const;

private:
    std::optional<termios> before_;
};

}  // namespace learn
