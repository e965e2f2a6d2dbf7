#pragma once

#include <cstddef>
#include <filesystem>
#include <glm/vec3.hpp>
#include <vector>

#include "core/error.h"
#include "sculpt/skeleton/bone_shapes.h"
#include "sculpt/skeleton/spine.h"

namespace dorsum::sculpt {

/// The figures of a right rib, in millimetres in the body frame.
struct Rib {
    glm::vec3 head{0.0F};
    glm::vec3 angle{0.0F};         ///< on the outer face
    glm::vec3 most_lateral{0.0F};  ///< on the outer face
    glm::vec3 front_end{0.0F};
    float half_height = 6.5F;
    float half_thickness = 3.0F;
    glm::vec3 lean_deg{0.0F};  ///< how far the upper edge is turned inwards: behind, beside, in front
};

/// What follows the front end of a rib.
struct Cartilage {
    std::vector<glm::vec3> places;
    float half_height = 5.0F;
    float half_thickness = 4.0F;
};

struct SternumStation {
    glm::vec3 centre{0.0F};
    float half_width = 0.0F;
    float half_thickness = 0.0F;
};

/// Right ribs 1 to 12, the cartilages of the first ten, and the sternum.
struct RibCage {
    std::vector<Rib> ribs;
    std::vector<Cartilage> cartilages;
    std::vector<SternumStation> sternum;
    glm::vec3 jugular_notch{0.0F};
    float notch_radius = 12.0F;
};

/// Reads ribs.toml. Fails, naming file and line.
[[nodiscard]] Result<RibCage> load_rib_cage(const std::filesystem::path& figures_folder);

/// The middle line of a rib (0 is the first) with its sections, from the body of its vertebra over the transverse
/// process to its front end.
[[nodiscard]] std::vector<BarStation> rib_line(const RibCage& cage, const Spine& spine, std::size_t index);

[[nodiscard]] Solid rib_solid(const RibCage& cage, const Spine& spine, std::size_t index);
/// All cartilages of the right side.
[[nodiscard]] Solid cartilage_solid(const RibCage& cage, const Spine& spine);
[[nodiscard]] Solid sternum_solid(const RibCage& cage);

}  // namespace dorsum::sculpt
