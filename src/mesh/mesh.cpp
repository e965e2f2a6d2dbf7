#include "mesh/mesh.h"

#include <glm/common.hpp>

namespace dorsum::mesh {
namespace {

/// Grows a box; `empty` tells whether nothing has been put into it yet.
struct GrowingBounds {
    Bounds box;
    bool empty = true;

    void add(const TriangleMesh& mesh) {
        for (const glm::vec3& position : mesh.positions) {
            box.low = empty ? position : glm::min(box.low, position);
            box.high = empty ? position : glm::max(box.high, position);
            empty = false;
        }
    }
};

}  // namespace

glm::vec3 direction(const Axis axis) {
    switch (axis) {
        case Axis::plus_x:
            return {1.0F, 0.0F, 0.0F};
        case Axis::minus_x:
            return {-1.0F, 0.0F, 0.0F};
        case Axis::plus_y:
            return {0.0F, 1.0F, 0.0F};
        case Axis::minus_y:
            return {0.0F, -1.0F, 0.0F};
        case Axis::plus_z:
            return {0.0F, 0.0F, 1.0F};
        case Axis::minus_z:
            return {0.0F, 0.0F, -1.0F};
    }
    return {0.0F, 0.0F, 0.0F};  // unreachable
}

std::size_t Model::triangle_count() const {
    std::size_t count = 0;
    for (const ModelPart& part : parts) {
        count += part.mesh.triangle_count();
    }
    return count;
}

Bounds bounds(const TriangleMesh& mesh) {
    GrowingBounds growing;
    growing.add(mesh);
    return growing.box;
}

Bounds bounds(const Model& model) {
    GrowingBounds growing;
    for (const ModelPart& part : model.parts) {
        growing.add(part.mesh);
    }
    return growing.box;
}

}  // namespace dorsum::mesh
