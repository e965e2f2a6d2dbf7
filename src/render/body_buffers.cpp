#include "render/body_buffers.h"
#include "render/draw_order.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <mutex>
#include <thread>
#include <utility>

#include "mesh/coarser_levels.h"
#include "mesh/packed_fibres.h"
#include "render/draw_order.h"
#include "render/height_map.h"
#include "render/vertex_shading.h"

namespace dorsum::render {

namespace {

/// A vertex as the shaders read it: 24 bytes.
struct PackedVertex {
    glm::vec3 position;
    std::array<std::int16_t, 4> normal;  // x, y, z, curvature
    std::array<std::uint8_t, 4> shade;   // openness, lamp, mottling, unused
};

std::int16_t pack_signed(const float value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767.0F));
}

std::uint8_t pack_unsigned(const float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F));
}

std::vector<PackedVertex> pack(const mesh::TriangleMesh& mesh, const std::vector<glm::vec3>& normals,
                               const std::vector<VertexShade>& shades) {
    std::vector<PackedVertex> packed(mesh.positions.size());
    for (std::size_t i = 0; i < packed.size(); ++i) {
        packed[i] = {
            mesh.positions[i],
            {pack_signed(normals[i].x), pack_signed(normals[i].y), pack_signed(normals[i].z),
             pack_signed(2.0F * shades[i].curvature - 1.0F)},
            {pack_unsigned(shades[i].openness), pack_unsigned(shades[i].lamp), pack_unsigned(shades[i].mottling), 255}};
    }
    return packed;
}

/// Well mixed bits (the finaliser of SplitMix64).
std::uint64_t mixed(std::uint64_t bits) {
    bits += 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

/// A number for every vertex, the same for those that lie at the same place but for a hundredth of a millimetre.
std::vector<std::uint64_t> numbers_of_places(const mesh::TriangleMesh& mesh) {
    std::vector<std::uint64_t> numbers;
    numbers.reserve(mesh.positions.size());
    for (const glm::vec3 position : mesh.positions) {
        std::uint64_t number = 0;
        for (int axis = 0; axis < 3; ++axis) {
            number = mixed(number ^ static_cast<std::uint64_t>(std::llround(position[axis] * 1.0e5F)));
        }
        numbers.push_back(number);
    }
    return numbers;
}

/// Whether every edge is run along as often one way as the other; `number_of` says of a vertex by what it is known.
/// The edges' numbers are summed up rather than the edges sorted: they cancel out for a closed mesh, and only by a
/// chance of 2^-64 for another.
template <typename NumberOf>
bool has_no_border(const std::vector<std::uint32_t>& level, const NumberOf& number_of) {
    std::uint64_t left_open = 0;
    for (std::size_t i = 0; i + 2 < level.size(); i += 3) {
        const std::array corners{level[i], level[i + 1], level[i + 2]};
        for (std::size_t side = 0; side < corners.size(); ++side) {
            const std::uint64_t from = number_of(corners.at(side));
            const std::uint64_t to = number_of(corners.at((side + 1) % corners.size()));
            left_open += mixed(from << 32U ^ to ^ from >> 32U) - mixed(to << 32U ^ from ^ to >> 32U);
        }
    }
    return left_open == 0;
}

double volume_of(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& level) {
    double volume = 0.0;
    for (std::size_t i = 0; i + 2 < level.size(); i += 3) {
        const glm::dvec3 a = mesh.positions[level[i]];
        volume +=
            glm::dot(a, glm::cross(glm::dvec3(mesh.positions[level[i + 1]]), glm::dvec3(mesh.positions[level[i + 2]])));
    }
    return volume;
}

/// Closed and wound outwards. A seam, where vertices lie at the same place, opens nothing. `like` is a level of the
/// mesh that encloses about the same volume.
bool is_closed(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& like) {
    if (volume_of(mesh, like) <= 0.0) {
        return false;
    }
    if (has_no_border(mesh.indices, [](const std::uint32_t vertex) { return std::uint64_t{vertex}; })) {
        return true;
    }
    const std::vector<std::uint64_t> places = numbers_of_places(mesh);
    return has_no_border(mesh.indices, [&places](const std::uint32_t vertex) { return places[vertex]; });
}

float surface_area(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& level) {
    double doubled = 0.0;
    for (std::size_t i = 0; i + 2 < level.size(); i += 3) {
        const glm::vec3 corner = mesh.positions[level[i]];
        doubled += static_cast<double>(
            glm::length(glm::cross(mesh.positions[level[i + 1]] - corner, mesh.positions[level[i + 2]] - corner)));
    }
    return static_cast<float>(0.5 * doubled);
}

template <typename T>
Buffer filled_buffer(const GLenum target, const std::vector<T>& items) {
    Buffer buffer = Buffer::create();
    glBindBuffer(target, buffer.name());
    glBufferData(target, static_cast<GLsizeiptr>(items.size() * sizeof(T)), items.data(), GL_STATIC_DRAW);
    return buffer;
}

void describe_attribute(const Attribute location, const GLint count, const GLenum type, const std::size_t stride,
                        const std::size_t at) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, count, type, type == GL_FLOAT ? GL_FALSE : GL_TRUE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(at));
}

