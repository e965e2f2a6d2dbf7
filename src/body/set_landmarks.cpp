#include "body/set_landmarks.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <string>
#include <utility>

#include "body/body_assembly.h"
#include "body/find_axes.h"
#include "body/model_placement.h"
#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

constexpr float alike = 1.0e-5F;  // of numbers about 1

template <typename Matrix>
bool is_identity(const Matrix& matrix, const float tolerance) {
    const Matrix rest = matrix - Matrix(1.0F);
    for (int i = 0; i < Matrix::length(); ++i) {
        if (glm::length(rest[i]) > tolerance) {
            return false;
        }
    }
    return true;
}

/// What brought a tilted model upright before its axes were taken; the identity for most.
glm::mat3 upright_turn(const Body& body) {
    const glm::mat3 rotation = glm::mat3(body.body_from_model) / body.unit_m;
    const glm::mat3 turn = glm::transpose(body_rotation(body.up, body.facing)) * rotation;
    return is_identity(turn, alike) ? glm::mat3(1.0F) : turn;
}

GivenLandmark in_model(const Body& body, const std::string& id, const glm::vec3 position, const float confidence) {
    return {id, body.to_model(position) * body.unit_m, confidence};
}

bool names(const std::vector<GivenLandmark>& landmarks, const std::string& id) {
    return std::any_of(landmarks.begin(), landmarks.end(),
                       [&id](const GivenLandmark& landmark) { return landmark.id == id; });
}

/// Those that the caller sets, then those that were set before.
std::vector<GivenLandmark> all_by_hand(const Body& body, const std::vector<GivenLandmark>& by_hand) {
    std::vector<GivenLandmark> all = by_hand;
    for (const Landmark& landmark : body.landmarks) {
        if (landmark.confidence >= set_by_hand && !names(by_hand, landmark.id)) {
            all.push_back(in_model(body, landmark.id, landmark.position, landmark.confidence));
        }
    }
    return all;
}

Placement placement_of(const Body& body) {
    Placement placement;
    placement.up = body.up;
    placement.facing = body.facing;
    placement.unit_m = body.unit_m;
    placement.scale = body.scale_to_reference;
    placement.body_from_model = body.body_from_model;
    for (int i = 0; i < level_count; ++i) {
        placement.heights[i] = body.spine[static_cast<std::size_t>(i)].y;
    }
    return placement;
}

/// The skin over the midline at a height; where it has a gap, as deep as the reference adult's.
glm::vec3 on_midline(const Body& body, const float y) {
    const float away = 0.5F * body.scale_to_reference;
    const auto hit = body.skin->first_hit({0.0F, y, away}, {0.0F, 0.0F, -1.0F}, 2.0F * away);
    return hit ? hit->position : glm::vec3(0.0F, y, reference_t12_skin_z_m * body.scale_to_reference);
}

/// Adds every level that is not named, at these heights, so that the placement has nothing left to guess.
void add_levels(std::vector<GivenLandmark>& landmarks, const Body& body,
                const std::array<float, level_count>& heights) {
    for (int i = 0; i < level_count; ++i) {
        const std::string id = to_string(Level{static_cast<float>(level_first + i)});
        if (!names(landmarks, id)) {
            const Landmark* known = find_landmark(body, id);
            landmarks.push_back(
                in_model(body, id, on_midline(body, heights[i]), known != nullptr ? known->confidence : 0.0F));
        }
    }
}

/// In the model's coordinates, in metres: where it is, but on the midline that T12 says where a person has moved that.
glm::vec3 origin_with(const Body& body, const std::vector<GivenLandmark>& by_hand) {
    glm::vec3 origin(0.0F);
    for (const GivenLandmark& landmark : by_hand) {
        if (landmark.id == "T12") {
            origin.x = (body.body_from_model * glm::vec4(landmark.position_m / body.unit_m, 1.0F)).x;
        }
    }
    return body.to_model(origin) * body.unit_m;
}

