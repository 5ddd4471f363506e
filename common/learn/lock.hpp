/// \file
/// Two `learn`s at once: one waits for the other.
#pragma once

#include <filesystem>

namespace learn
{

/// Held for as long as it lives; nobody else holds the same file meanwhile. Where the file cannot be made, nobody waits.
class Lock
{
public:
    /// Wait until nobody holds the file, and hold it.
    explicit Lock(const std::filesystem::path& file);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    Lock(Lock&&) = delete;
    Lock& operator=(Lock&&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace learn
