#include "app/import_channel.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

namespace dorsum::app {

void OwnedFile::close() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        descriptor_ = -1;
    }
}

std::vector<std::byte> error_to_bytes(const Error& error) {
    std::string text;
    for (const std::string& field : {error.file, error.cause, error.remedy, std::to_string(error.line)}) {
        text += field;
        text.push_back('\0');
    }
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

Error error_from_bytes(const std::span<const std::byte> bytes) {
    std::array<std::string, 4> fields;
    std::size_t field = 0;
    for (const std::byte byte : bytes) {
        if (field >= fields.size()) {
            break;
        }
        if (byte == std::byte{0}) {
            ++field;
        } else {
            fields.at(field).push_back(static_cast<char>(byte));
        }
    }
    Error error;
    error.file = fields[0];
    error.cause = fields[1];
    error.remedy = fields[2];
    for (const char digit : fields[3]) {
        constexpr int largest = 100'000'000;
        error.line = digit >= '0' && digit <= '9' && error.line < largest ? error.line * 10 + (digit - '0') : 0;
    }
    return error;
}

}  // namespace dorsum::app
