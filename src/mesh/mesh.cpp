#include "mesh/mesh.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <utility>

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

const char* to_string(const Axis axis) {
    switch (axis) {
        case Axis::plus_x:
            return "+x";
        case Axis::minus_x:
            return "-x";
        case Axis::plus_y:
            return "+y";
        case Axis::minus_y:
            return "-y";
        case Axis::plus_z:
            return "+z";
        case Axis::minus_z:
            return "-z";
    }
    return "";  // unreachable
}

bool is_usable(const glm::vec3& position) {
    constexpr float largest = 1.0e9F;
    return std::abs(position.x) <= largest && std::abs(position.y) <= largest &&
           std::abs(position.z) <= largest;  // false for what is not a number, too
}

TriangleMesh joined(const std::span<const TriangleMesh* const> meshes) {
    TriangleMesh all;
    const bool with_normals = std::all_of(meshes.begin(), meshes.end(), [](const TriangleMesh* mesh) {
        return mesh->normals.size() == mesh->positions.size();
    });
    for (const TriangleMesh* mesh : meshes) {
        const auto first = static_cast<std::uint32_t>(all.positions.size());
        all.positions.insert(all.positions.end(), mesh->positions.begin(), mesh->positions.end());
        if (with_normals) {
            all.normals.insert(all.normals.end(), mesh->normals.begin(), mesh->normals.end());
        }
        all.indices.reserve(all.indices.size() + mesh->indices.size());
        for (const std::uint32_t index : mesh->indices) {
            all.indices.push_back(first + index);
        }
    }
    return all;
}

TriangleMesh mirrored_in_x(TriangleMesh mesh) {
    const auto turn_over = [](auto& vectors) {
        for (auto& vector : vectors) {
            vector.x = -vector.x;
        }
    };
    const auto wind_back = [](std::vector<std::uint32_t>& indices) {
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            std::swap(indices[i + 1], indices[i + 2]);
        }
    };
    turn_over(mesh.positions);
    turn_over(mesh.normals);
    turn_over(mesh.fibres);
    wind_back(mesh.indices);
    for (std::vector<std::uint32_t>& level : mesh.coarser) {
        wind_back(level);
    }
    return mesh;
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
