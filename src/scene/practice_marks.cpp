#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "scene/palette.h"
#include "scene/practice.h"
#include "scene/ribbons.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {
namespace {

constexpr int columns = 5;

/// A place of a ribbon, and how the ribbon looks there.
struct TracePlace {
    glm::vec3 position{0.0F};
    glm::vec3 colour{0.0F};
    float half_width_m = 0.0F;
};

void add_row(PatchSet& patches, const mesh::SpatialIndex& skin, const SkinStep& middle, const PatchVertex& like) {
    constexpr int half_columns = columns / 2;
    const std::size_t first = patches.vertices.size();
    patches.vertices.resize(first + columns, like);
    const auto set = [&](const int column, const SkinStep& step) {
        PatchVertex& vertex = patches.vertices[first + static_cast<std::size_t>(column + half_columns)];
        vertex.position = step.position + step.normal * patch_lift_m;
        vertex.normal = step.normal;
        vertex.across = static_cast<float>(column) / static_cast<float>(half_columns);
    };
    set(0, middle);
    for (const int side : {-1, 1}) {
        SkinStep step = middle;
        step.heading *= static_cast<float>(side);
        for (int column = 1; column <= half_columns; ++column) {
            step = walk(skin, step, like.half_width_m / static_cast<float>(half_columns));
            set(side * column, step);
        }
    }
}

/// A learner's way as a ribbon with arrowheads.
void add_trace(PatchSet& patches, const mesh::SpatialIndex& skin, const std::vector<TracePlace>& places) {
    constexpr float reach_m = 0.05F;
    if (places.size() < 2) {
        return;
    }
    const auto first = patches.vertices.size();
    float along_m = 0.0F;
    int rows = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        along_m += i > 0 ? glm::distance(places[i].position, places[i - 1].position) : 0.0F;
        const auto on_skin = skin.nearest(places[i].position, reach_m);
        if (!on_skin) {
            continue;
        }
        PatchVertex like;
        like.kind = static_cast<std::uint32_t>(PatchKind::working_ribbon);
        like.colour = glm::vec4(places[i].colour, 1.0F);
        like.half_width_m = places[i].half_width_m;
        like.along = along_m;
        like.glow = 1.0F;
        const glm::vec3 travel =
            places[std::min(i + 1, places.size() - 1)].position - places[i == 0 ? 0 : i - 1].position;
        const glm::vec3 normal = on_skin->smooth_normal;
        add_row(patches, skin, {on_skin->position, normal, glm::cross(tangent(travel, normal), normal)}, like);
        ++rows;
    }
    for (std::size_t i = first; i < patches.vertices.size(); ++i) {
        patches.vertices[i].length_m = along_m;
        patches.vertices[i].done_m = along_m;
    }
    if (rows > 1) {
        add_grid_indices(patches, static_cast<std::uint32_t>(first), rows, columns);
    }
}

/// The way as far as it has come, in one tone: what is right is told when it is whole.
std::vector<TracePlace> way_so_far(const Practice& practice) {
    constexpr float step_m = 0.004F;
    constexpr std::size_t most = 600;
    std::vector<TracePlace> places;
    for (const lesson::PracticeSample& sample : practice.samples) {
        if (places.size() < most &&
            (places.empty() || glm::distance(places.back().position, sample.position) >= step_m)) {
            places.push_back({sample.position, glm::vec3(0.02F), trace_half_width_m(TraceBand::near)});
        }
    }
    return places;
}

std::vector<TracePlace> judged_way(const lesson::PracticeJudgement& judgement) {
    std::vector<TracePlace> places;
    for (const lesson::PracticePoint& point : judgement.points) {
        const TraceBand band = trace_band(point.distance_mm);
        places.push_back({point.position, trace_colour(band), trace_half_width_m(band)});
    }
    return places;
}

void add_disc(PatchSet& patches, const mesh::SpatialIndex& skin, const glm::vec3 at, const float radius_m,
              PatchVertex like) {
    constexpr float reach_m = 0.05F;
    if (const auto on_skin = skin.nearest(at, reach_m)) {
        like.half_width_m = radius_m;
        like.length_m = radius_m;
        const glm::vec3 normal = on_skin->smooth_normal;
        add_grid(patches, skin, {on_skin->position, normal, tangent({0.0F, 1.0F, 0.0F}, normal)}, 5, 5, radius_m,
                 radius_m, like);
    }
}

/// How long the model has been on the stroke: a free one sets off with the learner, the others with the breath.
double guide_time_s(const Practice& practice, const lesson::Stroke& stroke, const double cycle_s) {
    const bool tracing = practice.phase == PracticePhase::tracing;
    if (stroke.breath == lesson::BreathLock::free) {
        return tracing ? practice.clock_s - practice.pressed_s : 0.0;
    }
    const double since_s = practice.clock_s < 0.0 ? 0.0 : std::fmod(practice.clock_s, cycle_s);
    return since_s <= stroke.duration_s || tracing ? since_s : 0.0;
}

}  // namespace

TraceBand trace_band(const float distance_mm) {
    if (distance_mm < trace_off_mm) {
        return TraceBand::near;
    }
    return distance_mm < trace_far_mm ? TraceBand::off : TraceBand::far;
}

glm::vec3 trace_colour(const TraceBand band) {
    switch (band) {
        case TraceBand::near:
            return zone_colour(1);  // sky blue
        case TraceBand::off:
            return zone_colour(7);  // yellow
        case TraceBand::far:
            break;
    }
    return zone_colour(11);  // reddish purple: vermilion is the right hand's own
}

float trace_half_width_m(const TraceBand band) {
    switch (band) {
        case TraceBand::near:
            return 0.008F;
        case TraceBand::off:
            return 0.012F;
        case TraceBand::far:
            break;
    }
    return 0.017F;
}

void add_practice(PatchSet& patches, const State& state, const Subject& subject) {
    const lesson::Stroke* stroke = practised_stroke(state, subject);
    if (stroke == nullptr) {
        return;
    }
    const mesh::SpatialIndex& skin = *subject.body->skin;
    const Practice& practice = state.practice;
    lesson::StepOnBody alone;
    alone.strokes.push_back(*stroke);
    add_ribbons(patches, skin, alone, {}, {false, {}});
    if (practice.judgement) {
        return add_trace(patches, skin, judged_way(*practice.judgement));
    }
    add_trace(patches, skin, way_so_far(practice));
    PatchVertex ring;
    ring.kind = static_cast<std::uint32_t>(PatchKind::zone_disc);
    ring.colour = glm::vec4(zone_colour(7), 1.0F);  // yellow stands out against either hand's path
    ring.emphasis = 1.0F;
    constexpr float ring_radius_m = 0.022F;
    if (practice.phase != PracticePhase::tracing) {
        add_disc(patches, skin, stroke->path.front().position, ring_radius_m, ring);
    }
    if (practice.guide && practice_moves(state)) {
        PatchVertex dot;
        dot.kind = static_cast<std::uint32_t>(PatchKind::landmark_dot);
        constexpr float dot_radius_m = 0.011F;
        const double time_s = guide_time_s(practice, *stroke, subject.choreography->breath.cycle_s());
        add_disc(patches, skin, lesson::model_position(*stroke, time_s), dot_radius_m, dot);
    }
}

}  // namespace dorsum::scene
