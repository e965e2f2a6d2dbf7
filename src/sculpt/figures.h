#pragma once

#include <filesystem>
#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "core/error.h"
#include "sculpt/curve.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {

/// One horizontal section of trunk or neck.
struct Section {
    float y_mm = 0.0F;
    float half_breadth = 0.0F;
    float side_z = 0.0F;           ///< z of the widest place
    float back_z = 0.0F;           ///< z of the back beside the furrow
    float front_z = 0.0F;          ///< z of the front-most place
    float back_squareness = 2.0F;  ///< exponent of the superellipse; 2 is an ellipse
    float front_squareness = 2.0F;
};

/// The tip of a spinous process, which the skin's landmark of that level lies behind.
struct SpinousProcess {
    std::string level;
    float y_mm = 0.0F;
    float z_mm = 0.0F;
};

/// One of the rounded masses that make the head.
struct HeadMass {
    glm::vec3 centre{0.0F};
    glm::vec3 half_axes{1.0F};
    float blend_mm = 10.0F;
};

/// A landmark of the right side: the first skin on the way from `from` to `towards`.
struct Sighting {
    std::string id;
    glm::vec3 from{0.0F};
    glm::vec3 towards{0.0F};
};

/// Everything that the reference body is built from, as figures/skin.toml has it: millimetres in the
/// body frame, the right side only, since the left is its mirror image.
struct Figures {
    std::vector<Section> sections;  ///< from the feet to the head
    std::vector<SpinousProcess> spinous_processes;
    std::vector<Belly> bellies;
    std::vector<HeadMass> head;
    std::vector<Knot> hairline;  ///< lowest y of the hair over z
    float hair_mm = 0.0F;
    std::vector<Sighting> sightings;
    float table_top_z = 0.0F;
    float skin_end_y = 0.0F;  ///< where the skin is cut through the thighs, below the towel
    float towel_top_y = 0.0F;
};

/// Fails, naming file and line, where the file is missing, no TOML, or lacks a figure.
[[nodiscard]] Result<Figures> load_figures(const std::filesystem::path& path);

/// The section at any height between those given.
[[nodiscard]] Section section_at(const std::vector<Section>& sections, float y_mm);

}  // namespace dorsum::sculpt
