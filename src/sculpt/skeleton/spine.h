#pragma once

#include <filesystem>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "core/error.h"

namespace dorsum::sculpt {

/// The frame of a vertebral body or a disc: its middle and the unit axes that lean with it.
struct SpineFrame {
    glm::vec3 centre{0.0F};
    glm::vec3 up{0.0F, 1.0F, 0.0F};
    glm::vec3 back{0.0F, 0.0F, 1.0F};
    [[nodiscard]] glm::vec3 place(glm::vec3 right_up_back) const;
    [[nodiscard]] glm::vec3 local(glm::vec3 point) const;
};

/// The joint on the right between the articular processes of two neighbours.
struct FacetJoint {
    glm::vec3 centre{0.0F};
    glm::vec3 normal{0.0F};  ///< unit length, from the lower vertebra's process to the upper's
    glm::vec3 up{0.0F};      ///< unit length, in the joint's plane
    float half_width = 5.0F;
    float half_height = 5.0F;
};

enum class SpineRegion { cervical, thoracic, lumbar };

/// The figures of one vertebra in the body frame, millimetres.
struct Vertebra {
    std::string name;  ///< "c1" to "l5"
    SpineRegion region = SpineRegion::thoracic;
    SpineFrame frame;
    float height = 0.0F;  ///< of the body, at its middle
    float wedge = 0.0F;   ///< anterior less posterior height
    float width = 0.0F;
    float depth = 0.0F;
    float canal_half_width = 0.0F;
    glm::vec3 spinous_root{0.0F};  ///< in the back wall of the canal
    glm::vec3 spinous_tip{0.0F};
    float spinous_half_height = 5.0F;  ///< at the middle of its length
    float spinous_tip_half_height = 4.0F;
    float spinous_half_thickness = 3.0F;
    glm::vec3 transverse_tip{0.0F};  ///< most lateral point, right side
    float transverse_half_height = 4.0F;
    float transverse_half_thickness = 4.0F;
    float lamina_half_height = 7.0F;
    FacetJoint joint_below;

    /// Depth of the canal behind the body, in the midline.
    [[nodiscard]] float canal_depth() const;
    [[nodiscard]] glm::vec3 canal_centre() const;
};

/// C1 to L5 in order from above, and the plane on which L5 stands.
struct Spine {
    std::vector<Vertebra> vertebrae;
    SpineFrame sacral_endplate;
    float sacral_endplate_half_width = 26.0F;
    float sacral_endplate_half_depth = 16.0F;

    /// The frame half way between a body's lower and the next one's upper endplate.
    [[nodiscard]] SpineFrame disc(std::size_t vertebra_above) const;
};

/// Reads vertebrae.toml. Fails, naming file and line.
[[nodiscard]] Result<Spine> load_spine(const std::filesystem::path& figures_folder);

}  // namespace dorsum::sculpt
