#pragma once

#include <array>
#include <optional>
#include <vector>

#include "lesson/choreography.h"
#include "mesh/mesh.h"
#include "mesh/spatial_index.h"
#include "scene/hand_drape.h"
#include "scene/skin_pressure.h"

namespace dorsum::scene {

enum class HandPose { flat_palm, thumbs, fingertips, knuckles, forearm };
inline constexpr int hand_pose_count = 5;

/// How low a stiff end of a hand reaches at a place of it: what must clear the skin. In the hand's frame, metres.
struct Underside {
    glm::vec2 place{0.0F};
    float height_m = 0.0F;
};

/// One pose, and what of it gives way.
struct HandModel {
    mesh::TriangleMesh mesh;           ///< see HandModels
    std::vector<float> flexibility;    ///< of each vertex, how far it follows the skin: 0 (stiff) to 1
    std::vector<float> sinking;        ///< of each vertex, its share of the depth to which the skin is pressed
    std::vector<Underside> stiff_end;  ///< of the forearm, or of a hand beyond a working forearm
    SkinUnderHand::Nodes nodes;        ///< where the skin must be known for it
    glm::vec3 middle{0.0F};            ///< of all vertices
};

/// Right hands in metres, the place that touches the skin at the origin, +z out of the skin, fingers to
/// +y, drawn as they lie on a flat skin. A left hand is the mirror image in x. Red of their tints, where they have any,
/// counts the millimetres from 20 mm beyond the crease of the wrist towards the elbow.
struct HandModels {
    std::array<HandModel, hand_pose_count> poses;
};

/// Takes the poses (parts "hand_flat_palm", "hand_thumbs", "hand_fingertips", "hand_knuckles", "hand_forearm") out of
/// a model; empty when one is missing.
[[nodiscard]] std::optional<HandModels> hand_models_from(mesh::Model model);

/// A hand where it is now.
struct HandShown {
    lesson::Hand hand = lesson::Hand::right;
    HandPose pose = HandPose::flat_palm;
    HandFrame frame;                   ///< before the chest rose
    std::vector<glm::vec3> positions;  ///< of the pose's vertices, body frame, the chest risen
    std::vector<glm::vec3> normals;    ///< unit length
    body::SkinPoint middle;            ///< of the hand, and the way its back looks, before the chest rose
    std::vector<SkinDent> dents;       ///< what it presses into the skin
};

[[nodiscard]] HandPose pose_for(lesson::Contact contact);

/// Lays the hands of a moment on the skin: turned to its slope under the whole hand, then bent so that palm and
/// fingers follow it while the forearm stays straight, sunk in with the skin that they press (`pressed`, metres,
/// at the middle of left and right hand's contact), and moved by `chest_rise` (0 to 1) as the skin is. Continuous
/// in time where the strokes are.
[[nodiscard]] std::vector<HandShown> place_hands(const HandModels& models, const mesh::SpatialIndex& skin,
                                                 const lesson::Moment& moment, float chest_rise, Pressed pressed = {});

}  // namespace dorsum::scene
