#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "mesh/model_format.h"
#include "mesh/plain_models.h"
#include "mesh/usable_triangles.h"

namespace dorsum::mesh {
namespace {

constexpr std::size_t absent = SIZE_MAX;

/// Where things lie in a plain file.
struct Layout {
    std::size_t vertices = 0;
    std::size_t vertex_bytes = 0;
    std::array<std::size_t, 3> position = {absent, absent, absent};  ///< within a vertex
    std::array<std::size_t, 3> normal = {absent, absent, absent};
    std::size_t triangles = 0;
    std::size_t data = 0;  ///< where the first vertex lies
};

std::size_t bytes_of_type(const std::string& type) {
    if (type == "char" || type == "uchar" || type == "int8" || type == "uint8") {
        return 1;
    }
    if (type == "short" || type == "ushort" || type == "int16" || type == "uint16") {
        return 2;
    }
    if (type == "double" || type == "float64") {
        return 8;
    }
    return 4;
}

/// Takes in a property of a vertex; false where it is one that a plain file does not have.
bool add_vertex_property(Layout& layout, const std::string& type, const std::string& name) {
    constexpr std::array<std::string_view, 3> position = {"x", "y", "z"};
    constexpr std::array<std::string_view, 3> normal = {"nx", "ny", "nz"};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (name == position.at(axis) || name == normal.at(axis)) {
            if (type != "float" && type != "float32") {
                return false;
            }
            (name == position.at(axis) ? layout.position : layout.normal).at(axis) = layout.vertex_bytes;
        }
    }
    layout.vertex_bytes += bytes_of_type(type);
    return true;
}

bool is_list_of_corners(std::istringstream& words) {
    std::string count;
    std::string item;
    std::string name;
    words >> count >> item >> name;
    return (count == "uchar" || count == "uint8") &&
           (item == "int" || item == "uint" || item == "int32" || item == "uint32") &&
           (name == "vertex_indices" || name == "vertex_index");
}

/// Empty where the file is not plain.
std::optional<Layout> layout_of(const std::string_view text) {
    Layout layout;
    std::string element;
    bool has_corners = false;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', start)) {
        std::istringstream words(std::string(text.substr(start, end - start)));
        start = end + 1;
        std::string word;
        std::string type;
        words >> word;
        if (word == "end_header") {
            layout.data = start;
            return has_corners && std::ranges::find(layout.position, absent) == layout.position.end()
                       ? std::optional(layout)
                       : std::nullopt;
        }
        if (word == "format") {
            words >> type;
            if (type != "binary_little_endian") {
                return std::nullopt;
            }
        } else if (word == "element") {
            const bool is_first = element.empty();
            words >> element;
            if (element != (is_first ? "vertex" : "face") ||
                !(words >> (is_first ? layout.vertices : layout.triangles))) {
                return std::nullopt;
            }
        } else if (word == "property") {
            std::string name;
            words >> type;
            if (element == "vertex") {
                words >> name;
                if (type == "list" || !add_vertex_property(layout, type, name)) {
                    return std::nullopt;
                }
            } else if (has_corners || type != "list" || !is_list_of_corners(words)) {
                return std::nullopt;
            } else {
                has_corners = true;
            }
        }
    }
    return std::nullopt;
}

glm::vec3 vector_at(const std::byte* vertex, const std::array<std::size_t, 3>& offsets) {
    glm::vec3 vector;
    for (int axis = 0; axis < 3; ++axis) {
        std::memcpy(&vector[axis], vertex + offsets.at(static_cast<std::size_t>(axis)), sizeof(float));
    }
    return vector;
}

}  // namespace

std::optional<PlainModel> read_plain_ply(const std::span<const std::byte> content) {
    constexpr std::size_t triangle_bytes = 1 + 3 * sizeof(std::uint32_t);
    const auto layout = layout_of(as_text(content));
    // Preflight has seen that all that is announced is there; polygons of other kinds take other space.
    if (!layout ||
        content.size() - layout->data != layout->vertices * layout->vertex_bytes + layout->triangles * triangle_bytes) {
        return std::nullopt;
    }
    PlainModel model;
    const std::byte* at = content.data() + layout->data;
    const bool with_normals = std::ranges::find(layout->normal, absent) == layout->normal.end();
    model.mesh.positions.reserve(layout->vertices);
    model.mesh.normals.reserve(with_normals ? layout->vertices : 0);
    for (std::size_t i = 0; i < layout->vertices; ++i, at += layout->vertex_bytes) {
        model.mesh.positions.push_back(vector_at(at, layout->position));
        if (with_normals) {
            model.mesh.normals.push_back(vector_at(at, layout->normal));
        }
    }
    model.mesh.indices.resize(3 * layout->triangles);
    for (std::size_t i = 0; i < layout->triangles; ++i, at += triangle_bytes) {
        if (*at != std::byte{3}) {
            return std::nullopt;
        }
        std::memcpy(&model.mesh.indices[3 * i], at + 1, 3 * sizeof(std::uint32_t));
    }
    const LeftOut left_out = leave_out_unusable(model.mesh);
    model.bad_index_faces += left_out.bad_index_faces;
    model.bad_positions += left_out.bad_positions;
    return model;
}

}  // namespace dorsum::mesh
