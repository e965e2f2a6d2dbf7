#include "mesh/spatial_index.h"

#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>
#include <limits>
#include <type_traits>
#include <utility>

#include "core/log.h"
#include "core/translate.h"
#include "mesh/closest_point.h"
#include "mesh/embree.h"

namespace dorsum::mesh {
namespace {

struct ReleaseDevice {
    void operator()(RTCDevice device) const { rtcReleaseDevice(device); }
};
struct ReleaseScene {
    void operator()(RTCScene scene) const { rtcReleaseScene(scene); }
};
struct ReleaseGeometry {
    void operator()(RTCGeometry geometry) const { rtcReleaseGeometry(geometry); }
};
using Device = std::unique_ptr<std::remove_pointer_t<RTCDevice>, ReleaseDevice>;
using Scene = std::unique_ptr<std::remove_pointer_t<RTCScene>, ReleaseScene>;
using Geometry = std::unique_ptr<std::remove_pointer_t<RTCGeometry>, ReleaseGeometry>;

bool is_finite(const glm::vec3& value) {
    return std::isfinite(value.x) && std::isfinite(value.y) && std::isfinite(value.z);
}

glm::vec3 normalised_or(const glm::dvec3& value, const glm::vec3& otherwise) {
    const double length = glm::length(value);
    return length > 0.0 ? glm::vec3(value / length) : otherwise;
}

}  // namespace

struct SpatialIndex::Implementation {
    TriangleMesh mesh;
    Device device;
    Scene scene;

