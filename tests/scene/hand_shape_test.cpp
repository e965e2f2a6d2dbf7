// Whether the posed hands stay hands: a straight wrist, no part through the body, no flesh drawn out.

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <string>

#include "body/breathing_shape.h"
#include "catch.h"
#include "scene/hands_on_bodies.h"

using namespace dorsum;
using namespace dorsum::scene;
using namespace dorsum::scene::test;

namespace {

/// The middle of a slice of hand or forearm, by how far it lies towards the elbow (see HandModels).
glm::vec3 slice(const HandModel& model, const std::vector<glm::vec3>& positions, const int from_mm, const int to_mm) {
    glm::vec3 low(1.0e9F);
    glm::vec3 high(-1.0e9F);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const int at_mm = model.mesh.tints[i].r;
        if (at_mm >= from_mm && at_mm <= to_mm) {
            low = glm::min(low, positions[i]);
            high = glm::max(high, positions[i]);
        }
    }
    return 0.5F * (low + high);
}

float degrees_between(const glm::vec3 a, const glm::vec3 b) {
    return glm::degrees(std::acos(std::clamp(glm::dot(glm::normalize(a), glm::normalize(b)), -1.0F, 1.0F)));
}

/// Between the forearm and the root of the hand.
float wrist_deg(const HandModel& model, const std::vector<glm::vec3>& positions) {
    const glm::vec3 forearm = slice(model, positions, 70, 80) - slice(model, positions, 110, 120);
    const glm::vec3 hand = slice(model, positions, 1, 6) - slice(model, positions, 16, 21);
    return degrees_between(forearm, hand);
}

struct Drawn {
    int edges = 0;
    int doubled = 0;  ///< edges that are more than twice as long as in the pose
    float most = 0.0F;
};
Drawn drawn_out(const HandModel& model, const std::vector<glm::vec3>& positions) {
    constexpr float counts_from_m = 0.003F;
    Drawn result;
    for (std::size_t i = 0; i < model.mesh.indices.size(); ++i) {
        const auto a = model.mesh.indices[i];
        const auto b = model.mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
        const float before = glm::distance(model.mesh.positions[a], model.mesh.positions[b]);
        if (before < counts_from_m) {
            continue;
        }
        const float now = glm::distance(positions[a], positions[b]);
        result.edges += 1;
        result.doubled += now > 2.0F * before ? 1 : 0;
        result.most = std::max(result.most, now / before);
    }
    return result;
}

/// Below the skin as it is pressed.
float deepest_part_m(const Subject& subject, const Scene& scene, const HandShown& hand, const int towards_elbow_mm) {
    const HandModel& model = subject.hands->poses.at(static_cast<std::size_t>(hand.pose));
    float deepest_m = 0.0F;
    for (std::size_t i = 0; i < hand.positions.size(); i += 3) {
        const glm::vec3 at = hand.positions[i] - body::breathing_displacement(hand.positions[i], scene.chest_rise);
        const auto skin = subject.body->skin->nearest(at, 0.05F);
        if (skin && model.mesh.tints[i].r <= towards_elbow_mm &&
            glm::dot(at - skin->position, skin->smooth_normal) < 0.0F) {
            deepest_m = std::max(deepest_m, skin->distance - pressed_m(scene, skin->position));
        }
    }
    return deepest_m;
}

/// What must hold at many instants of a lesson.
void check_shapes(const Subject& subject) {
    constexpr float straight_wrist_deg = 30.0F;
    constexpr float deepest_m = 0.006F;
    int edges = 0;
    int long_edges = 0;
    at_instants(subject, [&](const Scene& scene) {
        for (const HandShown& hand : scene.hands) {
            const HandModel& model = subject.hands->poses.at(static_cast<std::size_t>(hand.pose));
            // Then it has faded.
            const int seen_of_forearm_mm = hand.pose == HandPose::forearm  ? 225
                                           : hand.pose == HandPose::thumbs ? 130
                                                                           : 205;
            CAPTURE(static_cast<int>(hand.pose), static_cast<int>(hand.hand));
            if (hand.pose != HandPose::forearm) {  // whose hand hangs free
                CHECK(wrist_deg(model, hand.positions) < straight_wrist_deg);
            }
            const Drawn drawn = drawn_out(model, hand.positions);
            edges += drawn.edges;
            long_edges += drawn.doubled;
            CHECK(drawn.most < 4.0F);
            CHECK(deepest_part_m(subject, scene, hand, seen_of_forearm_mm) < deepest_m);
        }
    });
    CHECK(100 * long_edges < edges);
}

}  // namespace

TEST_CASE("Hands stay hands on every body that ships: wrists straight, nothing through the skin or drawn out") {
    const auto hands = shipped_hands();
    for (const char* body : {"reference", "woman", "heavy"}) {
        const mesh::Model model = shipped_model(std::string(body) + ".glb");
        for (const char* lesson : {"back-massage", "ten-minutes", "twelve-zones", "two-minutes"}) {
            CAPTURE(body, lesson);
            check_shapes(subject_with_hands(model, shipped_lesson(lesson), hands));
        }
        for (const char* contact : {"knuckles", "forearm"}) {
            CAPTURE(body, contact);
            check_shapes(subject_with_hands(model, lesson_of(contact), hands));
        }
    }
}
