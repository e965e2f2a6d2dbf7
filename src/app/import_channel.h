#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "core/error.h"

namespace dorsum::app {

// What import_isolated and its worker have agreed on. Progress goes through a pipe, one byte at a
// time: 0 to 100 is a percentage, the other values end the conversation. The model itself, or the
// error, lies in a file in memory by then.

/// Where the worker finds the two files; chosen high, out of the way of everything opened before.
inline constexpr int progress_file = 200;
inline constexpr int result_file = 201;

inline constexpr unsigned char model_follows = 200;
inline constexpr unsigned char error_follows = 201;

/// A file descriptor that closes itself.
class OwnedFile {
public:
    OwnedFile() = default;
    explicit OwnedFile(const int descriptor) : descriptor_(descriptor) {}
    OwnedFile(OwnedFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    OwnedFile& operator=(OwnedFile&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    OwnedFile(const OwnedFile&) = delete;
    OwnedFile& operator=(const OwnedFile&) = delete;
    ~OwnedFile() { close(); }

    void close();
    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

private:
    int descriptor_ = -1;
};

/// An Error as bytes and back.
[[nodiscard]] std::vector<std::byte> error_to_bytes(const Error& error);
[[nodiscard]] Error error_from_bytes(std::span<const std::byte> bytes);

}  // namespace dorsum::app