/// As the same landmarks and origin in a file beside the model would place it.
std::optional<Placement> placed_by(const Body& body, LandmarkFile file) {
    const glm::mat3 turn = upright_turn(body);
    file.unit_m = body.unit_m;
    file.up = body.up;
    file.facing = body.facing;
    for (GivenLandmark& landmark : file.landmarks) {
        landmark.position_m = turn * landmark.position_m;
    }
    file.origin_m = turn * *file.origin_m;
    auto placement = place_by_landmarks(file, {}, {}, {});
    if (placement) {
        placement->body_from_model = placement->body_from_model * glm::mat4(turn);
    }
    return placement;
}

std::shared_ptr<Body> moved_to(const Body& body, const Placement& placement) {
    auto moved = std::make_shared<Body>(body);
    const glm::mat4 shift = placement.body_from_model * glm::inverse(body.body_from_model);
    if (!is_identity(shift, alike)) {
        for (Part& part : moved->parts) {
            bring_into_frame(part.mesh, shift);
        }
        moved->skin.reset();
        moved->structures = std::make_shared<const StructureIndex>();
    }
    return moved;
}

}  // namespace

Result<std::shared_ptr<const Body>> with_landmarks(const Body& body, const std::vector<GivenLandmark>& by_hand) {
    LandmarkFile file;
    file.unit_m = body.unit_m;
    file.landmarks = all_by_hand(body, by_hand);
    file.origin_m = origin_with(body, by_hand);
    Placement adapted = placement_of(body);
    const bool in_order = adapt_to_landmarks(adapted, file, {}, {});
    if (in_order) {
        add_levels(file.landmarks, body, adapted.heights);
    }
    const auto placement = in_order ? placed_by(body, file) : std::nullopt;
    if (!placement) {
        return failure(body.file, tr("with this landmark the levels would not follow one another from head to hips"),
                       tr("Leave it between its neighbours, or move those first"));
    }
    const std::shared_ptr<Body> moved = moved_to(body, *placement);
    take_measures(*moved, *placement);
    for (Landmark& landmark : moved->landmarks) {
        // How sure the others are has not changed.
        const Landmark* before = find_landmark(body, landmark.id);
        if (before != nullptr && !names(file.landmarks, landmark.id)) {
            landmark.confidence = before->confidence;
        }
    }
    return std::shared_ptr<const Body>(moved);
}

Result<std::shared_ptr<const Body>> as_found(const Body& body) {
    std::vector<const mesh::TriangleMesh*> skin;
    for (const Part& part : body.parts) {
        if (part.role == Role::skin && !part.mesh.indices.empty()) {
            skin.push_back(&part.mesh);
        }
    }
    // The parts lie in the body frame already, whose axes and unit are known.
    Placement placement = place_by_shape(skin, {}, {mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F});
    if (!placement.why_no_person.empty()) {
        return failure(body.file, with_detail(tr("no back found"), placement.why_no_person),
                       tr("Move the landmarks by hand instead"));
    }
    placement.body_from_model = placement.body_from_model * body.body_from_model;
    placement.unit_m = body.unit_m;
    placement.up = body.up;
    placement.facing = body.facing;
    const std::shared_ptr<Body> moved = moved_to(body, placement);
    moved->warnings = placement.warnings;
    take_measures(*moved, placement);
    return std::shared_ptr<const Body>(moved);
}

bool has_landmarks_by_hand(const Body& body) {
    return std::any_of(body.landmarks.begin(), body.landmarks.end(),
                       [](const Landmark& landmark) { return landmark.confidence >= set_by_hand; });
}

LandmarkFile landmark_file_of(const Body& body) {
    constexpr float surest_found = 0.99F;
    LandmarkFile file;
    file.unit_m = body.unit_m;
    file.origin_m = body.to_model(glm::vec3(0.0F)) * body.unit_m;
    if (upright_turn(body) == glm::mat3(1.0F)) {
        // Of a model that was brought upright the file leaves the axes open, so that it is brought upright again.
        file.up = body.up;
        file.facing = body.facing;
    }
    for (const Landmark& landmark : body.landmarks) {
        const float confidence =
            landmark.confidence >= set_by_hand ? 1.0F : std::min(landmark.confidence, surest_found);
        file.landmarks.push_back(in_model(body, landmark.id, landmark.position, confidence));
    }
    return file;
}

}  // namespace dorsum::body
