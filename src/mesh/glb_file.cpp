#include "mesh/glb_file.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/files.h"
#include "core/translate.h"
#include "mesh/glb_layout.h"

namespace dorsum::mesh {
namespace {

static_assert(std::endian::native == std::endian::little, "glTF stores numbers little end first");

void append(std::vector<std::byte>& bytes, const std::span<const std::byte> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void append_word(std::vector<std::byte>& bytes, const std::size_t value) {
    const auto word = static_cast<std::uint32_t>(value);
    append(bytes, std::as_bytes(std::span(&word, 1)));
}

}  // namespace

Result<void> write_glb(const std::filesystem::path& target, const std::string_view json,
                       const std::span<const std::byte> binary) {
    const std::size_t json_bytes = (json.size() + 3) / 4 * 4;
    const std::size_t total = glb::header_bytes + 2 * glb::chunk_header_bytes + json_bytes + binary.size();
    if (total > std::numeric_limits<std::uint32_t>::max()) {
        return failure(target.string(), tr("cannot be written: a GLB file holds at most 4 GiB"),
                       tr("Export fewer parts at a time"));
    }
    std::vector<std::byte> bytes;
    bytes.reserve(total);
    append_word(bytes, glb::magic);
    append_word(bytes, glb::version);
    append_word(bytes, total);
    append_word(bytes, json_bytes);
    append_word(bytes, glb::json_chunk);
    append(bytes, std::as_bytes(std::span(json)));
    bytes.resize(glb::header_bytes + glb::chunk_header_bytes + json_bytes, std::byte{' '});
    append_word(bytes, binary.size());
    append_word(bytes, glb::binary_chunk);
    append(bytes, binary);
    return write_file(target, bytes);
}

}  // namespace dorsum::mesh
