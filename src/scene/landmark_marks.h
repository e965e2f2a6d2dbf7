#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <vector>

#include "scene/apply.h"
#include "scene/scene.h"

namespace dorsum::scene {

/// A landmark as the picture shows it: where the mouse or a move that is not yet laid out has it, else the body.
struct ShownLandmark {
    const body::Landmark* landmark = nullptr;
    glm::vec3 position{0.0F};  ///< body frame, on the skin at rest
    glm::vec3 normal{0.0F};
    float confidence = 0.0F;  ///< 1 as soon as a person has moved it
    bool hovered = false;     ///< or dragged
};

/// Those that lie on the skin.
[[nodiscard]] std::vector<ShownLandmark> shown_landmarks(const State& state, const body::Body& body);

/// How sure a landmark is, for people: "62 %", or "set" where a person or the model itself says where it lies.
[[nodiscard]] std::string confidence_text(float confidence);

/// Dots on the landmarks.
void add_landmarks(PatchSet& patches, const State& state, const body::Body& body);

/// The landmark under a pixel of a picture of that size; empty where there is none, or landmarks are not shown.
[[nodiscard]] std::string landmark_under(const State& state, const Subject& subject, glm::vec2 pixel,
                                         glm::vec2 size_px);

/// The skin that is seen at a pixel, where it is at rest.
[[nodiscard]] std::optional<glm::vec3> skin_under(const State& state, const Subject& subject, glm::vec2 pixel,
                                                  glm::vec2 size_px);

}  // namespace dorsum::scene
