#pragma once

#include <cstdint>
#include <glm/gtc/type_precision.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dorsum::mesh {

/// An indexed triangle mesh. `normals`, `fibres` and `tints` are each either empty or as long as
/// `positions`; `indices` holds three per triangle, each below `positions.size()`, counter-clockwise
/// seen from outside. Only models of our own export have fibres and tints; coarser levels have these and very large
/// ones.
struct TriangleMesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;  ///< unit length
    std::vector<std::uint32_t> indices;
    /// Of muscles: xyz the unit direction of the fibres (zero where there is none), w from 0 (red belly)
    /// to 1 (white tendon).
    std::vector<glm::vec4> fibres{};
    std::vector<glm::u8vec4> tints{};                   ///< of skin, linear: white changes nothing
    std::vector<std::vector<std::uint32_t>> coarser{};  ///< the same surface with ever fewer triangles

    [[nodiscard]] std::size_t triangle_count() const { return indices.size() / 3; }
};

/// One named piece of a model, its node's transform already applied.
struct ModelPart {
    std::string name;
    TriangleMesh mesh;
    /// The name of an earlier part whose mirror image in x this one is; empty for most. Export writes that
    /// part's mesh once for both and does not look at this one's own, which may be empty; import fills it.
    std::string mirror_of{};
};

/// An axis of the model file, signed.
enum class Axis { plus_x, minus_x, plus_y, minus_y, plus_z, minus_z };

/// "+x", "-y": as body::parse_axis reads it.
[[nodiscard]] const char* to_string(Axis axis);

/// The unit vector of an axis.
[[nodiscard]] glm::vec3 direction(Axis axis);

/// What the file itself says of its axes and unit; empty where it says nothing.
struct AxisHints {
    std::optional<float> unit_m;  ///< metres for one unit of the file
    std::optional<Axis> up;
    std::optional<Axis> front;  ///< the way a person modelled by the format's convention looks
};

/// A model as the file has it: positions in the file's own coordinates and unit.
struct Model {
    std::string file;
    std::vector<ModelPart> parts;
    AxisHints hints;
    std::vector<std::string> warnings;  ///< translated sentences about what was left out

    [[nodiscard]] std::size_t triangle_count() const;
};

struct Bounds {
    glm::vec3 low{0.0F};
    glm::vec3 high{0.0F};
    [[nodiscard]] glm::vec3 centre() const { return (low + high) * 0.5F; }
    [[nodiscard]] glm::vec3 size() const { return high - low; }
};

/// Can a mesh have this position? Not one that is no number, nor one beyond 1e9, where areas and squared
/// distances of triangles no longer fit into single precision.
[[nodiscard]] bool is_usable(const glm::vec3& position);

/// All of these surfaces as one, in the order given: positions, triangles, and normals where all have them.
[[nodiscard]] TriangleMesh joined(std::span<const TriangleMesh* const> meshes);

/// The mirror image in x: positions, normals and fibres turned over, triangles wound the other way.
[[nodiscard]] TriangleMesh mirrored_in_x(TriangleMesh mesh);

/// The box around all positions; two zero corners for an empty mesh.
[[nodiscard]] Bounds bounds(const TriangleMesh& mesh);
[[nodiscard]] Bounds bounds(const Model& model);

}  // namespace dorsum::mesh
