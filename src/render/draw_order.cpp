#include "render/draw_order.h"

#include <limits>

namespace dorsum::render {

DrawOrder draw_order(const mesh::TriangleMesh& mesh, const std::span<const std::vector<std::uint32_t>> coarser) {
    constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
    DrawOrder order;
    std::vector<std::uint32_t> place(mesh.positions.size());
    const auto add = [&](const std::vector<std::uint32_t>& level) {
        const std::vector<std::uint32_t> triangles = in_order_of_place(mesh.positions, level);
        order.levels.push_back({order.indices.size(), triangles.size(), clusters_of(mesh.positions, triangles)});
        place.assign(place.size(), nowhere);
        for (const std::uint32_t vertex : triangles) {
            if (place[vertex] == nowhere) {
                place[vertex] = static_cast<std::uint32_t>(order.vertices.size());
                order.vertices.push_back(vertex);
            }
            order.indices.push_back(place[vertex]);
        }
    };
    add(mesh.indices);
    for (const std::vector<std::uint32_t>& level : coarser) {
        add(level);
    }
    return order;
}

}  // namespace dorsum::render
