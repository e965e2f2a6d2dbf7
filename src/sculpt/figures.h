#pragma once

#include <filesystem>
#include <glm/vec2.hpp>
#include <string>
#include <variant>
#include <vector>

#include "core/error.h"
#include "sculpt/curve.h"
#include "sculpt/relief_brush.h"
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

/// The height of a spinous process and how far it lifts the skin.
struct SpinousProcess {
    std::string level;
    float y_mm = 0.0F;
    float bump_mm = 0.0F;
};

/// The furrow and the columns of muscle beside it, each figure over the height y.
struct Columns {
    std::vector<Knot> furrow_depth;
    std::vector<Knot> crest_x;  ///< where the furrow ends and the column is highest
    std::vector<Knot> column_height;
    std::vector<Knot> column_breadth;  ///< deviation of the column's Gaussian
};

/// What is done to the relief of the back, in order.
struct Blur {
    float deviation_mm = 0.0F;
};
using Stroke = std::variant<Bump, Ridge, Sheet, Blur, Columns>;

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

/// Everything that the reference body is built from, as figures.toml has it: millimetres in the
/// body frame, the right side only, since the left is its mirror image.
struct Figures {
    std::vector<Section> sections;  ///< from the feet to the head
    std::vector<SpinousProcess> spinous_processes;
    std::vector<Belly> bellies;
    std::vector<Stroke> relief;
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
[[nodiscard]] Section section_at(const Figures& figures, float y_mm);

}  // namespace dorsum::sculpt
