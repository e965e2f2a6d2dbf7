#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "lesson/choreography.h"
#include "scene/camera.h"

namespace dorsum::handout {

/// A stroke of one hand as a line over a picture.
struct Arrow {
    int number = 0;  ///< from 1: its place among the strokes of the step; both hands' have the same
    lesson::Hand hand = lesson::Hand::right;
    lesson::Pass pass = lesson::Pass::working;
    bool holds = false;             ///< stays in one place: a ring, no arrow
    std::vector<glm::vec2> points;  ///< in pixels from the top left, evenly along the stroke; of a holding one
};

/// The arrows of a step over a picture that this camera takes, in the order of their numbers. What lies outside of
/// the picture or behind the eye is left out.
[[nodiscard]] std::vector<Arrow> arrows_of(const lesson::StepOnBody& step, const scene::Camera& camera,
                                           glm::vec2 size_px);

/// The part of a picture of this size, of the same proportions, that shows all arrows with room around them, and never
/// less than `least_share` of the picture either way.
struct Part {
    glm::ivec2 low{0};
    glm::ivec2 size{0};
};
[[nodiscard]] Part part_around(const std::vector<Arrow>& arrows, glm::ivec2 size_px, float least_share);

}  // namespace dorsum::handout
