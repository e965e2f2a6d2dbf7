#pragma once

#include <filesystem>

namespace dorsum {

/// While it lives no other program that asks for the same lock has it. Where a file system knows no locks, nothing is
/// held: files are whole all the same, and at worst one of two changes made in the same instant is lost. Waits until
/// it has the lock.
class FolderLock {
public:
    /// @param folder  there is one; else nothing is held
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int descriptor_;
};

}  // namespace dorsum