/// Fibres and tints have buffers of their own, which most parts do without.
void upload_extras(PartBuffers& buffers, const mesh::TriangleMesh& mesh, const DrawOrder& order) {
    if (!mesh.fibres.empty()) {
        buffers.fibres = filled_buffer(GL_ARRAY_BUFFER, in_order(order, mesh::packed_fibres(mesh.fibres)));
        describe_attribute(fibre_attribute, 4, GL_BYTE, 4, 0);
    }
    if (!mesh.tints.empty()) {
        buffers.tints = filled_buffer(GL_ARRAY_BUFFER, in_order(order, mesh.tints));
        describe_attribute(tint_attribute, 4, GL_UNSIGNED_BYTE, 4, 0);
    }
}

/// Large meshes have more levels than one, but go to the GPU level by level.
bool is_large(const mesh::TriangleMesh& mesh) {
    return !mesh.coarser.empty() && mesh.triangle_count() > mesh::triangles_of_shape;
}

/// Cloth and furniture come without coarser levels.
bool lacks_levels(const Material& material, const mesh::TriangleMesh& mesh) {
    return mesh.coarser.empty() && (material.surface == Surface::towel || material.surface == Surface::table);
}

/// A mesh as it is copied to the GPU.
struct Packed {
    DrawOrder order;
    std::vector<PackedVertex> vertices;  ///< in that order
};

Packed packed(const mesh::TriangleMesh& mesh, const std::vector<std::vector<std::uint32_t>>& coarser,
              const std::vector<PackedVertex>& vertices) {
    Packed result{draw_order(mesh, coarser), {}};
    result.vertices = in_order(result.order, vertices);
    return result;
}

void upload_mesh(PartBuffers& buffers, const mesh::TriangleMesh& mesh, const Packed& packed) {
    const mesh::Bounds bounds = mesh::bounds(mesh);
    buffers.bounds = bounds;
    buffers.centre = bounds.centre();
    buffers.radius_m = 0.5F * glm::length(bounds.size());
    buffers.area_m2 = surface_area(mesh, mesh.indices);
    buffers.closed = is_closed(mesh, mesh.indices);
    buffers.vertex_array = VertexArray::create();
    glBindVertexArray(buffers.vertex_array.name());
    buffers.vertices = filled_buffer(GL_ARRAY_BUFFER, packed.vertices);
    describe_attribute(position_attribute, 3, GL_FLOAT, sizeof(PackedVertex), offsetof(PackedVertex, position));
    describe_attribute(normal_attribute, 4, GL_SHORT, sizeof(PackedVertex), offsetof(PackedVertex, normal));
    describe_attribute(shade_attribute, 4, GL_UNSIGNED_BYTE, sizeof(PackedVertex), offsetof(PackedVertex, shade));
    upload_extras(buffers, mesh, packed.order);
    buffers.indices = filled_buffer(GL_ELEMENT_ARRAY_BUFFER, packed.order.indices);
    for (const DrawOrder::Run& level : packed.order.levels) {
        buffers.levels.push_back(
            {static_cast<GLsizei>(level.first), static_cast<GLsizei>(level.count), level.clusters});
    }
    glBindVertexArray(0);
}

