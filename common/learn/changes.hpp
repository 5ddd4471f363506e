/// \file
/// Noticing that a file was saved.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace learn
{

/// Watches one file, however an editor writes it: over the old one, in pieces, or beside it and then renamed.
///
/// The system's notification wakes who waits; whether anything changed is always seen from the file itself. So where
/// notification does not work (network folders, some virtual machines), looking from time to time is enough.
/// LEARN_WATCH=poll does without notification.
class Changes
{
public:
    /// From now on, saves of this file are noticed.
    explicit Changes(std::filesystem::path file);
    ~Changes();
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;
    Changes(Changes&&) = delete;
    Changes& operator=(Changes&&) = delete;

    /// A descriptor that becomes readable when it is worth looking; negative where there is none.
    int descriptor() const { return notification_; }

    /// Whether the file was saved since it was last asked about, or since the beginning. Waits until it is quiet: an editor may
    /// be in the midst of writing.
    bool were_made();

private:
    std::filesystem::path file_;
    int notification_;
    std::optional<std::string> last_seen_;
};

}  // namespace learn
