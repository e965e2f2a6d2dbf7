// Whether the posed hands touch the skin as hands do, on the shipped bodies and one that is none of them, at many
// instants of every shipped lesson.

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>
#include <string>

#include "body/breathing_shape.h"
#include "catch.h"
#include "scene/hand_drape.h"
#include "scene/hands_on_bodies.h"

using namespace dorsum;
using namespace dorsum::scene;
using namespace dorsum::scene::test;

namespace {

constexpr std::array lessons{"back-massage", "ten-minutes", "twelve-zones", "two-minutes"};

/// Broader than the reference man, and wavy along the spine.
mesh::Model deformed_man() {
    mesh::Model model = shipped_model("reference.glb");
    for (mesh::ModelPart& part : model.parts) {
        for (glm::vec3& at : part.mesh.positions) {
            at.z += 0.008F * std::sin(at.y * 14.0F);
            at.x *= 1.12F;
        }
        part.mesh.normals.clear();
    }
    return model;
}

struct Gaps {
    float floating_mm = 0.0F;
    float sinking_mm = 0.0F;
    glm::vec3 floating{0.0F};  ///< place of the hand that floats most
    glm::vec3 sinking{0.0F};   ///< and of the one that sinks in most
};

/// Of what touches a flat skin: how far it is above or below the dented one. Where the skin falls away from the plane
/// of the hand by more than 30 degrees fingers reach over an edge and are not asked.
Gaps gaps_of(const Subject& subject, const Scene& scene, const HandShown& hand) {
    constexpr float touching_m = 0.0008F;
    constexpr int wrist_mm = 20;
    const int faded_mm = hand.pose == HandPose::forearm ? 225 : 140;  // towards the elbow: not seen, not asked
    const HandModel& model = subject.hands->poses.at(static_cast<std::size_t>(hand.pose));
    Gaps gaps;
    for (std::size_t i = 0; i < hand.positions.size(); i += 3) {
        const bool hangs_free = hand.pose == HandPose::forearm && model.mesh.tints[i].r < wrist_mm;
        if (model.mesh.positions[i].z > touching_m || model.mesh.tints[i].r > faded_mm || hangs_free) {
            continue;
        }
        const glm::vec3 at = hand.positions[i] - body::breathing_displacement(hand.positions[i], scene.chest_rise);
        const auto skin = subject.body->skin->nearest(at, 0.05F);
        constexpr float falls_away = 0.866F;  // cosine to the plane of the hand: beyond the edge of a shoulder or flank
        if (!skin || glm::dot(skin->smooth_normal, hand.frame.out) < falls_away) {
            continue;
        }
        const float outside_m =
            glm::dot(at - skin->position, skin->smooth_normal) < 0.0F ? -skin->distance : skin->distance;
        const float gap_mm = 1000.0F * (outside_m + pressed_m(scene, skin->position));
        if (gap_mm > gaps.floating_mm) {
            gaps.floating_mm = gap_mm;
            gaps.floating = model.mesh.positions[i];
        }
        if (-gap_mm > gaps.sinking_mm) {
            gaps.sinking_mm = -gap_mm;
            gaps.sinking = model.mesh.positions[i];
        }
    }
    return gaps;
}

/// A fingertip beside the edge of a shoulder may float a little more than 4 mm, hardly ever and never 6.
void check_contacts(const Subject& subject) {
    int seen = 0;
    int far = 0;
    for (std::size_t step = 0; step < subject.choreography->steps.size(); ++step) {
        const double round_s = subject.choreography->steps[step].round_s;
        for (int i = 0; i < 24; ++i) {
            const double time_s = round_s * (i + 0.37) / 24.0;
            const Scene scene = scene_at(subject, static_cast<int>(step), time_s);
            for (const HandShown& hand : scene.hands) {
                if (!presses(scene, hand)) {
                    continue;
                }
                const Gaps gaps = gaps_of(subject, scene, hand);
                CAPTURE(step, time_s, static_cast<int>(hand.pose), static_cast<int>(hand.hand), gaps.floating.x,
                        gaps.floating.y, gaps.sinking.x, gaps.sinking.y);
                CHECK(gaps.floating_mm < 6.0F);
                ++seen;
                far += gaps.floating_mm < 4.0F ? 0 : 1;
                CHECK(gaps.sinking_mm < 6.0F);
            }
        }
    }
    CHECK(100 * far < 2 * seen);
}

}  // namespace

