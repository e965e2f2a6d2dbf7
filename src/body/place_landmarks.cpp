#include "body/place_landmarks.h"

#include <algorithm>
#include <cmath>

#include "body/place.h"
#include "body/skin_chart.h"
#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

constexpr const char* gluteal_cleft_id = "gluteal_cleft";
/// Bones beside the spine and folds of the skin vary more than the levels do.
constexpr float less_sure = 0.7F;

/// Finds the skin over a bone point of the reference adult, on one side of this body.
std::optional<glm::vec3> skin_over(const Body& body, const Placement& placement, const ReferencePoint& point,
                                   const int side) {
    glm::vec3 bone(point.position.x * placement.scale * static_cast<float>(side),
                   height_from_reference(placement.heights, point.position.y), point.position.z * placement.scale);
    if (point.seen_from.x != 0.0F) {
        return side_point(*body.chart, bone.y, side);
    }
    const float away = 0.5F * placement.scale;
    const auto hit = body.skin->first_hit(bone + point.seen_from * away, -point.seen_from, 2.0F * away);
    return hit ? std::optional(hit->position) : std::nullopt;
}

/// The waist is where the trunk is narrowest between the tenth ribs and the iliac crests; on a trunk that has no waist,
/// half-way between them.
std::optional<glm::vec3> find_waist(const Body& body, const Placement& placement, const int side) {
    const auto half_way = side_point(*body.chart, height_from_reference(placement.heights, -0.092F), side);
    constexpr float plainly_narrower = 0.97F;
    std::optional<glm::vec3> narrowest = half_way;
    const float low = height_from_reference(placement.heights, -0.13F);
    const float high = height_from_reference(placement.heights, -0.055F);
    for (float y = low; y < high; y += body.chart->row_step) {
        const auto point = side_point(*body.chart, y, side);
        if (point && (!narrowest || std::abs(point->x) < std::abs(narrowest->x))) {
            narrowest = point;
        }
    }
    return half_way && std::abs(narrowest->x) > plainly_narrower * std::abs(half_way->x) ? half_way : narrowest;
}

/// Where the cleft of the buttocks begins: from S3 downwards, the first height at which the midline lies plainly deeper
/// than the skin beside it. Where none shows (the skin ends, or is too smooth), the height of the reference adult.
glm::vec3 find_gluteal_cleft(const Body& body, const Placement& placement) {
    const float scale = placement.scale;
    const float away = 0.5F * scale;
    const auto depth_at = [&](const float x, const float y) {
        const auto hit = body.skin->first_hit({x, y, away}, {0.0F, 0.0F, -1.0F}, 2.0F * away);
        return hit ? std::optional(hit->position) : std::nullopt;
    };
    const float beside = 0.03F * scale;
    constexpr float plain_m = 0.009F;
    constexpr float reference_y_m = -0.262F;
    const float lowest = height_from_reference(placement.heights, -0.30F);
    for (float y = height_from_reference(placement.heights, -0.2443F); y > lowest; y -= 0.002F * scale) {
        const auto middle = depth_at(0.0F, y);
        const auto right = depth_at(beside, y);
        const auto left = depth_at(-beside, y);
        if (middle && right && left && 0.5F * (right->z + left->z) - middle->z > plain_m * scale) {
            return *middle;
        }
    }
    const float y = height_from_reference(placement.heights, reference_y_m);
    return depth_at(0.0F, y).value_or(glm::vec3(0.0F, y, reference_t12_skin_z_m * scale));
}

std::string level_name(const Level level) {
    return fill(level.number < 7.0F ? tr("nape over {0}") : tr("spinous process of {0}"), {to_string(level)});
}

/// @return whether it was given
bool add_given(std::vector<Landmark>& landmarks, const Body& body, const Placement& placement, const std::string& id) {
    const auto given = std::find_if(placement.given.begin(), placement.given.end(),
                                    [&](const GivenLandmark& candidate) { return candidate.id == id; });
    if (given == placement.given.end()) {
        return false;
    }
    const float reach = 0.03F * placement.scale;
    const auto on_skin = body.skin->nearest(given->position_m, reach);
    landmarks.push_back({id, landmark_name(id), on_skin ? on_skin->position : given->position_m, given->confidence});
    return true;
}

}  // namespace

std::string landmark_name(const std::string& id) {
    if (const auto level = parse_level(id)) {
        return level_name(*level);
    }
    if (id == gluteal_cleft_id) {
        return tr("top of the gluteal cleft");
    }
    for (const ReferencePoint& point : reference_points()) {
        if (id == std::string(point.id) + "_right") {
            return fill(tr("{0}, {1}"), {tr(point.name), tr("right")});
        }
        if (id == std::string(point.id) + "_left") {
            return fill(tr("{0}, {1}"), {tr(point.name), tr("left")});
        }
    }
    return id;
}

std::vector<Landmark> place_landmarks(const Body& body, const Placement& placement) {
    std::vector<Landmark> landmarks;
    for (int number = level_first; number <= level_last; ++number) {
        const Level level{static_cast<float>(number)};
        const std::string id = to_string(level);
        if (!add_given(landmarks, body, placement, id)) {
            if (const auto point = skin_point(body, {level, 0.0F})) {
                landmarks.push_back({id, landmark_name(id), point->position, placement.confidence});
            }
        }
    }
    for (const ReferencePoint& point : reference_points()) {
        for (const int side : {1, -1}) {
            const std::string id = std::string(point.id) + (side > 0 ? "_right" : "_left");
            if (add_given(landmarks, body, placement, id)) {
                continue;
            }
            const bool is_waist = std::string(point.id) == "waist";
            if (const auto found =
                    is_waist ? find_waist(body, placement, side) : skin_over(body, placement, point, side)) {
                const auto on_skin = body.skin->nearest(*found, 0.03F * placement.scale);
                landmarks.push_back(
                    {id, landmark_name(id), on_skin ? on_skin->position : *found, less_sure * placement.confidence});
            }
        }
    }
    if (!add_given(landmarks, body, placement, gluteal_cleft_id)) {
        const glm::vec3 found = find_gluteal_cleft(body, placement);
        if (const auto on_skin = body.skin->nearest(found, 0.03F * placement.scale)) {
            landmarks.push_back({gluteal_cleft_id, landmark_name(gluteal_cleft_id), on_skin->position,
                                 less_sure * placement.confidence});
        }
    }
    return landmarks;
}

}  // namespace dorsum::body
