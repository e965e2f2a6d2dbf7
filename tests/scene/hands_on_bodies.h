#pragma once

#include <memory>
#include <string>

#include "mesh/mesh.h"
#include "scene/scene.h"

namespace dorsum::scene::test {

/// A model of assets/body.
[[nodiscard]] mesh::Model shipped_model(const std::string& file);

[[nodiscard]] std::shared_ptr<const HandModels> shipped_hands();

[[nodiscard]] lesson::Lesson shipped_lesson(const std::string& name);

/// Strokes of knuckles or a forearm over loins, ribs and shoulder blades.
[[nodiscard]] lesson::Lesson lesson_of(const std::string& contact);

[[nodiscard]] Subject subject_with_hands(mesh::Model model, lesson::Lesson lesson,
                                         const std::shared_ptr<const HandModels>& hands);

[[nodiscard]] Scene scene_at(const Subject& subject, int step, double time_s);

/// Whether a hand lies on the skin and presses at that moment.
[[nodiscard]] bool presses(const Scene& scene, const HandShown& hand);

/// How deep a place of the skin is pressed, metres.
[[nodiscard]] float pressed_m(const Scene& scene, glm::vec3 on_skin);

}  // namespace dorsum::scene::test