TEST_CASE("Hands that press neither float over the skin nor sink through it, on every body that ships") {
    const auto hands = shipped_hands();
    for (const char* body : {"reference", "woman", "heavy"}) {
        for (const char* lesson : lessons) {
            CAPTURE(body, lesson);
            check_contacts(
                subject_with_hands(shipped_model(std::string(body) + ".glb"), shipped_lesson(lesson), hands));
        }
    }
}

TEST_CASE("Fists and forearms lie on the skin as palms do") {
    const auto hands = shipped_hands();
    for (const char* body : {"reference", "heavy"}) {
        for (const char* contact : {"knuckles", "forearm"}) {
            CAPTURE(body, contact);
            check_contacts(subject_with_hands(shipped_model(std::string(body) + ".glb"), lesson_of(contact), hands));
        }
    }
}

TEST_CASE("Hands follow a back that is formed otherwise") {
    check_contacts(subject_with_hands(deformed_man(), shipped_lesson("back-massage"), shipped_hands()));
}

TEST_CASE("Hands move smoothly: in a hundredth of a second no part of one jumps") {
    const Subject subject =
        subject_with_hands(shipped_model("reference.glb"), shipped_lesson("back-massage"), shipped_hands());
    for (std::size_t step = 0; step < subject.choreography->steps.size(); ++step) {
        for (const double time_s : {0.7, 2.3, 4.1, 6.6, 9.2}) {
            const Scene one = scene_at(subject, static_cast<int>(step), time_s);
            const Scene two = scene_at(subject, static_cast<int>(step), time_s + 0.01);
            REQUIRE(one.hands.size() == two.hands.size());
            for (std::size_t hand = 0; hand < one.hands.size(); ++hand) {
                if (one.hands[hand].pose != two.hands[hand].pose) {
                    continue;
                }
                float farthest_m = 0.0F;
                for (std::size_t i = 0; i < one.hands[hand].positions.size(); ++i) {
                    farthest_m =
                        std::max(farthest_m, glm::distance(one.hands[hand].positions[i], two.hands[hand].positions[i]));
                }
                CAPTURE(step, time_s);
                CHECK(farthest_m < 0.006F);
            }
        }
    }
}

TEST_CASE("Skin flushes where a hand has pressed, fades within six seconds, and nothing is flushed before") {
    const Subject subject =
        subject_with_hands(shipped_model("reference.glb"), shipped_lesson("back-massage"), shipped_hands());
    const lesson::Choreography& choreography = *subject.choreography;
    CHECK(flushes_at(choreography, 1, 0.0).empty());
    const auto flushes = flushes_at(choreography, 1, 5.2);
    REQUIRE_FALSE(flushes.empty());
    CHECK(flushes.size() <= static_cast<std::size_t>(most_flushes));
    CHECK(flushes.front().strength > flushes.back().strength);
    CHECK(flushes_at(choreography, 1, 5.2).front().centre == flushes.front().centre);
}

TEST_CASE("Where the skin ends under the fingers, as over a shoulder, they reach out over it and do not run down it") {
    mesh::TriangleMesh plate;  // its edge lies 40 mm before the contact
    plate.positions = {{-0.3F, -0.3F, 0.0F}, {0.3F, -0.3F, 0.0F}, {0.3F, 0.04F, 0.0F}, {-0.3F, 0.04F, 0.0F}};
    plate.indices = {0, 1, 2, 0, 2, 3};
    const mesh::SpatialIndex skin(plate);
    SkinUnderHand::Nodes all;
    all.set();
    const SkinUnderHand under(skin, HandFrame{}, all, 0.0F);
    CHECK(std::abs(under.at({0.0F, 0.0F}).height_m) < 0.002F);
    for (float along_m = -0.06F; along_m < 0.12F; along_m += 0.004F) {
        CAPTURE(along_m);
        CHECK(under.at({0.0F, along_m}).slope.y > -1.15F);
    }
}
