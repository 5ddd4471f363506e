/// \file
/// Chapter 24: a progress line for several models that learn at the same time.
#pragma once

#include "common/timing.hpp"

#include <fmt/core.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace attention::show
{

/// To be called after every step of every model, from any thread.
/// \param what   what they learn
/// \param steps  of all of them together
inline std::function<void()> progress(const std::string& what, int steps)
{
    struct Done {
        std::atomic<int> steps = 0;
        std::mutex line;
    };
    const auto done = std::make_shared<Done>();
    return [what, steps, done] {
        const int now = ++done->steps;
        if (now % 50 != 0 && now != steps) return;
        const std::lock_guard<std::mutex> alone(done->line);
        common::show_progress(now == steps ? "" : fmt::format("  {}: step {} of {}", what, now, steps));
    };
}

/// While texts are timed.
/// \param part  what is done, from 0 to 1
inline void clock_progress(double part)
{
    common::show_progress(part < 1 ? fmt::format("  the clock: {:.0f} %", 100 * part) : "");
}

}  // namespace attention::show
