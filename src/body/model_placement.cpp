#include "body/model_placement.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

#include "body/find_axes.h"
#include "body/level.h"
#include "body/measure_body.h"
#include "body/outline.h"
#include "body/person.h"
#include "body/upright.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

glm::mat4 similarity(const glm::mat3& rotation, const float unit_m, const glm::vec3 origin_m) {
    glm::mat4 matrix(rotation * unit_m);
    matrix[3] = glm::vec4(-origin_m, 1.0F);
    return matrix;
}

/// The place of a whole level in the table of heights.
std::optional<int> table_index(const std::string& id) {
    const auto level = parse_level(id);
    if (!level || level->number != std::floor(level->number) || level->number < static_cast<float>(level_first) ||
        level->number > static_cast<float>(level_last)) {
        return std::nullopt;
    }
    return static_cast<int>(level->number) - level_first;
}

struct SpineEnds {
    const GivenLandmark* upper = nullptr;
    const GivenLandmark* lower = nullptr;
    int upper_index = level_count;
    int lower_index = -1;
};

SpineEnds spine_ends(const std::vector<GivenLandmark>& landmarks) {
    SpineEnds ends;
    for (const GivenLandmark& landmark : landmarks) {
        const auto index = table_index(landmark.id);
        if (index && *index < ends.upper_index) {
            ends.upper = &landmark;
            ends.upper_index = *index;
        }
        if (index && *index > ends.lower_index) {
            ends.lower = &landmark;
            ends.lower_index = *index;
        }
    }
    return ends;
}

/// The sum of the ways from each left landmark to its right twin.
glm::vec3 leftwards_to_right(const std::vector<GivenLandmark>& landmarks) {
    glm::vec3 sum(0.0F);
    for (const GivenLandmark& landmark : landmarks) {
        if (landmark.id.ends_with("_right")) {
            sum += landmark.position_m;
        } else if (landmark.id.ends_with("_left")) {
            sum -= landmark.position_m;
        }
    }
    return sum;
}

/// The nearest levels with a value at or above and at or below a level; -1 and level_count where there is none.
struct Neighbours {
    int above;
    int below;
};

Neighbours neighbours_of(const int level, const std::array<std::optional<float>, level_count>& values) {
    Neighbours found{level, level};
    while (found.above >= 0 && !values[found.above]) {
        --found.above;
    }
    while (found.below < level_count && !values[found.below]) {
        ++found.below;
    }
    return found;
}

/// Heights of all levels by those given; between them in the proportions of the reference adult.
std::array<float, level_count> complete_heights(const std::array<std::optional<float>, level_count>& given,
                                                const float scale) {
    const auto& reference = reference_heights();
    std::array<float, level_count> heights{};
    for (int i = 0; i < level_count; ++i) {
        const auto [above, below] = neighbours_of(i, given);
        if (above == below) {
            heights[i] = *given[i];
        } else if (above < 0 || below >= level_count) {
            const int known = above < 0 ? below : above;
            heights[i] = *given[known] + (reference[i] - reference[known]) * scale;
        } else {
            const float share = (reference[i] - reference[above]) / (reference[below] - reference[above]);
            heights[i] = *given[above] + share * (*given[below] - *given[above]);
        }
    }
    return heights;
}

/// Up and where it is known facing: by the person at the screen, else by the file, else by how the landmarks lie. Empty
/// where the landmarks contradict the person.
std::optional<AxisOverrides> axes_by_landmarks(const LandmarkFile& file, const SpineEnds& ends,
                                               const AxisOverrides& overrides) {
    AxisOverrides known = overrides;
    const glm::vec3 upwards = ends.upper->position_m - ends.lower->position_m;
    known.up = overrides.up ? overrides.up : (file.up ? file.up : nearest_axis(upwards));
    known.facing = overrides.facing ? overrides.facing : file.facing;
    const auto along_up = [&](const mesh::Axis axis) {
        return std::abs(glm::dot(mesh::direction(axis), mesh::direction(*known.up))) > 0.5F;
    };
    if (known.facing && along_up(*known.facing)) {
        if (overrides.facing) {
            return std::nullopt;
        }
        known.facing.reset();
    }
    if (const glm::vec3 right = leftwards_to_right(file.landmarks); !known.facing && glm::length(right) > 0.0F) {
        known.facing = nearest_axis(-glm::cross(right, mesh::direction(*known.up)));
        if (along_up(*known.facing)) {
            known.facing.reset();
        }
    }
    return known;
}