/// What shades a part: with the skin on, skin and towel; below it what the part's layer and those beneath
/// consist of.
bool shades(const body::Role uppermost, const body::Role role) {
    if (!body::is_anatomy(uppermost)) {
        return role == body::Role::skin || role == body::Role::towel;
    }
    if (uppermost == body::Role::organ) {
        return role == body::Role::organ || role == body::Role::skeleton;
    }
    return role >= uppermost && role != body::Role::organ;
}

/// Below what a part is shaded: its own layer, or of what lies on the body, the skin.
body::Role uppermost_for(const body::Role role) {
    return body::is_anatomy(role) ? role : body::Role::skin;
}

/// Does independent pieces of work on as many threads as there are. Throws what one of them has thrown; then
/// not all are done.
void in_parallel(const std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::mutex guard;
    std::exception_ptr problem;
    // What leaves a thread by an exception takes the program with it.
    const auto run = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) {
                work(i);
            }
        } catch (...) {
            next = count;
            const std::lock_guard lock(guard);
            problem = std::current_exception();
        }
    };
    const std::size_t threads = std::min<std::size_t>(std::thread::hardware_concurrency(), count);
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < threads; ++i) {
            helpers.emplace_back(run);
        }
        run();
    }
    if (problem) {
        std::rethrow_exception(problem);
    }
}

BodyBuffers::ContactShade upload_contact_shade(const HeightMap& heights) {
    const std::vector<std::uint8_t> cells = contact_shade(heights);
    BodyBuffers::ContactShade shade;
    shade.texture = Texture::create();
    glBindTexture(GL_TEXTURE_2D, shade.texture.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, heights.width(), heights.height(), 0, GL_RED, GL_UNSIGNED_BYTE, cells.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
    shade.low = heights.low();
    shade.size =
        glm::vec2{static_cast<float>(heights.width()), static_cast<float>(heights.height())} * heights.cell_m();
    return shade;
}

}  // namespace

body::Role uppermost_shown(const body::Body& body, const std::vector<bool>& part_shown) {
    std::optional<body::Role> uppermost;
    for (std::size_t i = 0; i < body.parts.size() && i < part_shown.size(); ++i) {
        const body::Role role = body.parts[i].role;
        if (!part_shown[i] || role == body::Role::table) {
            continue;
        }
        if (!body::is_anatomy(role)) {
            return body::Role::skin;
        }
        uppermost = std::min(uppermost.value_or(role), role);
    }
    return uppermost.value_or(body::Role::skin);
}

PartBuffers upload_alone(const mesh::TriangleMesh& mesh, const Material& material) {
    PartBuffers buffers;
    buffers.material = material;
    const std::vector<glm::vec3> normals = vertex_normals(mesh);
    const Packed copied = packed(mesh, mesh.coarser, pack(mesh, normals, shade_by_form(mesh, normals)));
    upload_mesh(buffers, mesh, copied);
    buffers.order = copied.order.vertices;
    return buffers;
}

BodyBuffers::BodyBuffers(const std::shared_ptr<const body::Body>& body_to_show) : body(body_to_show) {
    for (const body::Part& part : body_to_show->parts) {
        parts.emplace_back().material = material_of(part);
    }
}

const Surroundings& BodyBuffers::surroundings_of(const body::Body& of, const body::Role role) {
    const body::Role uppermost = uppermost_for(role);
    std::optional<Surroundings>& surroundings = surroundings_.at(static_cast<std::size_t>(uppermost));
    if (!surroundings) {
        std::vector<const mesh::TriangleMesh*> meshes;
        std::vector<mesh::TriangleMesh> coarser;
        coarser.reserve(of.parts.size());
        for (const body::Part& part : of.parts) {
            if (shades(uppermost, part.role)) {
                meshes.push_back(mesh::level_or_itself(part.mesh, mesh::triangles_of_shape, coarser));
            }
        }
        surroundings.emplace(HeightMap{meshes});
    }
    return *surroundings;
}

