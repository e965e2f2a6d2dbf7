#include "scene/hands_on_bodies.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "catch.h"
#include "mesh/import.h"

namespace dorsum::scene::test {

mesh::Model shipped_model(const std::string& file) {
    auto model = mesh::import_model(std::string(DORSUM_TEST_ASSETS) + "/body/" + file);
    REQUIRE(model);
    return *std::move(model);
}

std::shared_ptr<const HandModels> shipped_hands() {
    auto models = hand_models_from(shipped_model("hand_poses.glb"));
    REQUIRE(models);
    return std::make_shared<const HandModels>(*std::move(models));
}

lesson::Lesson shipped_lesson(const std::string& name) {
    lesson::LessonReading reading = lesson::read_lesson(std::string(DORSUM_TEST_ASSETS) + "/lessons/" + name + ".toml");
    REQUIRE(reading.lesson);
    return *std::move(reading.lesson);
}

lesson::Lesson lesson_of(const std::string& contact) {
    std::string text = R"(format = 1
title = "Fists and forearms"
purpose = "To see how they lie"
advice = ["Be calm"]
cautions = ["Be careful"]
[breath]
default_per_min = 6
)";
    const auto stroke = [&](const std::string& path) {
        text += "[[step]]\ntitle = \"A\"\ncaption = \"A\"\ntext = \"A\"\n[[step.stroke]]\ncontact = \"" + contact +
                "\"\npass = \"working\"\nduration_s = 9\npressure = 3\npath = [" + path + "]\n";
    };
    stroke(R"({level = "L4", lateral_mm = 70}, {level = "T9", lateral_mm = 60}, {level = "T6", lateral_mm = 60})");
    stroke(R"({level = "T6", lateral_mm = 80}, {level = "T11", lateral_mm = 90}, {level = "L3", lateral_mm = 110})");
    lesson::LessonReading reading = lesson::parse_lesson(text, "fists.toml");
    for (const auto& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.lesson);
    return *std::move(reading.lesson);
}

Subject subject_with_hands(mesh::Model model, lesson::Lesson lesson, const std::shared_ptr<const HandModels>& hands) {
    auto body = body::make_body(std::move(model));
    REQUIRE(body);
    const double rate = lesson.breath_per_min;
    return make_subject(*std::move(body), std::make_shared<const lesson::Lesson>(std::move(lesson)), rate, hands);
}

Scene scene_at(const Subject& subject, const int step, const double time_s) {
    State state = initial_state(subject, 1.6F);
    state.step = step;
    state.time_s = time_s;
    return compose(state, subject, {1280.0F, 720.0F});
}

bool presses(const Scene& scene, const HandShown& hand) {
    const auto& now = hand.hand == lesson::Hand::left ? scene.moment.left : scene.moment.right;
    return now->lift_m <= 0.0F && now->press >= 0.5F;
}

float pressed_m(const Scene& scene, const glm::vec3 on_skin) {
    float depth = 0.0F;
    for (const HandShown& hand : scene.hands) {
        for (const SkinDent& dent : hand.dents) {
            const glm::vec3 away = (on_skin - dent.centre) / dent.radius_m;
            depth += dent.depth_m * std::exp(-0.5F * glm::dot(away, away));
        }
    }
    return depth;
}

}  // namespace dorsum::scene::test
