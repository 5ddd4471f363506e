#include "common/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace common
{

namespace
{

/// What the system would not do.
struct Refused {
    int error;
};

void must(bool worked)
{
    if (!worked) throw Refused{errno};
}

// --- Where a name leads ----------------------------------------------------------------------------------------------

/// The folder of a path, with a slash at its end.
std::string folder_of(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "./" : path.substr(0, slash + 1);
}

/// A path without links and dots; nothing where there is nothing.
std::string real_path(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> found(realpath(path.c_str(), nullptr), &std::free);
    return found ? found.get() : "";
}

/// What a link says; nothing where it is none.
std::optional<std::string> link_at(const std::string& path)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = readlink(path.c_str(), target.data(), target.size());
    if (size < 0) return std::nullopt;
    return std::string(target.data(), static_cast<std::size_t>(size));
}

/// The number of a file that this program has open, for links such as /dev/stdout; else -1.
int descriptor_at(const std::string& path)
{
    const std::string folder = folder_of(path);
    if (real_path(folder) != "/proc/" + std::to_string(getpid()) + "/fd") return -1;
    return std::atoi(path.substr(folder.size()).c_str());
}

/// Where a file goes.
struct Place {
    std::string path;      ///< after following all links
    int descriptor = -1;   ///< of a file that is open already
    bool exists = false;   ///< whether there is something
    struct stat status{};  ///< of what is there

    /// Whether it is written into as it is: a device, a pipe, something open.
    bool taken_as_it_is() const { return descriptor >= 0 || (exists && !S_ISREG(status.st_mode)); }
};

Place place_of(const std::string& path)
{
    Place place{.path = path};
    for (int links = 0; links < 40; ++links) {
        const std::optional<std::string> target = link_at(place.path);
        if (!target) break;
        place.descriptor = descriptor_at(place.path);
        if (place.descriptor >= 0) return place;
        place.path = target->starts_with('/') ? *target : folder_of(place.path) + *target;
    }
    place.exists = stat(place.path.c_str(), &place.status) == 0;
    must(place.exists || errno == ENOENT);
    if (!place.exists) return place;
    if (S_ISDIR(place.status.st_mode)) throw Refused{EISDIR};
    must(access(place.path.c_str(), W_OK) == 0);
    return place;
}

// --- Drafts ----------------------------------------------------------------------------------------------------------

/// The name of a draft, where a signal finds it.
struct DraftName {
    std::atomic<bool> used = false;
    std::array<char, PATH_MAX> name{};
};

std::array<DraftName, 16> draft_names;

extern "C" void remove_drafts(int signal)
{
    for (const DraftName& draft : draft_names) {
        if (draft.used) unlink(draft.name.data());
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// Have drafts removed by signals that end the program, unless it does something about them itself.
void see_to_signals()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action{};
        sigaction(signal, nullptr, &action);
        if ((action.sa_flags & SA_SIGINFO) != 0 || action.sa_handler != SIG_DFL) continue;
        action.sa_handler = remove_drafts;
        sigaction(signal, &action, nullptr);
    }
}

/// A file under another name beside its place, which takes that place or goes.
class Draft
{
public:
    explicit Draft(Place place) : place_(std::move(place)), name_(folder_of(place_.path) + ".draft-XXXXXX")
    {
        see_to_signals();
        descriptor_ = mkostemp(name_.data(), O_CLOEXEC);
        must(descriptor_ >= 0);
        for (DraftName& free : draft_names) {
            if (name_.size() >= free.name.size() || free.used.exchange(true)) continue;
            std::ranges::copy(name_ + '\0', free.name.begin());
            noted_ = &free;
            break;
        }
    }

    ~Draft()
    {
        if (descriptor_ >= 0) close(descriptor_);
        if (!name_.empty()) unlink(name_.c_str());
        if (noted_ != nullptr) noted_->used = false;
    }

    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    Draft(Draft&&) = delete;
    Draft& operator=(Draft&&) = delete;

    int descriptor() const { return descriptor_; }

    /// It is whole: give it the owner and the permissions of what it will replace, or those that a new file gets.
    void finish()
    {
        mode_t mode = place_.status.st_mode & 0777;
        if (place_.exists) {
            [[maybe_unused]] const int may_fail = fchown(descriptor_, place_.status.st_uid, place_.status.st_gid);
        } else {
            const mode_t mask = umask(0);
            umask(mask);
            mode = 0666 & ~mask;
        }
        must(fchmod(descriptor_, mode) == 0);
        const int descriptor = descriptor_;
        descriptor_ = -1;
        must(close(descriptor) == 0);
    }

    void take_place()
    {
        must(rename(name_.c_str(), place_.path.c_str()) == 0);
        name_.clear();
    }

private:
    Place place_;
    std::string name_;
    int descriptor_ = -1;
    DraftName* noted_ = nullptr;
};

// --- Writing ---------------------------------------------------------------------------------------------------------

void fill(int descriptor, const std::vector<std::string_view>& parts)
{
    for (std::string_view part : parts) {
        while (!part.empty()) {
            const ssize_t written = write(descriptor, part.data(), part.size());
            if (written < 0 && errno == EINTR) continue;
            must(written >= 0);
            part.remove_prefix(static_cast<std::size_t>(written));
        }
    }
}

/// Write into what stays where it is.
void write_through(const Place& place, const std::vector<std::string_view>& parts)
{
    if (place.descriptor >= 0) {
        std::fflush(nullptr);  // what was printed before comes before
        return fill(place.descriptor, parts);
    }
    const int descriptor = open(place.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    must(descriptor >= 0);
    try {
        fill(descriptor, parts);
    } catch (const Refused&) {
        close(descriptor);
        throw;
    }
    must(close(descriptor) == 0);
}

}  // namespace

std::string write_whole(const std::vector<FileToWrite>& files)
{
    std::string path;
    try {
        std::vector<Place> places;
        std::vector<std::unique_ptr<Draft>> drafts(files.size());
        for (const FileToWrite& file : files) {
            path = file.path;
            places.push_back(place_of(path));
        }
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (places[i].taken_as_it_is()) continue;
            path = files[i].path;
            drafts[i] = std::make_unique<Draft>(places[i]);
            fill(drafts[i]->descriptor(), files[i].parts);
            drafts[i]->finish();
        }
        for (std::size_t i = 0; i < files.size(); ++i) {
            path = files[i].path;
            if (places[i].taken_as_it_is()) write_through(places[i], files[i].parts);
        }
        for (std::size_t i = 0; i < files.size(); ++i) {
            path = files[i].path;
            if (drafts[i]) drafts[i]->take_place();
        }
        return "";
    } catch (const Refused& refused) {
        return path + ": it cannot be written (" + std::generic_category().message(refused.error) + ")";
    }
}

std::string write_whole(const std::string& path, std::string_view text) { return write_whole({{path, {text}}}); }

bool same_file(const std::string& one, const std::string& other)
{
    try {
        const Place a = place_of(one);
        const Place b = place_of(other);
        if (a.exists && b.exists) return a.status.st_dev == b.status.st_dev && a.status.st_ino == b.status.st_ino;
        const auto whole = [](const Place& place) {
            const std::string folder = folder_of(place.path);
            return real_path(folder) + "/" +
                   (place.path.starts_with(folder) ? place.path.substr(folder.size()) : place.path);
        };
        return a.exists == b.exists && whole(a) == whole(b);
    } catch (const Refused&) {
        return one == other;
    }
}

}  // namespace common
