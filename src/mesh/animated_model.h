#pragma once

#include <cstddef>
#include <filesystem>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::mesh {

/// A piece of a model that moves: its triangles in its own frame, and how it looks.
struct AnimatedPart {
    std::string name;
    TriangleMesh mesh;
    glm::vec3 colour{0.8F};  ///< linear, 0 to 1
    float roughness = 0.8F;  ///< 0 to 1
    /// How every vertex moves, metres, at a weight of 1; empty of what keeps its shape.
    std::vector<glm::vec3> morph{};
};

/// How one part moves during a clip. Lists of values are as long as `times_s`, or empty where that does not change.
struct Track {
    std::size_t part = 0;
    std::vector<float> times_s;  ///< rising
    std::vector<glm::vec3> translations;
    std::vector<glm::quat> rotations;
    std::vector<float> morph_weights;
    /// 1 where the part is seen, 0 where it is not: changes at once, at the time itself.
    std::vector<float> shown;
};

/// Something that plays by itself, with a name.
struct Clip {
    std::string name;
    std::vector<Track> tracks;
};

struct AnimatedModel {
    std::vector<AnimatedPart> parts;
    std::vector<bool> shown_at_rest;  ///< of each part, while no clip plays
    std::vector<Clip> clips;
};

/// Writes a binary glTF 2.0 file without extensions: a node and a material for each part, an animation for each clip;
/// the same model gives the same bytes. A part that is not seen has a scale of 0. Fails where the model holds nothing
/// or the file cannot be written; then nothing is left behind.
[[nodiscard]] Result<void> export_animated_glb(const AnimatedModel& model, const std::filesystem::path& target);

}  // namespace dorsum::mesh
