#pragma once

#include <array>
#include <glm/mat4x4.hpp>
#include <optional>
#include <string>
#include <vector>

#include "body/body.h"
#include "body/landmark_file.h"
#include "body/reference_figures.h"

namespace dorsum::body {

/// How a model comes into the body frame, and where the levels then lie.
struct Placement {
    mesh::Axis up = mesh::Axis::plus_y;
    mesh::Axis facing = mesh::Axis::minus_z;
    float unit_m = 1.0F;
    float scale = 1.0F;  ///< against the reference adult
    glm::mat4 body_from_model{1.0F};
    std::array<float, level_count> heights{};  ///< y of C4 to S4, metres, strictly falling
    float confidence = 0.0F;                   ///< of the heights that were not given
    std::vector<GivenLandmark> given;          ///< positions in the body frame
    std::vector<std::string> warnings;
    std::string why_no_person;  ///< a translated sentence where nothing of a person is seen; else empty
};

/// By what the shape of the model tells. A model that is tilted against its axes is brought upright, unless the person
/// at the screen says how it lies.
[[nodiscard]] Placement place_by_shape(const std::vector<const mesh::TriangleMesh*>& skin, const mesh::AxisHints& hints,
                                       const AxisOverrides& overrides);

/// By landmarks that were given with the model, and the origin where the file names it. A model of which neither the
/// file nor the person at the screen says how it lies is brought upright, as by place_by_shape(). Empty when the
/// landmarks do not name two levels in the right order.
[[nodiscard]] std::optional<Placement> place_by_landmarks(const LandmarkFile& file,
                                                          const std::vector<const mesh::TriangleMesh*>& skin,
                                                          const mesh::AxisHints& hints, const AxisOverrides& overrides);

/// Takes over landmarks that were given for a model which was placed by its shape, where they are too few to place it:
/// the levels among them move to where they were given, those between and beyond them go along.
/// @return false, and nothing is taken over, where the levels would then not follow one another from head to hips
[[nodiscard]] bool adapt_to_landmarks(Placement& placement, const LandmarkFile& file, const mesh::AxisHints& hints,
                                      const AxisOverrides& overrides);

/// A height on the reference adult, carried over to a body with these levels.
[[nodiscard]] float height_from_reference(const std::array<float, level_count>& heights, float reference_y);

}  // namespace dorsum::body
