#include "core/content_hash.h"

#include <xxhash.h>

#include <cstdint>
#include <fstream>
#include <new>
#include <vector>

#include "core/translate.h"

namespace dorsum {

struct ContentHash::State {
    XXH3_state_t* hashed = XXH3_createState();
    State() {
        if (hashed == nullptr || XXH3_128bits_reset(hashed) == XXH_ERROR) {
            throw std::bad_alloc();
        }
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { XXH3_freeState(hashed); }
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {}
ContentHash::~ContentHash() = default;
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;

void ContentHash::add(const std::span<const std::byte> bytes) {
    XXH3_128bits_update(state_->hashed, bytes.data(), bytes.size());
}

void ContentHash::add(const std::string_view text) {
    const std::uint64_t length = text.size();
    add(std::as_bytes(std::span(&length, 1)));
    add(std::as_bytes(std::span(text)));
}

Result<void> ContentHash::add_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> piece(std::size_t{1} << 18U);
    std::uint64_t length = 0;
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto got = static_cast<std::size_t>(file.gcount());
        add(std::as_bytes(std::span(piece).first(got)));
        length += got;
    }
    if (!file.eof()) {
        return failure(path.string(), tr("cannot be read"), tr("Check that you may read it"));
    }
    add(std::as_bytes(std::span(&length, 1)));
    return {};
}

std::string ContentHash::text() const {
    XXH128_canonical_t digits;
    XXH128_canonicalFromHash(&digits, XXH3_128bits_digest(state_->hashed));
    std::string text;
    for (const unsigned char byte : digits.digest) {
        constexpr std::string_view hexadecimal = "0123456789abcdef";
        text += hexadecimal[byte >> 4U];
        text += hexadecimal[byte & 15U];
    }
    return text;
}

}  // namespace dorsum
