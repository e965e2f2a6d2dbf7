#include <array>
#include <cstring>

#include "mesh/model_format.h"
#include "mesh/places.h"
#include "mesh/plain_models.h"

namespace dorsum::mesh {

std::optional<PlainModel> read_plain_stl(const std::span<const std::byte> content) {
    constexpr std::size_t header_bytes = 84;
    constexpr std::size_t triangle_bytes = 50;
    constexpr std::size_t normal_bytes = 12;
    const auto header = binary_stl_header(content);
    if (!header || header->file_bytes != content.size()) {
        return std::nullopt;
    }
    PlainModel model;
    Places places(header->triangles / 2 + 2);  // as many as a closed surface has
    model.mesh.indices.reserve(3 * header->triangles);
    for (std::size_t i = 0; i < header->triangles; ++i) {
        // The normal in the file is passed over: that of the triangle itself is at least as good.
        std::array<glm::vec3, 3> corners{};
        std::memcpy(corners.data(), content.data() + header_bytes + i * triangle_bytes + normal_bytes, sizeof(corners));
        if (!is_usable(corners[0]) || !is_usable(corners[1]) || !is_usable(corners[2])) {
            ++model.bad_positions;
            continue;
        }
        for (const glm::vec3& corner : corners) {
            model.mesh.indices.push_back(places.place_of(corner));
        }
    }
    model.mesh.positions = places.take();
    return model;
}

}  // namespace dorsum::mesh
