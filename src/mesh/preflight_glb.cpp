#include <cstdint>
#include <cstring>

#include "core/translate.h"
#include "mesh/gltf_document.h"
#include "mesh/import_errors.h"
#include "mesh/preflight.h"

namespace dorsum::mesh {
namespace {

// glTF 2.0, section 4.4.
constexpr std::size_t header_bytes = 12;
constexpr std::size_t chunk_header_bytes = 8;
constexpr std::uint32_t json_chunk = 0x4E4F534A;
constexpr std::uint32_t binary_chunk = 0x004E4942;

std::uint32_t word(const std::span<const std::byte> content, const std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, content.data() + at, sizeof(value));
    return value;
}

struct Chunk {
    std::uint32_t type = 0;
    std::span<const std::byte> data;
};

/// The chunk at the start of `rest`; empty when it reaches past the end.
std::optional<Chunk> first_chunk(const std::span<const std::byte> rest) {
    if (rest.size() < chunk_header_bytes || word(rest, 0) > rest.size() - chunk_header_bytes) {
        return std::nullopt;
    }
    return Chunk{word(rest, 4), rest.subspan(chunk_header_bytes, word(rest, 0))};
}

Result<Preflight> checked(const std::filesystem::path& path, const ModelFormat format, const std::string_view json,
                          const std::optional<std::size_t> binary_chunk_bytes) {
    return check_gltf(path, format, json, binary_chunk_bytes).map([](const std::optional<std::size_t>& triangles) {
        Preflight result;
        result.announced_triangles = triangles;
        return result;
    });
}

}  // namespace

Result<Preflight> preflight_glb(const std::filesystem::path& path, const std::span<const std::byte> content) {
    if (content.size() < header_bytes) {
        return broken(path, ModelFormat::glb, tr("it ends within its header"));
    }
    if (word(content, 4) != 2) {
        return failure(path.string(), tr("is of a version of glTF that cannot be read"), tr("Export it as glTF 2.0"));
    }
    const std::size_t length = word(content, 8);
    if (length > content.size() || length < header_bytes) {
        return broken(path, ModelFormat::glb, tr("it is shorter than it says, so it was cut short"));
    }
    std::span<const std::byte> rest = content.subspan(header_bytes, length - header_bytes);
    const auto json = first_chunk(rest);
    if (!json || json->type != json_chunk) {
        return broken(path, ModelFormat::glb, tr("its description is missing or cut short"));
    }
    rest = rest.subspan(chunk_header_bytes + json->data.size());
    std::optional<std::size_t> binary;
    if (!rest.empty()) {
        const auto chunk = first_chunk(rest);
        if (!chunk) {
            return broken(path, ModelFormat::glb, tr("its data are cut short"));
        }
        binary = chunk->type == binary_chunk ? std::optional(chunk->data.size()) : std::nullopt;
    }
    // Padding is to be spaces, but zeros are met.
    const std::string_view text = as_text(json->data);
    const std::size_t text_bytes = text.find_last_not_of('\0') + 1;
    return checked(path, ModelFormat::glb, text.substr(0, text_bytes), binary);
}

Result<Preflight> preflight_gltf(const std::filesystem::path& path, const std::string_view json) {
    return checked(path, ModelFormat::gltf, json, std::nullopt);
}

}  // namespace dorsum::mesh