    explicit Implementation(TriangleMesh source);
    void build();
    [[nodiscard]] glm::dvec3 corner(std::uint32_t triangle, std::size_t which) const {
        return mesh.positions[mesh.indices[std::size_t{triangle} * 3 + which]];
    }
    /// The point with these barycentric weights on a triangle, seen from `origin`.
    [[nodiscard]] SurfacePoint surface_point(std::uint32_t triangle, const glm::dvec3& weights,
                                             const glm::dvec3& origin) const;
};

SpatialIndex::Implementation::Implementation(TriangleMesh source) : mesh(std::move(source)) {
    if (mesh.normals.size() != mesh.positions.size()) {
        mesh.normals.clear();
    }
    if (!mesh.indices.empty()) {
        build();
    }
}

void SpatialIndex::Implementation::build() {
    device.reset(rtcNewDevice(nullptr));
    const Geometry geometry(device ? rtcNewGeometry(device.get(), RTC_GEOMETRY_TYPE_TRIANGLE) : nullptr);
    if (!geometry) {
        log::error(tr("Embree does not start; nothing on the body can be found or touched"));
        return;
    }
    // Embree keeps these buffers; it pads them itself, as its 16 byte loads need.
    void* positions = rtcSetNewGeometryBuffer(geometry.get(), RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3,
                                              sizeof(glm::vec3), mesh.positions.size());
    void* indices = rtcSetNewGeometryBuffer(geometry.get(), RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                            3 * sizeof(std::uint32_t), mesh.triangle_count());
    if (positions == nullptr || indices == nullptr) {
        log::error(tr("Embree has not enough memory; nothing on the body can be found or touched"));
        return;
    }
    std::memcpy(positions, mesh.positions.data(), mesh.positions.size() * sizeof(glm::vec3));
    std::memcpy(indices, mesh.indices.data(), mesh.triangle_count() * 3 * sizeof(std::uint32_t));
    rtcCommitGeometry(geometry.get());
    scene.reset(rtcNewScene(device.get()));
    // Robust: a ray through an edge that two triangles share must not slip between them.
    // Compact: half the memory, for a little more time with each query.
    rtcSetSceneFlags(scene.get(), RTC_SCENE_FLAG_ROBUST | RTC_SCENE_FLAG_COMPACT);
    rtcAttachGeometry(scene.get(), geometry.get());
    rtcCommitScene(scene.get());
}

SurfacePoint SpatialIndex::Implementation::surface_point(const std::uint32_t triangle, const glm::dvec3& weights,
                                                         const glm::dvec3& origin) const {
    const glm::dvec3 a = corner(triangle, 0);
    const glm::dvec3 b = corner(triangle, 1);
    const glm::dvec3 c = corner(triangle, 2);
    const glm::dvec3 position = a * weights.x + b * weights.y + c * weights.z;
    SurfacePoint point;
    point.position = glm::vec3(position);
    point.normal = normalised_or(glm::cross(b - a, c - a), glm::vec3(0.0F, 1.0F, 0.0F));
    point.smooth_normal = point.normal;
    if (!mesh.normals.empty()) {
        glm::dvec3 sum(0.0);
        for (int which = 0; which < 3; ++which) {
            const std::uint32_t vertex = mesh.indices[std::size_t{triangle} * 3 + static_cast<std::size_t>(which)];
            sum += glm::dvec3(mesh.normals[vertex]) * weights[which];
        }
        point.smooth_normal = normalised_or(sum, point.normal);
    }
    point.triangle = triangle;
    point.distance = static_cast<float>(glm::length(position - origin));
    return point;
}

SpatialIndex::SpatialIndex(TriangleMesh mesh) : implementation_(std::make_unique<Implementation>(std::move(mesh))) {}
SpatialIndex::~SpatialIndex() = default;
SpatialIndex::SpatialIndex(SpatialIndex&&) noexcept = default;
SpatialIndex& SpatialIndex::operator=(SpatialIndex&&) noexcept = default;

std::optional<SurfacePoint> SpatialIndex::first_hit(const glm::vec3 origin, const glm::vec3 direction,
                                                    const float max_distance) const {
    if (!implementation_->scene || !is_finite(origin) || !is_finite(direction)) {
        return std::nullopt;
    }
    RTCRayHit ray_hit{};
    ray_hit.ray.org_x = origin.x;
    ray_hit.ray.org_y = origin.y;
    ray_hit.ray.org_z = origin.z;
    ray_hit.ray.dir_x = direction.x;
    ray_hit.ray.dir_y = direction.y;
    ray_hit.ray.dir_z = direction.z;
    ray_hit.ray.tfar = max_distance;
    ray_hit.ray.mask = std::numeric_limits<unsigned int>::max();
    ray_hit.hit.geomID = RTC_INVALID_GEOMETRY_ID;
    intersect(implementation_->scene.get(), ray_hit);
    if (ray_hit.hit.geomID == RTC_INVALID_GEOMETRY_ID) {
        return std::nullopt;
    }
    const double u = ray_hit.hit.u;
    const double v = ray_hit.hit.v;
    return implementation_->surface_point(ray_hit.hit.primID, {1.0 - u - v, u, v}, origin);
}

namespace {

struct NearestSearch {
    const TriangleMesh* mesh = nullptr;
    glm::dvec3 point{0.0};
    double squared_distance = 0.0;  ///< of the best triangle so far, else of the search's limit
    std::optional<std::uint32_t> triangle;
    glm::dvec3 weights{0.0};
};

/// Embree calls this for each triangle whose box lies within the radius.
bool visit_triangle(RTCPointQueryFunctionArguments* arguments) {
    auto& search = *static_cast<NearestSearch*>(arguments->userPtr);
    const std::uint32_t* corners = &search.mesh->indices[std::size_t{arguments->primID} * 3];
    const glm::dvec3 a = search.mesh->positions[corners[0]];
    const glm::dvec3 b = search.mesh->positions[corners[1]];
    const glm::dvec3 c = search.mesh->positions[corners[2]];
    const glm::dvec3 weights = closest_point_weights(search.point, a, b, c);
    const glm::dvec3 offset = a * weights.x + b * weights.y + c * weights.z - search.point;
    const double squared_distance = glm::dot(offset, offset);
    // Of several triangles at the same distance the first of the mesh wins, whatever order Embree visits them in.
    const bool better =
        squared_distance < search.squared_distance ||
        (squared_distance == search.squared_distance && (!search.triangle || arguments->primID < *search.triangle));
    if (!better) {
        return false;
    }
    search.squared_distance = squared_distance;
    search.triangle = arguments->primID;
    search.weights = weights;
    // Rounded up, so that a triangle at the very same distance is still visited.
    arguments->query->radius =
        std::nextafter(static_cast<float>(std::sqrt(squared_distance)), std::numeric_limits<float>::infinity());
    return true;
}

}  // namespace

std::optional<SurfacePoint> SpatialIndex::nearest(const glm::vec3 point, const float max_distance) const {
    if (!implementation_->scene || !is_finite(point) || !(max_distance >= 0.0F)) {
        return std::nullopt;
    }
    NearestSearch search;
    search.mesh = &implementation_->mesh;
    search.point = point;
    search.squared_distance = double{max_distance} * double{max_distance};
    RTCPointQuery query{};
    query.x = point.x;
    query.y = point.y;
    query.z = point.z;
    query.radius = std::nextafter(max_distance, std::numeric_limits<float>::infinity());
    RTCPointQueryContext context{};
    rtcInitPointQueryContext(&context);
    rtcPointQuery(implementation_->scene.get(), &query, &context, visit_triangle, &search);
    if (!search.triangle) {
        return std::nullopt;
    }
    return implementation_->surface_point(*search.triangle, search.weights, search.point);
}

}  // namespace dorsum::mesh
