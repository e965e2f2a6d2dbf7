#include "core/translate.h"
#include "mesh/glb_layout.h"
#include "mesh/gltf_document.h"
#include "mesh/import_errors.h"
#include "mesh/preflight.h"

namespace dorsum::mesh {
namespace {

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
    if (content.size() < glb::header_bytes) {
        return broken(path, ModelFormat::glb, tr("it ends within its header"));
    }
    if (glb::word(content, 4) != glb::version) {
        return failure(path.string(), tr("is of a version of glTF that cannot be read"), tr("Export it as glTF 2.0"));
    }
    const std::size_t length = glb::word(content, 8);
    if (length > content.size() || length < glb::header_bytes) {
        return broken(path, ModelFormat::glb, tr("it is shorter than it says, so it was cut short"));
    }
    std::span<const std::byte> rest = content.subspan(glb::header_bytes, length - glb::header_bytes);
    const auto json = glb::first_chunk(rest);
    if (!json || json->type != glb::json_chunk) {
        return broken(path, ModelFormat::glb, tr("its description is missing or cut short"));
    }
    rest = rest.subspan(glb::chunk_header_bytes + json->data.size());
    std::optional<std::size_t> binary;
    if (!rest.empty()) {
        const auto chunk = glb::first_chunk(rest);
        if (!chunk) {
            return broken(path, ModelFormat::glb, tr("its data are cut short"));
        }
        binary = chunk->type == glb::binary_chunk ? std::optional(chunk->data.size()) : std::nullopt;
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
