#include "scene/hand_give.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "scene/hand_models.h"

namespace dorsum::scene {

namespace {

// Heel, heads of the metacarpals, fingers.
constexpr std::array palm_spots{PressingSpot{{0.0F, -0.036F}, 0.026F, 0.80F},
                                PressingSpot{{0.0F, 0.026F}, 0.026F, 0.65F},
                                PressingSpot{{0.002F, 0.088F}, 0.027F, 0.55F}};
constexpr std::array thumb_spots{PressingSpot{{0.0F, 0.0F}, 0.015F, 1.0F}};
constexpr std::array fingertip_spots{PressingSpot{{-0.016F, 0.006F}, 0.016F, 0.85F},
                                     PressingSpot{{0.018F, -0.008F}, 0.016F, 0.75F}};
constexpr std::array knuckle_spots{PressingSpot{{-0.017F, 0.0F}, 0.020F, 0.80F},
                                   PressingSpot{{0.018F, 0.0F}, 0.020F, 0.75F}};
constexpr std::array forearm_spots{PressingSpot{{0.0F, -0.055F}, 0.032F, 0.65F},
                                   PressingSpot{{0.0F, 0.0F}, 0.030F, 0.50F},
                                   PressingSpot{{0.0F, 0.055F}, 0.028F, 0.60F}};

}  // namespace

float flexibility_at(const HandPose pose, const glm::vec3 at, const float towards_elbow_mm) {
    switch (pose) {
        case HandPose::flat_palm:
            // The forearm is straight, and so is the wrist.
            return glm::smoothstep(60.0F, 12.0F, towards_elbow_mm);
        case HandPose::thumbs:
            // The pad adapts, and each finger that rests beside it turns about its knuckle; the palm between is stiff.
            return std::max(std::clamp((0.045F - glm::length(at)) / 0.030F, 0.0F, 1.0F),
                            glm::smoothstep(-0.062F, -0.008F, at.y + 0.6F * (at.x - 0.080F)));
        case HandPose::fingertips:
            // Each finger turns about its knuckle until its pad lies on the skin.
            return std::clamp((at.y + 0.095F) / 0.075F, 0.0F, 1.0F);
        case HandPose::knuckles:
            return glm::smoothstep(0.060F, 0.020F, at.z);
        case HandPose::forearm:
            // Bones are straight, the flesh below them is not.
            return glm::smoothstep(0.036F, 0.004F, at.z) * glm::smoothstep(0.120F, 0.090F, std::abs(at.y));
    }
    return 0.0F;
}

glm::vec2 anchor_of(const HandPose pose) {
    return pose == HandPose::flat_palm ? glm::vec2(0.0F, -0.062F) : glm::vec2(0.0F);
}

std::optional<StraightPart> straight_part_of(const HandPose pose) {
    return pose == HandPose::forearm ? std::optional(StraightPart{-0.100F, 0.105F}) : std::nullopt;
}

std::optional<Hinge> hinge_of(const HandPose pose) {
    switch (pose) {
        case HandPose::flat_palm:
            return Hinge{anchor_of(pose).y, -1.0F, true, 0.0F, 0.24F};
        case HandPose::thumbs:
            return Hinge{-0.115F, -1.0F, false, 0.005F, 0.15F};
        case HandPose::forearm:
            return Hinge{0.095F, 1.0F};
        case HandPose::fingertips:
        case HandPose::knuckles:
            break;  // their forearms rise steeply
    }
    return std::nullopt;
}

std::span<const PressingSpot> pressing_spots(const HandPose pose) {
    switch (pose) {
        case HandPose::flat_palm:
            return palm_spots;
        case HandPose::thumbs:
            return thumb_spots;
        case HandPose::fingertips:
            return fingertip_spots;
        case HandPose::knuckles:
            return knuckle_spots;
        case HandPose::forearm:
            return forearm_spots;
    }
    return {};
}

float sinking_at(const HandPose pose, const glm::vec3 at) {
    float sum = 0.0F;
    for (const PressingSpot& spot : pressing_spots(pose)) {
        const glm::vec2 away = (glm::vec2(at) - spot.place_m) / spot.radius_m;
        sum += spot.share * std::exp(-0.5F * glm::dot(away, away));
    }
    return sum;
}

}  // namespace dorsum::scene
