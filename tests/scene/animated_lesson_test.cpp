#include "scene/animated_lesson.h"

#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "mesh/import.h"
#include "scene/hands_on_bodies.h"
#include "scene/test_subject.h"
#include "temporary_folder.h"

using namespace dorsum;
using mesh::Clip;
using mesh::Track;

namespace {

/// The test subject with the words of a lesson.
scene::Subject told_subject() {
    scene::Subject subject = test::make_test_subject();
    lesson::Lesson lesson;
    lesson.title = "Whole";
    for (const char* title : {"Prepare", "Down", "Up"}) {
        lesson::Step step;
        step.title = title;
        lesson.steps.push_back(step);
    }
    for (const lesson::ZoneOnBody& zone : subject.choreography->zones) {
        lesson::Zone told;
        told.number = zone.number;
        told.organ = "Organ";
        lesson.zones.push_back(told);
    }
    subject.lesson = std::make_shared<const lesson::Lesson>(std::move(lesson));
    return subject;
}

/// A value of a track as a player shows it that does not blend.
template <typename T>
const T& value_at(const Track& track, const std::vector<T>& values, const float time_s) {
    const auto next = std::ranges::upper_bound(track.times_s, time_s);
    const auto index = std::max<std::ptrdiff_t>(next - track.times_s.begin() - 1, 0);
    return values.at(static_cast<std::size_t>(index));
}

float shown_at(const Clip& clip, const std::size_t part, const float time_s) {
    for (const Track& track : clip.tracks) {
        if (track.part == part && !track.shown.empty()) {
            return value_at(track, track.shown, time_s);
        }
    }
    return 0.0F;
}

std::size_t part_named(const mesh::AnimatedModel& model, const std::string& name) {
    const auto found = std::ranges::find(model.parts, name, &mesh::AnimatedPart::name);
    REQUIRE(found != model.parts.end());
    return static_cast<std::size_t>(found - model.parts.begin());
}

}  // namespace

TEST_CASE("an animated lesson has a clip for the whole and one for each step, as long as they last") {
    const scene::Subject subject = told_subject();
    const mesh::AnimatedModel model = scene::animated_lesson(subject);
    const auto& steps = subject.choreography->steps;
    REQUIRE(model.clips.size() == steps.size() + 1);
    const auto length_s = [](const Clip& clip) {
        float last = 0.0F;
        for (const Track& track : clip.tracks) {
            CHECK(std::ranges::is_sorted(track.times_s, std::less_equal<>{}));
            last = std::max(last, track.times_s.back());
        }
        return static_cast<double>(last);
    };
    CHECK(length_s(model.clips.front()) == Approx(subject.choreography->duration_s()).margin(0.001));
    for (std::size_t step = 0; step < steps.size(); ++step) {
        CHECK(model.clips[step + 1].name == std::to_string(step + 1) + " " + subject.lesson->steps[step].title);
        CHECK(length_s(model.clips[step + 1]) == Approx(steps[step].duration_s).margin(0.001));
    }
}

TEST_CASE("of an animated lesson a step's strokes are seen while it plays, and the zones while nothing does") {
    const scene::Subject subject = told_subject();
    const mesh::AnimatedModel model = scene::animated_lesson(subject);
    const std::size_t stroke = part_named(model, "2.1 right hand");
    CHECK_FALSE(model.shown_at_rest[stroke]);
    CHECK(model.shown_at_rest[part_named(model, "1 " + subject.lesson->zones.front().organ)]);
    const auto& steps = subject.choreography->steps;
    const auto before = static_cast<float>(steps[0].duration_s);
    const auto during = before + static_cast<float>(steps[1].duration_s);
    const Clip& whole = model.clips.front();
    CHECK(shown_at(whole, stroke, 0.0F) == 0.0F);
    CHECK(shown_at(whole, stroke, before + 0.2F) == 1.0F);
    CHECK(shown_at(whole, stroke, during + 0.2F) == 0.0F);
    CHECK(shown_at(model.clips[2], stroke, 0.0F) == 1.0F);
}

TEST_CASE("no property of a part is said twice in one clip, which glTF forbids") {
    const mesh::AnimatedModel model = scene::animated_lesson(told_subject());
    for (const Clip& clip : model.clips) {
        std::vector<std::pair<std::size_t, int>> said;
        for (const Track& track : clip.tracks) {
            const auto say = [&](const bool is_said, const int property) {
                if (is_said) {
                    said.emplace_back(track.part, property);
                }
            };
            say(!track.translations.empty(), 0);
            say(!track.rotations.empty(), 1);
            say(!track.morph_weights.empty(), 2);
            say(!track.shown.empty(), 3);
        }
        std::ranges::sort(said);
        CHECK(std::ranges::adjacent_find(said) == said.end());
    }
}

TEST_CASE("the hands of an animated lesson lie where the program lays them, but for how they bend with the skin") {
    const scene::Subject subject =
        scene::test::subject_with_hands(scene::test::shipped_model("reference.glb"),
                                        scene::test::shipped_lesson("two-minutes"), scene::test::shipped_hands());
    const mesh::AnimatedModel model = scene::animated_lesson(subject);
    int hands = 0;
    for (const Track& way : model.clips.at(2).tracks) {
        if (way.rotations.empty()) {
            continue;
        }
        ++hands;
        const mesh::AnimatedPart& part = model.parts[way.part];
        const auto side = part.name.ends_with("left hand") ? lesson::Hand::left : lesson::Hand::right;
        for (std::size_t i = 0; i < way.times_s.size(); i += 12) {
            const scene::Scene scene = scene::test::scene_at(subject, 1, static_cast<double>(way.times_s[i]));
            const auto shown = std::ranges::find(scene.hands, side, &scene::HandShown::hand);
            REQUIRE(shown != scene.hands.end());
            REQUIRE(shown->positions.size() == part.mesh.positions.size());
            const auto& flexibility = subject.hands->poses.at(static_cast<std::size_t>(shown->pose)).flexibility;
            float sum_m = 0.0F;
            float weight = 0.0F;
            for (std::size_t vertex = 0; vertex < shown->positions.size(); ++vertex) {
                const glm::vec3 played = way.rotations[i] * part.mesh.positions[vertex] + way.translations[i];
                sum_m += flexibility[vertex] * glm::distance(played, shown->positions[vertex]);
                weight += flexibility[vertex];
            }
            // A hand that does not bend lies up to 16 mm beside one that bends over the root of the neck.
            CHECK(sum_m / weight < 0.020F);
        }
    }
    CHECK(hands == 2);
}

TEST_CASE("an animated lesson is a GLB file that is read back with all its parts") {
    const test::TemporaryFolder folder;
    const mesh::AnimatedModel model = scene::animated_lesson(told_subject());
    const auto file = folder / "lesson.glb";
    REQUIRE(mesh::export_animated_glb(model, file));
    const auto read = mesh::import_model(file);
    REQUIRE(read);
    // What has a scale of 0 is not there to be seen.
    CHECK(static_cast<std::ptrdiff_t>(read->parts.size()) >= std::ranges::count(model.shown_at_rest, true));
    REQUIRE_FALSE(mesh::export_animated_glb(model, "/no/such/folder/lesson.glb"));
    CHECK_FALSE(mesh::export_animated_glb({{mesh::AnimatedPart{}}, {true}, {}}, folder / "empty.glb"));
    CHECK(folder.file_count() == 1);
}
