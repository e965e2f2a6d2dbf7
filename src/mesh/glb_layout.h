#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace dorsum::mesh::glb {

// How a GLB file is laid out: the Khronos glTF 2.0 specification, sections 3.6 (accessors) and 4.4.
inline constexpr std::uint32_t magic = 0x46546C67;
inline constexpr std::uint32_t version = 2;
inline constexpr std::uint32_t json_chunk = 0x4E4F534A;
inline constexpr std::uint32_t binary_chunk = 0x004E4942;
inline constexpr std::size_t header_bytes = 12;
inline constexpr std::size_t chunk_header_bytes = 8;

inline constexpr int component_byte = 5120;
inline constexpr int component_unsigned_byte = 5121;
inline constexpr int component_short = 5122;
inline constexpr int component_unsigned_short = 5123;
inline constexpr int component_unsigned_int = 5125;
inline constexpr int component_float = 5126;

inline constexpr int target_array_buffer = 34962;
inline constexpr int target_element_array_buffer = 34963;

/// The `generator` of files that export_glb wrote.
inline constexpr const char* own_generator = "Dorsum";

[[nodiscard]] inline std::uint32_t word(const std::span<const std::byte> content, const std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, content.data() + at, sizeof(value));
    return value;
}

struct Chunk {
    std::uint32_t type = 0;
    std::span<const std::byte> data;
};

/// The chunk at the start of `rest`; empty when it reaches past the end.
[[nodiscard]] inline std::optional<Chunk> first_chunk(const std::span<const std::byte> rest) {
    if (rest.size() < chunk_header_bytes || word(rest, 0) > rest.size() - chunk_header_bytes) {
        return std::nullopt;
    }
    return Chunk{word(rest, 4), rest.subspan(chunk_header_bytes, word(rest, 0))};
}

}  // namespace dorsum::mesh::glb
