#include "scene/ribbons.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "scene/palette.h"

namespace dorsum::scene {

namespace {

constexpr int columns = 7;
constexpr float resting_opacity = 0.92F;  // less would be hard to read on some skin
constexpr float arrow_gap_m = 0.12F;      // between arrowheads, about: as in shaders/ribbon.frag

using lesson::Hand;
using lesson::Pass;
using lesson::Stroke;

const lesson::HandNow* hand_on(const lesson::Moment& moment, const Stroke& stroke) {
    const auto& hand = stroke.hand == Hand::left ? moment.left : moment.right;
    return hand && hand->stroke_index == stroke.index ? &*hand : nullptr;
}

/// The direction of travel at a point of the path.
glm::vec3 travel(const Stroke& stroke, const std::size_t i) {
    const std::size_t before = i == 0 ? 0 : i - 1;
    const std::size_t after = std::min(i + 1, stroke.path.size() - 1);
    return tangent(stroke.path[after].position - stroke.path[before].position, stroke.path[i].normal);
}

/// Every how many points of the path the ribbon has a row: about 6 mm apart follow any back closely enough.
std::size_t row_stride(const Stroke& stroke) {
    constexpr float row_m = 0.006F;
    const std::size_t gaps = stroke.path.size() - 1;
    std::size_t stride = 1;
    while (gaps % (2 * stride) == 0 &&
           stroke.length_m * static_cast<float>(2 * stride) <= row_m * static_cast<float>(gaps)) {
        stride *= 2;
    }
    return stride;
}

/// One row of a ribbon: from the path's point outwards to both sides over the skin.
void set_row(PatchVertex* row, const mesh::SpatialIndex& skin, const SkinStep& middle, const float along_m,
             const float column_m) {
    constexpr int half_columns = columns / 2;
    const auto set = [&](const int column, const SkinStep& step) {
        PatchVertex& vertex = row[column + half_columns];
        vertex.position = step.position + step.normal * patch_lift_m;
        vertex.normal = step.normal;
        vertex.along = along_m;
        vertex.across = static_cast<float>(column) / static_cast<float>(half_columns);
    };
    set(0, middle);
    for (const int side : {-1, 1}) {
        SkinStep step = middle;
        step.heading *= static_cast<float>(side);
        for (int column = 1; column <= half_columns; ++column) {
            step = walk(skin, step, column_m);
            set(side * column, step);
        }
    }
}

/// How far the arrowheads have flowed along: half as fast as the hand, and whole gaps by the end of the stroke, so
/// that they neither jump there nor where it begins.
float flow_m(const Stroke& stroke, const float progress) {
    const float gaps = std::max(1.0F, std::floor(stroke.length_m / arrow_gap_m + 0.5F));
    return progress * std::max(1.0F, std::floor(gaps * 0.5F)) * stroke.length_m / gaps;
}

float glow_at(const Stroke& stroke, const float progress, const PatchVertex& like, const RibbonMotion& motion) {
    const bool under_way = like.emphasis > 0.0F;
    if (!motion.moves) {
        return under_way ? 1.0F : 0.0F;
    }
    if (under_way && progress >= like.done_m) {
        return 1.0F;  // ahead of the hand, where the shader shows none, so that it starts in full at the hand
    }
    float strongest = 0.0F;
    for (const Wake& wake : motion.wakes) {
        if (wake.hand == stroke.hand && wake.stroke_index == stroke.index) {
            strongest = std::max(strongest, strength_at(wake, progress));
        }
    }
    return strongest;
}

void add_ribbon(PatchSet& patches, const mesh::SpatialIndex& skin, const Stroke& stroke, const PatchVertex& like,
                const RibbonMotion& motion) {
    constexpr float shortest_m = 0.005F;  // a holding has no ribbon
    if (stroke.path.size() < 2 || stroke.length_m < shortest_m) {
        return;
    }
    const std::size_t stride = row_stride(stroke);
    const std::size_t rows = (stroke.path.size() - 1) / stride + 1;
    const std::size_t first = patches.vertices.size();
    patches.vertices.resize(first + rows * columns, like);
    constexpr int half_columns = columns / 2;
    const float column_m = like.half_width_m / static_cast<float>(half_columns);
    float along_m = 0.0F;
    for (std::size_t i = 0, row = 0; row < rows; ++i) {
        if (i > 0) {
            along_m += glm::distance(stroke.path[i].position, stroke.path[i - 1].position);
        }
        if (i % stride == 0) {
            const SkinStep middle{stroke.path[i].position, stroke.path[i].normal,
                                  glm::cross(travel(stroke, i), stroke.path[i].normal)};
            PatchVertex* const vertices = &patches.vertices[first + row * columns];
            set_row(vertices, skin, middle, along_m, column_m);
            const float progress = static_cast<float>(row) / static_cast<float>(rows - 1);
            const float glow = glow_at(stroke, progress, like, motion);
            std::for_each(vertices, vertices + columns, [glow](PatchVertex& vertex) { vertex.glow = glow; });
            ++row;
        }
    }
    for (std::size_t i = first; i < patches.vertices.size(); ++i) {
        patches.vertices[i].length_m = along_m;
        patches.vertices[i].done_m = like.done_m * along_m;  // a share until here
    }
    add_grid_indices(patches, static_cast<std::uint32_t>(first), static_cast<int>(rows), columns);
}

/// Where a stroke stands in its round, seen from what its hand does now.
enum class Turn { done, under_way, to_come };

Turn turn_of(const Stroke& stroke, const lesson::StepOnBody& step, const lesson::Moment& moment) {
    if (hand_on(moment, stroke) != nullptr) {
        return Turn::under_way;
    }
    const auto now = std::find_if(step.strokes.begin(), step.strokes.end(), [&](const Stroke& other) {
        return other.hand == stroke.hand && hand_on(moment, other) != nullptr;
    });
    return now != step.strokes.end() && stroke.start_s > now->start_s ? Turn::to_come : Turn::done;
}

PatchVertex look_of(const Stroke& stroke, const Turn turn, const lesson::HandNow* hand, const bool any_under_way,
                    const bool moves) {
    PatchVertex like;
    const bool working = stroke.pass == Pass::working;
    const bool greyed = turn == Turn::done && any_under_way;
    like.colour = glm::vec4{greyed ? done_core(stroke.hand) : ribbon_core(stroke.hand),
                            turn == Turn::under_way || !any_under_way ? 1.0F : resting_opacity};
    like.flow_m = turn == Turn::under_way && moves ? flow_m(stroke, hand->progress) : 0.0F;
    like.emphasis = turn == Turn::under_way ? 1.0F : 0.0F;
    // Without a hand nothing is to come: the ribbons show the paths.
    like.done_m = turn == Turn::under_way ? hand->progress : (turn == Turn::to_come ? 0.0F : 1.0F);
    like.half_width_m = ribbon_half_width_m(stroke.pass, stroke.pressure);
    like.kind = static_cast<std::uint32_t>(working ? PatchKind::working_ribbon : PatchKind::return_ribbon);
    return like;
}

/// Of a step with many strokes only the return that is under way or comes next is drawn: all of them at
/// once would hide the order in which the working passes follow each other.
bool is_drawn(const Stroke& stroke, const lesson::StepOnBody& step, const lesson::Moment& moment) {
    constexpr std::size_t few = 4;
    if (stroke.pass == Pass::working || step.strokes.size() <= few || hand_on(moment, stroke) != nullptr) {
        return true;
    }
    const auto same_hand = [&](const Stroke& other) { return other.hand == stroke.hand; };
    const auto before = std::find_if(std::make_reverse_iterator(step.strokes.begin() + (&stroke - step.strokes.data())),
                                     step.strokes.rend(), same_hand);
    return before != step.strokes.rend() && hand_on(moment, *before) != nullptr;
}

}  // namespace

float ribbon_half_width_m(const Pass pass, const int pressure) {
    // A return is told by its dashes and keeps the width of the lightest touch. At the full pressure the
    // ribbons of two thumbs beside the spine still lie side by side.
    const int shown = pass == Pass::light_return ? 1 : std::clamp(pressure, 0, 5);
    return 0.0105F + 0.0022F * static_cast<float>(shown);
}

void add_ribbons(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::StepOnBody& step,
                 const lesson::Moment& moment, const RibbonMotion& motion) {
    const bool any_under_way = moment.left.has_value() || moment.right.has_value();
    const auto add_those = [&](const Pass pass, const bool under_way) {
        for (const Stroke& stroke : step.strokes) {
            const lesson::HandNow* hand = hand_on(moment, stroke);
            if (stroke.pass == pass && (hand != nullptr) == under_way && is_drawn(stroke, step, moment)) {
                const Turn turn = turn_of(stroke, step, moment);
                add_ribbon(patches, skin, stroke, look_of(stroke, turn, hand, any_under_way, motion.moves), motion);
            }
        }
    };
    // The wide below the narrow, so that no arrowhead of a return is hidden; of each what is under way on top.
    add_those(Pass::working, false);
    add_those(Pass::working, true);
    add_those(Pass::light_return, false);
    add_those(Pass::light_return, true);
}

}  // namespace dorsum::scene
