#include "common/learn/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <system_error>

namespace learn
{

Lock::Lock(const std::filesystem::path& file)
{
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ >= 0) flock(descriptor_, LOCK_EX);
}

Lock::~Lock()
{
    if (descriptor_ >= 0) close(descriptor_);  // which lets go of it
}

}  // namespace learn
