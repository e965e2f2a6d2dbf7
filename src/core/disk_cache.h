#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "core/error.h"

namespace dorsum {

/// Takes the next bytes of something that is written piece by piece; false where it takes no more.
using ByteSink = std::function<bool(std::span<const std::byte>)>;

/// A folder of entries that can be made anew at any time, kept below a size: whenever one is stored, those that were
/// used longest ago go first. Several programs may use the same folder at once, and each may be killed at any moment:
/// an entry is written beside and renamed, so it is there whole or not at all, and one that a reader holds stays
/// readable when another program removes it. Thread safe.
class DiskCache {
public:
    /// The folder is made when something is first stored. `most_bytes` of 0: nothing is found and nothing stored.
    DiskCache(std::filesystem::path folder, std::uint64_t most_bytes);

    /// Calls `use` with the content of an entry and marks it as just used. The content lives as long as that call.
    /// @return false where there is no such entry, or where it is damaged or `use` returned false: then it is removed
    [[nodiscard]] bool find(const std::string& key, const std::function<bool(std::span<const std::byte>)>& use) const;

    /// Stores what `write` puts into the sink, in place of an older entry; nothing where `write` returns false. One
    /// that alone is larger than the cache may be is left out. `key` is a file name without folders. Fails, naming the
    /// folder or file, where that cannot be written.
    [[nodiscard]] Result<void> store(const std::string& key, const std::function<bool(const ByteSink&)>& write) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    void make_room() const;
    std::filesystem::path folder_;
    std::uint64_t most_bytes_;
};

}  // namespace dorsum
