#pragma once

#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::sculpt {

/// How a structure lies to the midline.
enum class Pairing {
    middle,  ///< one of it, on the midline (or one of it, to one side, as the heart)
    paired,  ///< built for the right side; the left is its exact mirror image
};

/// What a structure is, from the outside inwards.
enum class Layer {
    skin,
    superficial_muscle,
    intermediate_muscle,
    deep_muscle,
    skeleton,
    organ,
    surrounding,  ///< towel and table
};

/// One named piece of the body, in millimetres in the body frame (origin at the centre of the T12
/// vertebral body, +x to the right, +y to the head, +z out of the back) of the unwarped reference
/// man. Closed, two-manifold, wound outwards.
struct Structure {
    std::string id;  ///< as in figures/catalogue.toml, without the side: "trapezius_descending", "vertebra_t4"
    Layer layer = Layer::skeleton;
    Pairing pairing = Pairing::middle;
    mesh::TriangleMesh mesh;
    /// Of a muscle the unit direction of its fibres at each vertex, from origin to insertion; zero where there is
    /// none (tendon bone contact). Empty for everything else.
    std::vector<glm::vec3> fibres;
    /// Of a muscle 0 (red belly) to 1 (white tendon or aponeurosis) at each vertex. Empty for everything else.
    std::vector<float> tendon;
};

}  // namespace dorsum::sculpt
