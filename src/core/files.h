#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/error.h"

namespace dorsum {

/// Reads a whole file. Fails, naming the file, when it is missing, a folder, unreadable, or larger
/// than `max_bytes`.
[[nodiscard]] Result<std::vector<std::byte>> read_file(const std::filesystem::path& path,
                                                       std::size_t max_bytes = std::size_t{4} << 30U);
[[nodiscard]] Result<std::string> read_text_file(const std::filesystem::path& path,
                                                 std::size_t max_bytes = std::size_t{16} << 20U);

/// A file that does not exist under its own name until it is whole: it is written under a
/// temporary name in the same folder, and `commit` renames it. Destroyed without commit, it leaves
/// nothing behind.
class PendingFile {
public:
    /// Fails when the folder does not exist or cannot be written.
    [[nodiscard]] static Result<PendingFile> create(const std::filesystem::path& target);
    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&& other) noexcept;
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;
    ~PendingFile();

    /// Where to write meanwhile; it exists, is empty and keeps the target's extension.
    [[nodiscard]] const std::filesystem::path& temporary_path() const { return temporary_; }
    [[nodiscard]] Result<void> commit();

private:
    PendingFile(std::filesystem::path target, std::filesystem::path temporary);
    std::filesystem::path target_;
    std::filesystem::path temporary_;
};

/// Writes beside, then renames. A full disk leaves neither a new nor a damaged old file.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& target, std::span<const std::byte> content);

/// The folder that holds `body/`, `lessons/`, `translations/`: `$DORSUM_ASSETS` if set, else beside
/// the installed program (`../share/dorsum`), else the source tree it was built from.
[[nodiscard]] std::filesystem::path asset_folder();

/// The folder of the compiled translations: `translations` in the asset folder, else that of the build.
[[nodiscard]] std::filesystem::path translation_folder();

}  // namespace dorsum
