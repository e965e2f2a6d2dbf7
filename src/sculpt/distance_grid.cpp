#include "sculpt/distance_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <utility>
#include <vector>

#include "sculpt/openvdb.h"

namespace dorsum::sculpt {

struct DistanceGrid::Grid {
    float voxel_mm;
    float reach_mm;
    openvdb::FloatGrid::Ptr values;
};

namespace {

openvdb::FloatGrid::Ptr grid_of(const mesh::TriangleMesh& mesh, const bool mirrored, const float voxel_mm,
                                const float reach_mm) {
    std::vector<openvdb::Vec3s> points;
    points.reserve(mesh.positions.size());
    for (const glm::vec3 at : mesh.positions) {
        points.emplace_back(mirrored ? -at.x : at.x, at.y, at.z);
    }
    std::vector<openvdb::Vec3I> triangles;
    triangles.reserve(mesh.triangle_count());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        triangles.emplace_back(mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]);
    }
    const auto transform = openvdb::math::Transform::createLinearTransform(static_cast<double>(voxel_mm));
    const float half_width = reach_mm / voxel_mm;
    return openvdb::tools::meshToSignedDistanceField<openvdb::FloatGrid>(*transform, points, triangles, {}, half_width,
                                                                         half_width);
}

}  // namespace

DistanceGrid::DistanceGrid(const float voxel_mm, const float reach_mm)
    : grid_(std::make_unique<Grid>(Grid{voxel_mm, reach_mm, nullptr})) {
    openvdb::initialize();
}
DistanceGrid::DistanceGrid(DistanceGrid&&) noexcept = default;
DistanceGrid& DistanceGrid::operator=(DistanceGrid&&) noexcept = default;
DistanceGrid::~DistanceGrid() = default;

void DistanceGrid::add(const mesh::TriangleMesh& mesh_mm) {
    if (mesh_mm.indices.empty()) {
        return;
    }
    const auto added = grid_of(mesh_mm, false, grid_->voxel_mm, grid_->reach_mm);
    if (grid_->values) {
        openvdb::tools::csgUnion(*grid_->values, *added);
    } else {
        grid_->values = added;
    }
}

void DistanceGrid::add_all_with_mirrors(const std::vector<const mesh::TriangleMesh*>& meshes_mm) {
    std::vector<mesh::TriangleMesh> mirrors;
    for (const mesh::TriangleMesh* mesh : meshes_mm) {
        mirrors.push_back(mesh::mirrored_in_x(*mesh));
    }
    std::vector<const mesh::TriangleMesh*> all = meshes_mm;
    for (const mesh::TriangleMesh& mirror : mirrors) {
        all.push_back(&mirror);
    }
    add(mesh::joined(all));
}

DistanceGrid DistanceGrid::softened(const float deviation_mm) const {
    DistanceGrid result(grid_->voxel_mm, grid_->reach_mm);
    if (grid_->values) {
        result.grid_->values = grid_->values->deepCopy();
        // A box mean over 2w+1 voxels has the variance w(w+1)/3; OpenVDB's Gaussian is four of them in a row.
        const float cells = deviation_mm / grid_->voxel_mm;
        const int width = std::max(1, static_cast<int>(std::lround(std::sqrt(0.75F * cells * cells + 0.25F) - 0.5F)));
        openvdb::tools::Filter<openvdb::FloatGrid> filter(*result.grid_->values);
        filter.gaussian(width, 1);
    }
    return result;
}

float DistanceGrid::distance(const glm::vec3 point) const {
    if (!grid_->values) {
        return grid_->reach_mm;
    }
    const openvdb::Vec3d index(point.x / grid_->voxel_mm, point.y / grid_->voxel_mm, point.z / grid_->voxel_mm);
    return openvdb::tools::BoxSampler::sample(grid_->values->tree(), index);
}

glm::vec3 DistanceGrid::outward(const glm::vec3 point) const {
    return sculpt::outward([this](const glm::vec3 at) { return distance(at); }, point, grid_->voxel_mm);
}

DistanceGrid DistanceGrid::closed(const float radius_mm, const float reach_mm) const {
    DistanceGrid result(grid_->voxel_mm, reach_mm);
    if (!grid_->values) {
        return result;
    }
    result.grid_->values = grid_->values->deepCopy();
    openvdb::tools::LevelSetFilter<openvdb::FloatGrid> filter(*result.grid_->values);
    // Offsets are in world units; the band moves with the surface.
    filter.offset(-radius_mm);
    filter.offset(radius_mm);
    filter.meanCurvature();
    const float half_width = reach_mm / grid_->voxel_mm;
    result.grid_->values = openvdb::tools::levelSetRebuild(*result.grid_->values, 0.0F, half_width, half_width);
    return result;
}

}  // namespace dorsum::sculpt
