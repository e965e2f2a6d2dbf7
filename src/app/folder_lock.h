#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>

namespace dorsum::app {

/// While it lives no other program that asks for the same lock has it. Where a file system knows no locks, nothing is
/// held: files are whole all the same, and at worst one of two changes made in the same instant is lost.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder)
        : descriptor_(::open(folder.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ >= 0) {
            static_cast<void>(::flock(descriptor_, LOCK_EX));
        }
    }
    ~FolderLock() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int descriptor_;
};

}  // namespace dorsum::app
