#pragma once

#include <array>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "body/catalogue.h"
#include "body/level.h"
#include "body/structure_index.h"
#include "core/error.h"
#include "mesh/mesh.h"
#include "mesh/spatial_index.h"

namespace dorsum::body {

struct SkinChart;

/// A part in the body frame: metres, origin at the centre of the T12 vertebral body, +x to the
/// subject's right, +y towards the head, +z out of the back.
struct Part {
    std::string name;
    Role role = Role::skin;
    mesh::TriangleMesh mesh;
    const CatalogueEntry* entry = nullptr;  ///< in the body's catalogue, where that has one for this part
};

/// A point that anatomists name. Ids are stable: "C7", "T1" ... "L5", "S1" ... "S4" (skin over the
/// spinous process), "C4" ... "C6" (midline of the nape), "acromion_right", "acromion_left",
/// "axillary_fold_right", "axillary_fold_left", "scapula_inferior_right", "scapula_inferior_left",
/// "waist_right", "waist_left", "iliac_crest_right", "iliac_crest_left" (its highest point), "psis_right", "psis_left",
/// "gluteal_cleft" (its upper end).
struct Landmark {
    std::string id;
    std::string name;          ///< for people, translated
    glm::vec3 position{0.0F};  ///< in the body frame, on the skin
    float confidence = 0.0F;   ///< 0 (guessed from proportions) to 1 (given with the model)
};

/// What a person may say against what the program finds.
struct AxisOverrides {
    std::optional<mesh::Axis> up;      ///< towards the head
    std::optional<mesh::Axis> facing;  ///< the way the chest looks
    std::optional<float> unit_m;
};

/// A human back on which places can be found. Immutable after it is made, thread safe to read.
struct Body {
    std::string file;                    ///< the model's file, empty if it was made in memory
    std::vector<Part> parts;             ///< in the body frame
    glm::mat4 body_from_model{1.0F};     ///< a similarity: rotation, uniform scale, shift
    float unit_m = 1.0F;                 ///< metres for one unit of the model file
    mesh::Axis up = mesh::Axis::plus_y;  ///< in the model's coordinates
    mesh::Axis facing = mesh::Axis::minus_z;
    mesh::Bounds model_bounds;  ///< in the model's coordinates
    std::size_t triangle_count = 0;
    std::vector<Landmark> landmarks;
    float scale_to_reference = 1.0F;                 ///< this body's size over that of the 1.75 m reference
    float reach_right_m = 0.25F;                     ///< half width of the trunk, where lateral places end
    std::shared_ptr<const mesh::SpatialIndex> skin;  ///< over all parts that are skin
    std::shared_ptr<const SkinChart> chart;          ///< of the trunk, for skin_point()
    std::shared_ptr<const Catalogue> catalogue;      ///< empty for a model without one
    std::shared_ptr<const StructureIndex> structures = std::make_shared<const StructureIndex>();
    std::vector<glm::vec2> spine;       ///< {level number, y of that level in metres}, falling y
    std::vector<std::string> warnings;  ///< translated sentences about what is uncertain

    [[nodiscard]] glm::vec3 to_model(glm::vec3 body_position) const;
    [[nodiscard]] glm::vec3 direction_to_model(glm::vec3 body_direction) const;  ///< unit length
};

/// Finds axes, unit and landmarks and puts the model into the body frame. A file
/// `<model>.landmarks.toml` beside the model, where there is one, overrides what is found.
/// `<model>.catalogue.toml` says what the parts are; parts that it does not name are left out with a
/// warning. Only the skin counts for axes, landmarks and places.
/// Of a model without a catalogue, planes, boxes and what lies apart from the body become parts of their own with the
/// role table.
/// Fails where the catalogue cannot be read, and with "no back found" on a mesh in which nothing can stand for a back:
/// no triangles, flat, of no extent, or nothing of a person in its shape and no landmarks beside it.
[[nodiscard]] Result<std::shared_ptr<const Body>> make_body(mesh::Model model, const AxisOverrides& overrides = {});

[[nodiscard]] const Landmark* find_landmark(const Body& body, std::string_view id);

/// The part with this name, its place in Body::parts; empty for the empty name, which nothing is known by.
[[nodiscard]] std::optional<std::size_t> find_part(const Body& body, std::string_view name);

}  // namespace dorsum::body
