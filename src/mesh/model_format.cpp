#include "mesh/model_format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>

namespace dorsum::mesh {
namespace {

struct FormatNames {
    ModelFormat format;
    const char* name;
    const char* extension;
};

constexpr std::array<FormatNames, 7> formats = {{
    {ModelFormat::obj, "OBJ", "obj"},
    {ModelFormat::stl, "STL", "stl"},
    {ModelFormat::ply, "PLY", "ply"},
    {ModelFormat::fbx, "FBX", "fbx"},
    {ModelFormat::dae, "DAE", "dae"},
    {ModelFormat::gltf, "glTF", "gltf"},
    {ModelFormat::glb, "GLB", "glb"},
}};

constexpr std::size_t sniffed_bytes = 4096;
constexpr std::size_t stl_header_bytes = 80;
constexpr std::size_t stl_triangle_bytes = 50;

std::string lower_case_extension(const std::filesystem::path& path) {
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](const unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension.empty() ? extension : extension.substr(1);
}

std::string_view without_leading_space(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {  // UTF-8 byte order mark
        text.remove_prefix(3);
    }
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) {
        text.remove_prefix(1);
    }
    return text;
}

bool is_plain_text(const std::string_view text) {
    return std::ranges::none_of(text, [](const char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return code < 0x20 && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    });
}

/// Marks of files that people put under a model's name by mistake.
bool is_known_foreign(const std::string_view text) {
    using namespace std::string_view_literals;
    constexpr std::array marks = {"\x89PNG"sv,
                                  "\xFF\xD8\xFF"sv,
                                  "GIF8"sv,
                                  "%PDF"sv,
                                  "PK\x03\x04"sv,
                                  "\x7F"sv
                                  "ELF"sv,
                                  "RIFF"sv,
                                  "BM"sv,
                                  "\x1F\x8B"sv,
                                  "BLENDER"sv};
    return std::ranges::any_of(marks, [&](const std::string_view mark) { return text.starts_with(mark); });
}

bool has_vertex_line(const std::string_view text) {
    std::size_t start = 0;
    while (start < text.size()) {
        const std::string_view line = without_leading_space(text.substr(start, 80));
        if (line.starts_with("v ") || line.starts_with("v\t")) {
            return true;
        }
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) {
            return false;
        }
        start = end + 1;
    }
    return false;
}

std::optional<ModelFormat> format_by_mark(const std::string_view text) {
    const std::string_view head = text.substr(0, sniffed_bytes);
    const std::string_view start = without_leading_space(head);
    if (text.starts_with("glTF")) {
        return ModelFormat::glb;
    }
    if (text.starts_with("Kaydara FBX Binary") || start.starts_with("; FBX")) {
        return ModelFormat::fbx;
    }
    if (text.starts_with("ply\n") || text.starts_with("ply\r")) {
        return ModelFormat::ply;
    }
    if (start.starts_with('<') && head.find("<COLLADA") != std::string_view::npos) {
        return ModelFormat::dae;
    }
    if (start.starts_with("solid") && head.find("facet") != std::string_view::npos && is_plain_text(head)) {
        return ModelFormat::stl;
    }
    return std::nullopt;
}

}  // namespace

const char* format_name(const ModelFormat format) {
    return std::ranges::find(formats, format, &FormatNames::format)->name;
}

const char* format_extension(const ModelFormat format) {
    return std::ranges::find(formats, format, &FormatNames::format)->extension;
}

std::optional<BinaryStlHeader> binary_stl_header(const std::span<const std::byte> content) {
    std::uint32_t triangles = 0;
    if (content.size() < stl_header_bytes + sizeof(triangles)) {
        return std::nullopt;
    }
    std::memcpy(&triangles, content.data() + stl_header_bytes, sizeof(triangles));
    return BinaryStlHeader{triangles,
                           stl_header_bytes + sizeof(triangles) + std::size_t{triangles} * stl_triangle_bytes};
}

std::optional<ModelFormat> recognise_format(const std::filesystem::path& path,
                                            const std::span<const std::byte> content) {
    const std::string_view text = as_text(content);
    if (const auto header = binary_stl_header(content); header && header->file_bytes == content.size()) {
        return ModelFormat::stl;
    }
    if (const auto marked = format_by_mark(text)) {
        return marked;
    }
    if (is_known_foreign(text)) {
        return std::nullopt;
    }
    const std::string extension = lower_case_extension(path);
    const std::string_view head = text.substr(0, sniffed_bytes);
    if (without_leading_space(head).starts_with('{')) {
        const bool gltf = extension == "gltf" || head.find("\"asset\"") != std::string_view::npos;
        return gltf ? std::optional(ModelFormat::gltf) : std::nullopt;
    }
    if (extension == "stl" && !(is_plain_text(head) && !without_leading_space(head).starts_with("solid"))) {
        return ModelFormat::stl;
    }
    if (is_plain_text(head) && (extension == "obj" || extension.empty()) && has_vertex_line(text)) {
        return ModelFormat::obj;
    }
    return std::nullopt;
}

}  // namespace dorsum::mesh
