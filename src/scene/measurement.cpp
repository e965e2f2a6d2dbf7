#include "scene/measurement.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "core/translate.h"
#include "scene/landmark_marks.h"
#include "scene/palette.h"
#include "scene/skin_line.h"
#include "scene/skin_walk.h"
#include "scene/skin_ways.h"
#include "scene/tool_commands.h"

namespace dorsum::scene {

namespace {

constexpr float reach_m = 0.1F;  // of a point off the skin that it is to lie on: bodies are more or less stout

std::shared_ptr<const SkinWay> way_between(const Subject& subject, const glm::vec3 from, const glm::vec3 to) {
    auto way = std::make_shared<SkinWay>();
    way->straight_m = glm::distance(from, to);
    if (!subject.ways || !subject.body || !subject.body->skin) {
        return way;
    }
    const std::vector<glm::vec3> line = subject.ways->shortest(from, to);
    way->length_m = static_cast<float>(mesh::length_of(line));
    const std::vector<body::SkinPoint> points = even_line(*subject.body->skin, line);
    if (points.size() < 2) {
        return way;
    }
    way->patch = std::make_shared<const PatchSet>(skin_line(points, {measure_core(), halo_tone(), 0.0014F}));
    way->middle = points[points.size() / 2].position;
    way->middle_normal = points[points.size() / 2].normal;
    return way;
}

}  // namespace

float length_m(const Measurement& measurement) {
    float sum = 0.0F;
    for (const auto& way : measurement.ways) {
        sum += way->length_m;
    }
    return sum;
}

Measurement laid_on(Measurement measurement, const Subject& subject) {
    std::vector<glm::vec3> points;
    for (const glm::vec3 point : measurement.points) {
        const auto on_skin = subject.body && subject.body->skin ? subject.body->skin->nearest(point, reach_m)
                                                                : std::optional<mesh::SurfacePoint>{};
        if (on_skin && points.size() < most_measure_points) {
            points.push_back(on_skin->position);
        }
    }
    measurement.points = std::move(points);
    measurement.ways.clear();
    for (std::size_t i = 1; i < measurement.points.size(); ++i) {
        measurement.ways.push_back(way_between(subject, measurement.points[i - 1], measurement.points[i]));
    }
    return measurement;
}

std::string distance_text(const float distance_m) {
    constexpr float in_centimetres_from_m = 0.1F;
    std::array<char, 32> text{};
    if (distance_m < in_centimetres_from_m - 0.0005F) {
        std::snprintf(text.data(), text.size(), "%ld mm", std::lround(distance_m * 1000.0F));
    } else {
        std::snprintf(text.data(), text.size(), "%.1f cm", static_cast<double>(distance_m) * 100.0);
    }
    return text.data();
}

void add_measurement(PatchSet& patches, const State& state, const body::Body& body) {
    if (!state.measurement.on) {
        return;
    }
    for (const auto& way : state.measurement.ways) {
        if (way->patch) {
            append(patches, *way->patch);
        }
    }
    for (const glm::vec3 point : state.measurement.points) {
        if (const auto on_skin = body.skin->nearest(point, reach_m)) {
            PatchVertex like;
            like.kind = static_cast<std::uint32_t>(PatchKind::landmark_dot);
            like.half_width_m = 0.0042F;
            like.length_m = like.half_width_m;
            const SkinStep centre{on_skin->position, on_skin->smooth_normal,
                                  tangent({0.0F, 1.0F, 0.0F}, on_skin->smooth_normal)};
            add_grid(patches, *body.skin, centre, 3, 3, like.half_width_m, like.half_width_m, like);
        }
    }
}

void apply_tool(State& state, const SetMeasuring& command, const Subject& /*subject*/, const glm::vec2 /*window_px*/) {
    state.measurement.on = command.on;
    state.pen.on = state.pen.on && !command.on;
}

void apply_tool(State& state, const AddMeasurePoint& command, const Subject& subject, const glm::vec2 window_px) {
    constexpr float same_place_m = 0.001F;  // a double click
    Measurement& now = state.measurement;
    const auto place = skin_under(state, subject, command.pixel, window_px);
    if (!place || !now.on || now.points.size() >= most_measure_points ||
        (!now.points.empty() && glm::distance(now.points.back(), *place) < same_place_m)) {
        return;
    }
    if (!now.points.empty()) {
        now.ways.push_back(way_between(subject, now.points.back(), *place));
    }
    now.points.push_back(*place);
}

void apply_tool(State& state, const RemoveMeasurePoint& /*command*/, const Subject& /*subject*/,
                const glm::vec2 /*window_px*/) {
    Measurement& now = state.measurement;
    if (now.on && !now.points.empty()) {
        now.points.pop_back();
        if (!now.ways.empty()) {
            now.ways.pop_back();
        }
    }
}

void apply_tool(State& state, const ClearMeasurement& /*command*/, const Subject& /*subject*/,
                const glm::vec2 /*window_px*/) {
    state.measurement.points.clear();
    state.measurement.ways.clear();
}

}  // namespace dorsum::scene
