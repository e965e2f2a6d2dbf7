#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

namespace dorsum::mesh {

/// An indexed triangle mesh. `normals` is either empty or as long as `positions`; `indices` holds
/// three per triangle, each below `positions.size()`, counter-clockwise seen from outside.
struct TriangleMesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;  ///< unit length
    std::vector<std::uint32_t> indices;

    [[nodiscard]] std::size_t triangle_count() const { return indices.size() / 3; }
};

/// One named piece of a model, its node's transform already applied.
struct ModelPart {
    std::string name;
    TriangleMesh mesh;
};

/// An axis of the model file, signed.
enum class Axis { plus_x, minus_x, plus_y, minus_y, plus_z, minus_z };

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

/// The box around all positions; two zero corners for an empty mesh.
[[nodiscard]] Bounds bounds(const TriangleMesh& mesh);
[[nodiscard]] Bounds bounds(const Model& model);

}  // namespace dorsum::mesh