/// Where the landmarks say the origin of the body frame is, in rotated metres.
glm::vec3 origin_by_landmarks(const std::array<std::optional<float>, level_count>& heights,
                              const std::vector<GivenLandmark>& rotated, const float scale) {
    constexpr int t12 = 19 - level_first;
    glm::vec3 origin(0.0F);
    origin.y = complete_heights(heights, scale)[t12] - reference_heights()[t12] * scale;
    float nearest = 1.0e30F;
    for (const GivenLandmark& landmark : rotated) {
        if (const auto index = table_index(landmark.id);
            index && static_cast<float>(std::abs(*index - t12)) < nearest) {
            nearest = static_cast<float>(std::abs(*index - t12));
            origin.x = landmark.position_m.x;
            origin.z = landmark.position_m.z - reference_t12_skin_z_m * scale;
        }
    }
    return origin;
}

/// A person whom somebody wants to see upside down is one all the same.
std::string missing_person(const Silhouette& silhouette) {
    return why_no_person(person_signs(silhouette, find_outline(silhouette)));
}

/// None where nothing is turned.
std::vector<mesh::TriangleMesh> turned_copies(const std::vector<const mesh::TriangleMesh*>& skin,
                                              const glm::mat3& turn) {
    std::vector<mesh::TriangleMesh> copies;
    if (turn == glm::mat3(1.0F)) {
        return copies;
    }
    for (const mesh::TriangleMesh* mesh : skin) {
        mesh::TriangleMesh copy{mesh->positions, {}, mesh->indices};
        for (glm::vec3& position : copy.positions) {
            position = turn * position;
        }
        copies.push_back(std::move(copy));
    }
    return copies;
}

/// The same again with model and landmarks brought upright together.
std::optional<Placement> place_turned(const LandmarkFile& file, const Placement& as_it_lies, const glm::mat3& turn,
                                      const std::vector<const mesh::TriangleMesh*>& skin, const mesh::AxisHints& hints,
                                      const AxisOverrides& overrides) {
    LandmarkFile upright = file;
    upright.up = as_it_lies.up;
    upright.facing = as_it_lies.facing;
    for (GivenLandmark& landmark : upright.landmarks) {
        landmark.position_m = turn * landmark.position_m;
    }
    if (upright.origin_m) {
        upright.origin_m = turn * *upright.origin_m;
    }
    const std::vector<mesh::TriangleMesh> copies = turned_copies(skin, turn);
    std::vector<const mesh::TriangleMesh*> turned_skin;
    for (const mesh::TriangleMesh& copy : copies) {
        turned_skin.push_back(&copy);
    }
    auto placement = place_by_landmarks(upright, turned_skin, hints, overrides);
    if (placement) {
        placement->body_from_model = placement->body_from_model * glm::mat4(turn);
    }
    return placement;
}

}  // namespace

Placement place_by_shape(const std::vector<const mesh::TriangleMesh*>& skin, const mesh::AxisHints& hints,
                         const AxisOverrides& overrides) {
    const bool told = overrides.up || overrides.facing;
    const glm::mat3 turn = told ? glm::mat3(1.0F) : upright_rotation(skin);
    const std::vector<mesh::TriangleMesh> turned = turned_copies(skin, turn);
    std::vector<const mesh::TriangleMesh*> upright = skin;
    for (std::size_t i = 0; i < turned.size(); ++i) {
        upright[i] = &turned[i];
    }
    const FoundAxes axes = find_axes(upright, hints, overrides);
    const Outline outline = find_outline(axes.silhouette);
    const Measures measures = measure_body(axes, outline, hints, overrides);
    Placement placement;
    placement.why_no_person = missing_person(told ? find_axes(skin, hints, {}).silhouette : axes.silhouette);
    placement.up = axes.up;
    placement.facing = axes.facing;
    placement.unit_m = measures.unit_m;
    placement.scale = measures.scale;
    placement.body_from_model =
        similarity(body_rotation(axes.up, axes.facing) * turn, measures.unit_m, measures.origin * measures.unit_m);
    for (int i = 0; i < level_count; ++i) {
        placement.heights[i] = reference_heights()[i] * measures.scale;
    }
    placement.confidence = measures.confidence;
    placement.warnings = measures.warnings;
    constexpr float doubtful = 0.1F;
    if (axes.up_confidence < doubtful) {
        placement.warnings.emplace_back(tr("Which way the head lies is uncertain. Give --up if it is wrong."));
    }
    if (axes.facing_confidence < 2.0F * doubtful) {
        placement.warnings.emplace_back(tr("Which side is the back is uncertain. Give --facing if it is wrong."));
    }
    return placement;
}

