#include "scene/hand_models.h"

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

#include "catch.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

/// A board of 8 x 16 cm with its underside at the contact, and a thumb to the left.
mesh::TriangleMesh board() {
    mesh::TriangleMesh board;
    for (int corner = 0; corner < 8; ++corner) {
        board.positions.emplace_back((corner & 1) != 0 ? 0.04F : -0.06F, (corner & 2) != 0 ? 0.08F : -0.08F,
                                     (corner & 4) != 0 ? 0.02F : 0.0F);
    }
    board.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                     2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return board;
}

mesh::Model boards() {
    mesh::Model model;
    for (const char* name : {"hand_flat_palm", "hand_thumbs", "hand_fingertips", "hand_knuckles", "hand_forearm"}) {
        model.parts.push_back({name, board()});
    }
    return model;
}

Subject subject_with_hands() {
    Subject subject = test::make_test_subject();
    subject.hands = std::make_shared<const HandModels>(*hand_models_from(boards()));
    return subject;
}

Scene scene_at(const Subject& subject, const int step, const double time_s) {
    State state = initial_state(subject, 1.6F);
    state.step = step;
    state.time_s = time_s;
    return compose(state, subject, {1280.0F, 720.0F});
}

}  // namespace

TEST_CASE("Hands are shown when all their poses are there") {
    CHECK(hand_models_from(boards()));
    mesh::Model four = boards();
    four.parts.pop_back();
    CHECK_FALSE(hand_models_from(four));
}

TEST_CASE("Both hands lie on the skin where the strokes are, thumbs towards the spine") {
    const Subject subject = subject_with_hands();
    const Scene scene = scene_at(subject, 1, test::mid_stroke_s());
    REQUIRE(scene.hands.size() == 2);
    for (const HandShown& hand : scene.hands) {
        CHECK(hand.pose == HandPose::flat_palm);
        const glm::vec3 contact = hand.frame.contact;
        const auto& now = hand.hand == lesson::Hand::left ? scene.moment.left : scene.moment.right;
        CHECK(glm::distance(contact, now->point.position) < 0.03F);
        const glm::vec3 thumb = hand.frame.place({-0.06F, 0.0F, 0.0F});
        CHECK(std::abs(thumb.x) < std::abs(contact.x));
        CHECK(hand.frame.fingers.y > 0.7F);  // fingers to the head
        CHECK(glm::distance(hand.middle.position, contact) < 0.06F);
        CHECK(glm::dot(hand.frame.out, now->point.normal) > 0.8F);
        const float handedness = glm::determinant(glm::mat3(hand.frame.across, hand.frame.fingers, hand.frame.out));
        CHECK(handedness == Approx(hand.hand == lesson::Hand::right ? 1.0F : -1.0F).margin(1.0e-3));
    }
}

TEST_CASE("Thumbs have a pose of their own, a step without strokes has no hands, and the layer hides them") {
    const Subject subject = subject_with_hands();
    CHECK(scene_at(subject, 2, test::mid_stroke_s()).hands.front().pose == HandPose::thumbs);
    CHECK(scene_at(subject, 0, 1.0).hands.empty());
    State state = initial_state(subject, 1.6F);
    state.step = 1;
    state = apply(state, ShowLayer{Layer::hands, false}, subject, {1280.0F, 720.0F});
    CHECK(compose(state, subject, {1280.0F, 720.0F}).hands.empty());
    CHECK(scene_at(test::make_test_subject(), 1, 1.0).hands.empty());
}
