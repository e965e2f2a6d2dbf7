#include "scene/labels.h"

#include <glm/geometric.hpp>

#include "body/breathing_shape.h"
#include "body/place_landmarks.h"
#include "body/set_landmarks.h"
#include "core/fill.h"
#include "core/translate.h"
#include "lesson/safety_words.h"
#include "scene/landmark_marks.h"
#include "scene/marks.h"

namespace dorsum::scene {

namespace {

/// Where a point of the skin lands in the picture, if it can be seen there.
std::optional<glm::vec2> seen_at(const Scene& scene, const glm::vec3 position, const glm::vec3 normal) {
    constexpr float clearance_m = 0.008F;
    constexpr float least_facing = 0.2F;  // seen more from the side than that, nobody can tell what a label means
    const glm::vec3 eye_position = eye(scene.camera);
    const glm::vec3 to_eye = eye_position - position;
    const float distance_m = glm::length(to_eye);
    if (distance_m <= clearance_m || glm::dot(to_eye, normal) <= least_facing * distance_m) {
        return std::nullopt;
    }
    const auto pixel =
        project(scene.camera, position + body::breathing_displacement(position, scene.chest_rise), scene.size_px);
    if (is_cut_away(scene.cut, position)) {
        return std::nullopt;
    }
    if (!pixel || pixel->x < 0.0F || pixel->y < 0.0F || pixel->x > scene.size_px.x || pixel->y > scene.size_px.y) {
        return std::nullopt;
    }
    const glm::vec3 origin = position + normal * clearance_m;
    if (scene.body->skin->first_hit(origin, glm::normalize(eye_position - origin), distance_m)) {
        return std::nullopt;
    }
    return pixel;
}

bool shows(const State& state, const Layer layer) {
    return state.layers.test(static_cast<std::size_t>(layer));
}

void add_zone_labels(std::vector<Label>& labels, const State& state, const Subject& subject, const Scene& scene) {
    for (const lesson::ZoneOnBody& zone : subject.choreography->zones) {
        if (!is_zone_visible(state, zone.number)) {
            continue;
        }
        if (const auto pixel = seen_at(scene, zone.point.position, zone.point.normal)) {
            labels.push_back(
                {LabelKind::zone, zone.number, std::to_string(zone.number), *pixel, zone_emphasis(state, zone.number)});
        }
    }
}

void add_landmark_labels(std::vector<Label>& labels, const State& state, const Scene& scene) {
    for (const ShownLandmark& shown : shown_landmarks(state, *scene.body)) {
        if (const auto pixel = seen_at(scene, shown.position, shown.normal)) {
            // Vertebrae go by their short names, everything else by its own.
            const body::Landmark& landmark = *shown.landmark;
            const bool found = shown.confidence < body::set_by_hand;
            labels.push_back({LabelKind::landmark, 0,
                              landmark.id.size() <= 3 ? landmark.id : body::landmark_name(landmark.id), *pixel,
                              shown.hovered ? 1.0F : 0.0F, found ? confidence_text(shown.confidence) : ""});
        }
    }
}

void add_hand_labels(std::vector<Label>& labels, const Scene& scene) {
    const auto add = [&](const std::optional<lesson::HandNow>& hand, const char* letter) {
        if (!hand) {
            return;
        }
        body::SkinPoint over = back_of_hand(*scene.body->skin, *hand);
        for (const HandShown& shown : scene.hands) {
            over = shown.hand == hand->hand ? shown.middle : over;
        }
        if (const auto pixel = seen_at(scene, over.position, over.normal)) {
            labels.push_back({LabelKind::hand, 0, letter, *pixel, 1.0F});
        }
    };
    add(scene.moment.left, tr("L"));
    add(scene.moment.right, tr("R"));
}

/// The length of each way that is measured, whether or not other labels are shown: it was asked for.
void add_distance_labels(std::vector<Label>& labels, const State& state, const Scene& scene) {
    const Measurement& measured = state.measurement;
    for (std::size_t i = 0; measured.on && i < measured.ways.size(); ++i) {
        const SkinWay& way = *measured.ways[i];
        const auto pixel = way.patch ? seen_at(scene, way.middle, way.middle_normal) : std::nullopt;
        if (pixel) {
            labels.push_back({LabelKind::distance, 0, distance_text(way.length_m), *pixel, 1.0F,
                              fill(tr("(straight {0})"), {distance_text(way.straight_m)})});
        }
    }
}

}  // namespace

std::vector<Label> make_labels(const State& state, const Subject& subject, const Scene& scene) {
    std::vector<Label> labels;
    if (!scene.body || !scene.body->skin) {
        return labels;
    }
    add_distance_labels(labels, state, scene);
    // While a quiz asks, a label could tell.
    if (question_open(state.quiz) != nullptr || !shows(state, Layer::labels)) {
        return labels;
    }
    if (shows(state, Layer::landmarks)) {
        add_landmark_labels(labels, state, scene);
    }
    if (shows(state, Layer::safety) && subject.safety) {
        for (const SafetyOverlay::Name& name : subject.safety->names()) {
            if (const auto pixel = seen_at(scene, name.point.position, name.point.normal)) {
                labels.push_back({LabelKind::safety, 0, lesson::short_title(*name.region), *pixel, 0.0F});
            }
        }
    }
    if (shows(state, Layer::zones) && subject.choreography) {
        add_zone_labels(labels, state, subject, scene);
    }
    if (shows(state, Layer::hands)) {
        add_hand_labels(labels, scene);
    }
    return labels;
}

}  // namespace dorsum::scene