std::optional<Placement> place_by_landmarks(const LandmarkFile& file,
                                            const std::vector<const mesh::TriangleMesh*>& skin,
                                            const mesh::AxisHints& hints, const AxisOverrides& overrides) {
    const SpineEnds ends = spine_ends(file.landmarks);
    if (ends.upper == nullptr || ends.upper_index >= ends.lower_index) {
        return std::nullopt;
    }
    const auto known = axes_by_landmarks(file, ends, overrides);
    if (!known) {
        return std::nullopt;
    }
    Placement placement;
    placement.unit_m = overrides.unit_m.value_or(file.unit_m.value_or(hints.unit_m.value_or(1.0F)));
    placement.up = *known->up;
    placement.facing = known->facing ? *known->facing : find_axes(skin, hints, *known).facing;
    const glm::mat3 rotation = body_rotation(placement.up, placement.facing);

    std::array<std::optional<float>, level_count> heights;
    placement.given = file.landmarks;
    // The positions were given in metres of the file's own unit; another unit takes them along.
    const float stretch =
        overrides.unit_m ? *overrides.unit_m / file.unit_m.value_or(hints.unit_m.value_or(1.0F)) : 1.0F;
    for (GivenLandmark& landmark : placement.given) {
        landmark.position_m = rotation * landmark.position_m * stretch;
        if (const auto index = table_index(landmark.id)) {
            heights[*index] = landmark.position_m.y;
        }
    }
    const auto& reference = reference_heights();
    placement.scale = (*heights[ends.upper_index] - *heights[ends.lower_index]) /
                      (reference[ends.upper_index] - reference[ends.lower_index]);
    if (!(placement.scale > 0.0F)) {
        return std::nullopt;
    }
    const bool told = overrides.up || overrides.facing || file.up || file.facing;
    if (!told) {
        if (const glm::mat3 turn = upright_rotation(skin); turn != glm::mat3(1.0F)) {
            return place_turned(file, placement, turn, skin, hints, overrides);
        }
    }
    const glm::vec3 origin = file.origin_m ? rotation * *file.origin_m * stretch
                                           : origin_by_landmarks(heights, placement.given, placement.scale);
    placement.body_from_model = similarity(rotation, placement.unit_m, origin);
    for (GivenLandmark& landmark : placement.given) {
        landmark.position_m -= origin;
    }
    placement.heights = complete_heights(heights, placement.scale);
    for (float& height : placement.heights) {
        height -= origin.y;
    }
    placement.confidence = 0.8F;
    const bool falling = std::adjacent_find(placement.heights.begin(), placement.heights.end(),
                                            [](float a, float b) { return a <= b; }) == placement.heights.end();
    return falling ? std::optional(placement) : std::nullopt;
}

bool adapt_to_landmarks(Placement& placement, const LandmarkFile& file, const mesh::AxisHints& hints,
                        const AxisOverrides& overrides) {
    const float file_unit_m = overrides.unit_m.value_or(file.unit_m.value_or(hints.unit_m.value_or(placement.unit_m)));
    std::vector<GivenLandmark> given = file.landmarks;
    std::array<std::optional<float>, level_count> moved{};
    for (GivenLandmark& landmark : given) {
        landmark.position_m = glm::vec3(placement.body_from_model * glm::vec4(landmark.position_m / file_unit_m, 1.0F));
        if (const auto index = table_index(landmark.id)) {
            moved[*index] = landmark.position_m.y - placement.heights[*index];
        }
    }
    std::array<float, level_count> heights = placement.heights;
    for (int i = 0; i < level_count; ++i) {
        const auto [above, below] = neighbours_of(i, moved);
        if (above < 0 && below >= level_count) {
            break;
        }
        if (above < 0 || below >= level_count || above == below) {
            heights[i] += *moved[above < 0 ? below : above];
        } else {
            const float share = (placement.heights[i] - placement.heights[above]) /
                                (placement.heights[below] - placement.heights[above]);
            heights[i] += *moved[above] + share * (*moved[below] - *moved[above]);
        }
    }
    const auto rises = [](const float upper, const float lower) { return upper <= lower; };
    if (std::adjacent_find(heights.begin(), heights.end(), rises) != heights.end()) {
        return false;
    }
    placement.heights = heights;
    placement.given = std::move(given);
    return true;
}

float height_from_reference(const std::array<float, level_count>& heights, const float reference_y) {
    const auto& reference = reference_heights();
    int below = 1;
    while (below < level_count - 1 && reference[below] > reference_y) {
        ++below;
    }
    const float share = (reference_y - reference[below]) / (reference[below - 1] - reference[below]);
    return heights[below] + share * (heights[below - 1] - heights[below]);
}

}  // namespace dorsum::body
