#include "common/learn/changes.hpp"

#include "common/catalogue/files.hpp"

#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/inotify.h>
#endif

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <utility>

namespace learn
{

namespace
{

/// Be told when something in a folder changes; negative where that cannot be had.
int start_notification([[maybe_unused]] const std::filesystem::path& folder)
{
    const char* way = std::getenv("LEARN_WATCH");
    if (way != nullptr && way == std::string_view("poll")) return -1;
#ifdef __linux__
    const int notification = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    // The folder, not the file: after a rename the file is another one.
    if (notification >= 0) inotify_add_watch(notification, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO);
    return notification;
#else
    return -1;
#endif
}

/// Read what was told, so that the next waiting is not over at once.
void drain(int notification)
{
    std::array<char, 4096> told{};
    while (notification >= 0 && read(notification, told.data(), told.size()) > 0) {}
}

/// All by which one save differs from the next: the text, and when and how it was written. Nothing where there is no file.
std::optional<std::string> look_at(const std::filesystem::path& file)
{
    struct stat status = {};
    if (stat(file.c_str(), &status) != 0) return std::nullopt;
    std::optional<std::string> text = catalogue::read_if_there(file);
    if (text) *text += fmt::format("\n{} {} {}", status.st_ino, status.st_mtime, status.st_mtim.tv_nsec);
    return text;
}

}  // namespace

Changes::Changes(std::filesystem::path file)
    : file_(std::move(file)), notification_(start_notification(file_.parent_path())), last_seen_(look_at(file_))
{
}

Changes::~Changes()
{
    if (notification_ >= 0) close(notification_);
}

bool Changes::were_made()
{
    constexpr std::chrono::milliseconds quiet{30};
    drain(notification_);
    std::optional<std::string> seen = look_at(file_);
    if (!seen || seen == last_seen_) return false;
    for (int i = 0; i < 20; ++i) {
        std::this_thread::sleep_for(quiet);
        std::optional<std::string> later = look_at(file_);
        if (later == seen) break;
        if (later) seen = std::move(later);
    }
    last_seen_ = std::move(seen);
    return true;
}

}  // namespace learn
