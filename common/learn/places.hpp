/// \file
/// Where things lie.
#pragma once

#include <filesystem>

namespace learn
{

/// The folders that commands work in.
struct Places {
    std::filesystem::path project;  ///< the clone
    std::filesystem::path build;    ///< where the chapters are built
    std::filesystem::path checks;   ///< where the checks of the exercises are built
    std::filesystem::path state;    ///< what is remembered about the learner
};

}  // namespace learn
