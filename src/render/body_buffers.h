#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "body/body.h"
#include "render/clusters.h"
#include "render/gl_object.h"
#include "render/material.h"
#include "render/vertex_shading.h"

namespace dorsum::render {

/// A run of a part's index buffer: one of its levels of detail.
struct Level {
    GLsizei first = 0;
    GLsizei count = 0;
    std::vector<Cluster> clusters{};  ///< `first` counts from that of the level
};

/// A mesh on the GPU.
struct PartBuffers {
    Material material;
    VertexArray vertex_array;
    Buffer vertices;
    Buffer fibres;
    Buffer tints;
    Buffer indices;
    std::vector<Level> levels;         ///< the finest first; empty until the part is uploaded
    mesh::Bounds bounds;               ///< at rest, metres
    glm::vec3 centre{0.0F};            ///< of its bounds
    float radius_m = 0.0F;             ///< of the ball around them
    float area_m2 = 0.0F;              ///< of its surface
    bool closed = false;               ///< its back sides are never seen
    std::vector<std::uint32_t> order;  ///< which vertices of the mesh follow each other; only of upload_alone

    [[nodiscard]] bool uploaded() const { return !levels.empty(); }
};

/// How near a picture comes to what it shows.
struct Nearness {
    glm::vec3 eye{0.0F};             ///< in the body frame, metres
    float pixels_per_radian = 0.0F;  ///< at its middle
};

/// A body on the GPU, shaded where shading does not change. Parts go there when they are first shown.
class BodyBuffers {
public:
    BodyBuffers() = default;
    /// Takes in a body, without any part of it.
    explicit BodyBuffers(const std::shared_ptr<const body::Body>& body);

    /// Uploads those shown parts that are not there yet, and the shade that what lies uppermost throws on
    /// the table. `part_shown` is as long as the body's parts. A very large part is in `parts` with the one level that
    /// is fine enough for this picture; those of earlier pictures are kept.
    void upload(const body::Body& body, const std::vector<bool>& part_shown, const Nearness& nearness);

    /// From now on the shade on the table is that of what lies beneath this role, and of the role itself.
    void shade_table(const body::Body& body, body::Role uppermost);

    std::weak_ptr<const body::Body> body;  ///< of which body this is the copy
    std::vector<PartBuffers> parts;        ///< as body->parts

    /// The shade that lies on the table now.
    struct ContactShade {
        Texture texture;       ///< over x and y, red channel
        glm::vec2 low{0.0F};   ///< its corner, metres
        glm::vec2 size{1.0F};  ///< its extent, metres
    };
    [[nodiscard]] const ContactShade& contact_shade() const {
        return contact_shades_.at(static_cast<std::size_t>(uppermost_));
    }

private:
    /// A part of which each level has buffers of its own, made when a picture first needs it.
    struct LargePart {
        mesh::Bounds box;
        float area_m2 = 0.0F;
        bool closed = false;
        std::vector<PartBuffers> levels;  ///< that now shown is empty here
        std::size_t shown = 0;
    };
    [[nodiscard]] static LargePart measured(const mesh::TriangleMesh& mesh);
    /// Puts the level of a large part that this picture needs in its place in `parts`.
    void choose_level(std::size_t part, const mesh::TriangleMesh& mesh, const Nearness& nearness);
    std::map<std::size_t, LargePart> large_;
    const Surroundings& surroundings_of(const body::Body& body, body::Role role);
    // By the role that lies uppermost; of what lies on the body, skin.
    std::array<std::optional<Surroundings>, body::role_count> surroundings_;
    std::array<ContactShade, body::role_count> contact_shades_;
    body::Role uppermost_ = body::Role::skin;
};

/// The outermost layer of the body that is shown; the skin where nothing below it is.
[[nodiscard]] body::Role uppermost_shown(const body::Body& body, const std::vector<bool>& part_shown);

/// Uploads a mesh that is shaded by its own form alone.
[[nodiscard]] PartBuffers upload_alone(const mesh::TriangleMesh& mesh, const Material& material);

/// Attribute locations, as the shaders declare them.
enum Attribute : GLuint {
    position_attribute = 0,
    normal_attribute = 1,
    shade_attribute = 2,
    fibre_attribute = 3,
    tint_attribute = 4
};

}  // namespace dorsum::render
