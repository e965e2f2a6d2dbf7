#include "scene/hand_models.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>

#include "mesh/coarser_levels.h"
#include "scene/hand_give.h"

namespace dorsum::scene {

namespace {

// In the order of HandPose.
constexpr std::array pose_names{"hand_flat_palm", "hand_thumbs", "hand_fingertips", "hand_knuckles", "hand_forearm"};

glm::vec3 middle_of(const mesh::TriangleMesh& mesh) {
    glm::vec3 sum(0.0F);
    for (const glm::vec3 position : mesh.positions) {
        sum += position;
    }
    return sum / static_cast<float>(std::max<std::size_t>(mesh.positions.size(), 1));
}

/// Of slices 30 mm apart beyond the hinge.
std::vector<Underside> stiff_end_of(const mesh::TriangleMesh& mesh, const Hinge& hinge) {
    constexpr std::array distances_m{0.040F, 0.070F, 0.100F, 0.130F};
    constexpr float half_slice_m = 0.008F;
    std::vector<Underside> result;
    for (const float distance_m : distances_m) {
        const float at_y_m = hinge.at_y_m + hinge.way * distance_m;
        Underside lowest{{0.0F, at_y_m}, std::numeric_limits<float>::max()};
        for (const glm::vec3 at : mesh.positions) {
            if (std::abs(at.y - at_y_m) < half_slice_m && at.z < lowest.height_m) {
                lowest = {{at.x, at_y_m}, at.z};
            }
        }
        if (lowest.height_m < std::numeric_limits<float>::max()) {
            result.push_back(lowest);
        }
    }
    return result;
}

HandModel with_give(mesh::TriangleMesh mesh, const HandPose pose) {
    HandModel model;
    model.mesh = std::move(mesh);
    model.mesh.coarser = mesh::quarters_of(model.mesh);
    model.middle = middle_of(model.mesh);
    for (std::size_t i = 0; i < model.mesh.positions.size(); ++i) {
        const glm::vec3 at = model.mesh.positions[i];
        const float towards_elbow_mm = model.mesh.tints.empty() ? 0.0F : static_cast<float>(model.mesh.tints[i].r);
        model.flexibility.push_back(flexibility_at(pose, at, towards_elbow_mm));
        model.sinking.push_back(sinking_at(pose, at));
        if (model.flexibility.back() > 0.0F) {
            constexpr float beside_m = SkinUnderHand::step_m;
            for (const glm::vec2 beside : {glm::vec2(beside_m, 0.0F), glm::vec2(0.0F, beside_m)}) {
                model.nodes |= SkinUnderHand::nodes_around(glm::vec2(at) + beside);
                model.nodes |= SkinUnderHand::nodes_around(glm::vec2(at) - beside);
            }
        }
    }
    const glm::vec2 anchor = anchor_of(pose);
    model.nodes |= SkinUnderHand::nodes_around(anchor);
    if (const auto straight = straight_part_of(pose)) {
        model.nodes |= SkinUnderHand::nodes_around({anchor.x, straight->from_y_m});
        model.nodes |= SkinUnderHand::nodes_around({anchor.x, straight->to_y_m});
    }
    if (const auto hinge = hinge_of(pose)) {
        model.stiff_end = stiff_end_of(model.mesh, *hinge);
        for (const Underside& underside : model.stiff_end) {
            model.nodes |= SkinUnderHand::nodes_around(underside.place);
        }
    }
    return model;
}

}  // namespace

std::optional<HandModels> hand_models_from(mesh::Model model) {
    HandModels models;
    for (std::size_t pose = 0; pose < pose_names.size(); ++pose) {
        const auto part = std::ranges::find_if(
            model.parts, [&](const mesh::ModelPart& each) { return each.name == pose_names.at(pose); });
        if (part == model.parts.end() || part->mesh.indices.empty()) {
            return std::nullopt;
        }
        models.poses.at(pose) = with_give(std::move(part->mesh), static_cast<HandPose>(pose));
    }
    return models;
}

HandPose pose_for(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
            break;
        case lesson::Contact::thumb:
            return HandPose::thumbs;
        case lesson::Contact::fingertips:
            return HandPose::fingertips;
        case lesson::Contact::knuckles:
            return HandPose::knuckles;
        case lesson::Contact::forearm:
            return HandPose::forearm;
    }
    return HandPose::flat_palm;
}

}  // namespace dorsum::scene