BodyBuffers::LargePart BodyBuffers::measured(const mesh::TriangleMesh& mesh) {
    LargePart large;
    large.box = mesh::bounds(mesh);
    large.area_m2 = surface_area(mesh, mesh.coarser.back());
    large.closed = is_closed(mesh, mesh.coarser.back());
    large.levels.resize(mesh.coarser.size() + 1);
    return large;
}

void BodyBuffers::choose_level(const std::size_t part, const mesh::TriangleMesh& mesh, const Nearness& nearness) {
    if (!large_.contains(part)) {
        large_.emplace(part, measured(mesh));
    }
    LargePart& large = large_.at(part);
    constexpr float pixels_per_triangle = 10.0F;  // of one that is seen face on; its sides are then below 5 pixels
    const glm::vec3 nearest = glm::clamp(nearness.eye, large.box.low, large.box.high);
    const float distance_m = std::max(glm::distance(nearness.eye, nearest), 0.02F);
    const float pixels_per_m = nearness.pixels_per_radian / distance_m;
    const float wanted_triangles = large.area_m2 * pixels_per_m * pixels_per_m / pixels_per_triangle;
    std::size_t level = 0;
    while (level < mesh.coarser.size() && static_cast<float>(mesh.coarser[level].size()) >= 3.0F * wanted_triangles) {
        ++level;
    }
    if (level == large.shown) {
        return;
    }
    const Material material = parts[part].material;
    std::swap(parts[part], large.levels[large.shown]);
    std::swap(parts[part], large.levels[level]);
    parts[part].material = material;
    large.shown = level;
}

void BodyBuffers::upload(const body::Body& of, const std::vector<bool>& part_shown, const Nearness& nearness) {
    std::vector<std::size_t> waiting;
    std::vector<mesh::TriangleMesh> taken;  // from large meshes, what is needed of them
    taken.reserve(parts.size());
    std::vector<const mesh::TriangleMesh*> meshes;
    for (std::size_t i = 0; i < parts.size() && i < part_shown.size(); ++i) {
        const mesh::TriangleMesh& mesh = of.parts[i].mesh;
        if (part_shown[i] && is_large(mesh)) {
            choose_level(i, mesh, nearness);
        }
        if (part_shown[i] && !parts[i].uploaded()) {
            waiting.push_back(i);
            static_cast<void>(surroundings_of(of, of.parts[i].role));
            const std::size_t level = is_large(mesh) ? large_.at(i).shown : 0;
            meshes.push_back(level == 0 ? &mesh
                                        : &taken.emplace_back(mesh::level_alone(mesh, mesh.coarser[level - 1])));
        }
    }
    std::vector<Packed> ready(waiting.size());
    in_parallel(waiting.size(), [&](const std::size_t i) {
        const std::vector<glm::vec3> normals = vertex_normals(*meshes[i]);
        const body::Role uppermost = uppermost_for(of.parts[waiting[i]].role);
        const Surroundings& surroundings = *surroundings_.at(static_cast<std::size_t>(uppermost));
        ready[i] = packed(
            *meshes[i],
            lacks_levels(parts[waiting[i]].material, *meshes[i]) ? mesh::quarters_of(*meshes[i]) : meshes[i]->coarser,
            pack(*meshes[i], normals, shade_vertices(*meshes[i], normals, surroundings)));
    });
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        PartBuffers& part = parts[waiting[i]];
        upload_mesh(part, *meshes[i], ready[i]);
        // A coarse level may lack a triangle here or there, which nobody sees; its back sides are not seen either.
        const auto large = large_.find(waiting[i]);
        part.closed = large == large_.end() ? part.closed : large->second.closed;
    }
    shade_table(of, uppermost_shown(of, part_shown));
}

void BodyBuffers::shade_table(const body::Body& of, const body::Role uppermost) {
    uppermost_ = uppermost;
    ContactShade& shade = contact_shades_.at(static_cast<std::size_t>(uppermost_));
    if (shade.texture.name() == 0) {
        shade = upload_contact_shade(surroundings_of(of, uppermost_).heights);
    }
}

}  // namespace dorsum::render
