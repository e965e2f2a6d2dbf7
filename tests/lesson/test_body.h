#pragma once

#include <memory>

#include "body/body.h"
#include "lesson/choreography.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

/// A plain trunk with neck and head, made of ellipses after the figures of a man 1.75 m tall, times
/// `scale`.
[[nodiscard]] std::shared_ptr<const body::Body> test_body(float scale = 1.0F);

/// The lesson that the program ships.
[[nodiscard]] const Lesson& bundled_lesson();

/// How far a point lies from the skin of a body, in millimetres.
[[nodiscard]] float distance_to_skin_mm(const body::Body& body, glm::vec3 position);

}  // namespace dorsum::lesson
