#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/error.h"

namespace dorsum {

/// A number of 128 bits that stands for everything that was added, in this order (XXH3): good for telling contents
/// apart, no protection against somebody who wants two to look the same.
class ContentHash {
public:
    ContentHash();
    ~ContentHash();
    ContentHash(ContentHash&&) noexcept;
    ContentHash& operator=(ContentHash&&) noexcept;
    ContentHash(const ContentHash&) = delete;
    ContentHash& operator=(const ContentHash&) = delete;

    void add(std::span<const std::byte> bytes);
    /// Its length, too, so that "a", "bc" is not "ab", "c".
    void add(std::string_view text);
    /// The content of a file, read piece by piece. Fails, naming the file, where it cannot be read.
    [[nodiscard]] Result<void> add_file(const std::filesystem::path& path);

    /// 32 hexadecimal digits.
    [[nodiscard]] std::string text() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dorsum
