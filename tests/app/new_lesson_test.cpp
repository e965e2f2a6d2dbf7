#include "app/new_lesson.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace dorsum;

namespace {

lesson::Lesson with_steps(const std::vector<std::string>& titles) {
    lesson::Lesson lesson;
    for (const std::string& title : titles) {
        lesson.steps.emplace_back().title = title;
    }
    return lesson;
}

/// A lesson on nobody, with steps of these lengths.
scene::Subject subject_with(const std::vector<std::string>& titles, const std::vector<double>& durations_s,
                            const std::vector<int>& zones = {}) {
    lesson::Choreography choreography;
    for (const double duration_s : durations_s) {
        choreography.steps.emplace_back().duration_s = duration_s;
    }
    for (const int number : zones) {
        choreography.zones.emplace_back().number = number;
    }
    scene::Subject subject;
    subject.lesson = std::make_shared<const lesson::Lesson>(with_steps(titles));
    subject.choreography = std::make_shared<const lesson::Choreography>(choreography);
    return subject;
}

}  // namespace

TEST_CASE("a step is found again by its title, wherever it went") {
    const lesson::Lesson before = with_steps({"Prepare", "Down", "Up", "Down"});
    CHECK(app::same_step(before, with_steps({"Warm up", "Prepare", "Down", "Up", "Down"}), 2) == 3);
    CHECK(app::same_step(before, with_steps({"Up", "Prepare", "Down"}), 2) == 0);
    // Of two that are called the same, the second stays the second.
    CHECK(app::same_step(before, with_steps({"Down", "Up", "Rest", "Down"}), 3) == 3);
    CHECK(app::same_step(before, with_steps({"Down", "Up", "Rest", "Down"}), 1) == 0);
    CHECK(app::same_step(before, with_steps({"Up", "Down"}), 3) == 1);
}

TEST_CASE("a step that has another title or is gone is sought in its place") {
    const lesson::Lesson before = with_steps({"Prepare", "Down", "Up"});
    CHECK(app::same_step(before, with_steps({"Prepare", "Downwards", "Up"}), 1) == 1);
    CHECK(app::same_step(before, with_steps({"Prepare"}), 2) == 0);
    CHECK(app::same_step(before, with_steps({}), 2) == 0);
    CHECK(app::same_step(before, before, 99) == 2);
}

TEST_CASE("the place in the lesson stays when it is read anew") {
    scene::State state;
    state.step = 1;
    state.step_count = 2;
    state.time_s = 9.0;
    state.playing = true;
    state.playback_speed = 0.5F;
    state.loop_step = true;
    state.camera.distance_m = 0.77F;
    state.flight = scene::Flight{};
    state.selected_zone = 3;
    state.hovered_zone = 7;
    state.zones_shown.set(3);
    state.cautions_open = false;
    const lesson::Lesson before = with_steps({"Prepare", "Down"});

    const scene::State after =
        app::on_new_lesson(state, before, subject_with({"Warm up", "Prepare", "Down"}, {5, 5, 20}, {3, 7}));
    scene::State wanted = state;
    wanted.step = 2;
    wanted.step_count = 3;
    CHECK(after == wanted);

    const scene::State shorter = app::on_new_lesson(state, before, subject_with({"Down"}, {4}, {7}));
    CHECK(shorter.step == 0);
    CHECK(shorter.step_count == 1);
    CHECK(shorter.time_s == 4.0);
    CHECK(shorter.playing);
    CHECK(shorter.selected_zone == 0);
    CHECK(shorter.hovered_zone == 7);
    CHECK(shorter.camera == state.camera);
}

TEST_CASE("who looks at the body and no step goes on doing so") {
    scene::State state;
    state.step = scene::no_step;
    state.step_count = 2;
    const scene::State after =
        app::on_new_lesson(state, with_steps({"Prepare", "Down"}), subject_with({"Prepare"}, {5}));
    CHECK(after.step == scene::no_step);
    CHECK(after.step_count == 1);
}
