#include "sculpt/voxel_surface.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "sculpt/openvdb.h"

namespace dorsum::sculpt {
namespace {

constexpr int leaf_voxels = 8;
constexpr float band_voxels = 3.0F;

/// The middle between two voxels lies on x = 0, so that dual vertices fall onto that plane.
glm::vec3 place_of(const openvdb::Coord& voxel, const float size) {
    return glm::vec3(static_cast<float>(voxel.x()) + 0.5F, static_cast<float>(voxel.y()),
                     static_cast<float>(voxel.z())) *
           size;
}

openvdb::FloatGrid::Ptr sampled(const Field& field, const SurfaceSettings& settings) {
    const float size = settings.voxel_mm;
    auto grid = openvdb::FloatGrid::create(band_voxels * size);
    grid->setGridClass(openvdb::GRID_LEVEL_SET);
    // Fields are true to about a third, hence the generous reach.
    const float reach = 1.5F * (0.5F * std::sqrt(3.0F) * leaf_voxels + band_voxels) * size;
    const auto leaf_index = [&](const float at) { return static_cast<int>(std::floor(at / (size * leaf_voxels))); };
    const glm::vec3 low = settings.low_mm;
    const glm::vec3 high = settings.high_mm;
    for (int lx = leaf_index(low.x); lx <= leaf_index(high.x); ++lx) {
        for (int ly = leaf_index(low.y); ly <= leaf_index(high.y); ++ly) {
            for (int lz = leaf_index(low.z); lz <= leaf_index(high.z); ++lz) {
                const openvdb::Coord origin(lx * leaf_voxels, ly * leaf_voxels, lz * leaf_voxels);
                if (std::abs(field(place_of(origin.offsetBy(leaf_voxels / 2), size))) < reach) {
                    grid->tree().touchLeaf(origin);
                }
            }
        }
    }
    openvdb::tree::LeafManager<openvdb::FloatTree> leaves(grid->tree());
    leaves.foreach ([&](openvdb::FloatTree::LeafNodeType& leaf, std::size_t) {
        for (openvdb::Index offset = 0; offset < openvdb::FloatTree::LeafNodeType::SIZE; ++offset) {
            leaf.setValueOn(offset, field(place_of(leaf.offsetToGlobalCoord(offset), size)));
        }
    });
    openvdb::tools::signedFloodFill(grid->tree());
    return grid;
}

/// Of a half the border lies on x = 0.
Patch from_voxels(const Field& field, const SurfaceSettings& settings, const bool half_only) {
    openvdb::initialize();
    const auto grid = sampled(field, settings);
    std::vector<openvdb::Vec3s> points;
    std::vector<openvdb::Vec4I> quads;
    openvdb::tools::volumeToMesh(*grid, points, quads, 0.0);

    Patch patch;
    patch.half = half_only;
    constexpr std::uint32_t dropped = 0xFFFFFFFFU;
    std::vector<std::uint32_t> renumbered(points.size(), dropped);
    const float size = settings.voxel_mm;
    for (std::size_t i = 0; i < points.size(); ++i) {
        glm::vec3 at = (glm::vec3(points[i].x(), points[i].y(), points[i].z()) + glm::vec3(0.5F, 0.0F, 0.0F)) * size;
        // Each cell has one vertex inside it; those of the cells around x = 0 make the border.
        if (half_only && at.x < -0.5F * size) {
            continue;
        }
        if (half_only && at.x < 0.5F * size) {
            at.x = 0.0F;
        }
        renumbered[i] = static_cast<std::uint32_t>(patch.positions.size());
        patch.positions.push_back(at);
    }
    for (const openvdb::Vec4I& quad : quads) {
        const std::uint32_t a = renumbered[quad[3]];
        const std::uint32_t b = renumbered[quad[2]];
        const std::uint32_t c = renumbered[quad[1]];
        const std::uint32_t d = renumbered[quad[0]];
        if (a == dropped || b == dropped || c == dropped || d == dropped) {
            continue;
        }
        const auto& p = patch.positions;
        if (glm::distance(p[a], p[c]) < glm::distance(p[b], p[d])) {
            patch.indices.insert(patch.indices.end(), {a, b, c, a, c, d});
        } else {
            patch.indices.insert(patch.indices.end(), {a, b, d, b, c, d});
        }
    }
    return patch;
}

}  // namespace

Patch right_half_from_voxels(const Field& field, SurfaceSettings settings) {
    settings.low_mm.x = -settings.voxel_mm;
    return from_voxels(field, settings, true);
}

Patch whole_from_voxels(const Field& field, const SurfaceSettings& settings) {
    return from_voxels(field, settings, false);
}

}  // namespace dorsum::sculpt
