/// \file
/// A drawing that changes while one looks at it.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace common
{

/// What a terminal must be sent to see a text where another one was.
/// \param lines  how many lines the other one had; the cursor is below them
/// \param text   lines, each with its end
std::string drawn_over(std::size_t lines, const std::string& text);

/// A drawing of several lines on a terminal, redrawn in place at most twenty times a second. Where the errors go to a file, or
/// where the terminal is too small, nothing is drawn at all.
class Live
{
public:
    Live() = default;
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    /// Takes the drawing away.
    ~Live();

    /// Draw lines over those before, unless the last time was a moment ago.
    void show(const std::string& text);

private:
    std::size_t lines_ = 0;
    std::chrono::steady_clock::time_point shown_;
};

}  // namespace common
