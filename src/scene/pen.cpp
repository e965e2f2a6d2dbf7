#include "scene/pen.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

#include "scene/landmark_marks.h"
#include "scene/palette.h"
#include "scene/skin_line.h"
#include "scene/tool_commands.h"

namespace dorsum::scene {

namespace {

using Points = std::vector<body::SkinPoint>;

constexpr std::size_t most_points = 4000;  // of a line
constexpr std::size_t most_lines = 2000;
constexpr float jump_m = 0.03F;  // farther apart than a hand writes: the pen has left for another limb

void remember(Pen& pen) {
    pen.before.push_back(std::make_shared<const PenLines>(pen.lines));
    if (pen.before.size() > Pen::longest_history) {
        pen.before.erase(pen.before.begin());
    }
    pen.undone.clear();
}

std::optional<body::SkinPoint> point_under(const State& state, const Subject& subject, const glm::vec2 pixel,
                                           const glm::vec2 window_px) {
    constexpr float at_once_m = 0.002F;
    const auto place = skin_under(state, subject, pixel, window_px);
    const auto on_skin = place ? subject.body->skin->nearest(*place, at_once_m) : std::nullopt;
    return on_skin ? std::optional(body::SkinPoint{on_skin->position, on_skin->smooth_normal}) : std::nullopt;
}

/// A hand and a mouse shake: each point between its neighbours, the ends where they are.
Points smoothed(const Points& points, const mesh::SpatialIndex& skin) {
    constexpr float reach_m = 0.005F;
    Points smooth = points;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const glm::vec3 mean = points[i].position * 0.5F + (points[i - 1].position + points[i + 1].position) * 0.25F;
        if (const auto on_skin = skin.nearest(mean, reach_m)) {
            smooth[i] = {on_skin->position, on_skin->smooth_normal};
        }
    }
    return smooth;
}

/// Leaves out points that lie on the way between others (D. Douglas and T. Peucker 1973), but none farther than 5 mm
/// from the next, so that the line stays on the skin.
void thin_out(const Points& points, const std::size_t first, const std::size_t last, Points& kept) {
    constexpr float deviation_m = 0.0002F;
    constexpr float farthest_m = 0.005F;
    const glm::vec3 from = points[first].position;
    const glm::vec3 way = points[last].position - from;
    const float length = glm::length(way);
    std::size_t farthest = first;
    float most = 0.0F;
    for (std::size_t i = first + 1; i < last; ++i) {
        const glm::vec3 to_point = points[i].position - from;
        const float along = length > 0.0F ? std::clamp(glm::dot(to_point, way) / (length * length), 0.0F, 1.0F) : 0.0F;
        if (const float away = glm::distance(to_point, way * along); away > most) {
            most = away;
            farthest = i;
        }
    }
    if (last - first > 1 && (most > deviation_m || length > farthest_m)) {
        const std::size_t middle = most > deviation_m ? farthest : (first + last) / 2;
        thin_out(points, first, middle, kept);
        thin_out(points, middle, last, kept);
        return;
    }
    kept.push_back(points[last]);
}

void finish_line(Pen& pen, const Subject& subject) {
    if (const auto drawn = std::exchange(pen.drawing, nullptr)) {
        PenLine line = *drawn;
        if (line.points.size() > 2 && subject.body && subject.body->skin) {
            const Points smooth = smoothed(line.points, *subject.body->skin);
            line.points = {smooth.front()};
            thin_out(smooth, 0, smooth.size() - 1, line.points);
        }
        pen.lines.push_back(make_pen_line(std::move(line)));
    }
}

void draw_to(State& state, const Subject& subject, const glm::vec2 pixel, const glm::vec2 window_px) {
    constexpr float nearest_m = 0.0012F;
    Pen& pen = state.pen;
    const auto point = point_under(state, subject, pixel, window_px);
    const bool goes_on =
        point && pen.drawing && glm::distance(pen.drawing->points.back().position, point->position) < jump_m;
    if (!point || !goes_on) {
        finish_line(pen, subject);
    }
    if (!point || pen.lines.size() >= most_lines) {
        return;
    }
    PenLine line = pen.drawing ? *pen.drawing : PenLine{pen.colour, pen.wide, {}, {}};
    const bool is_new = line.points.empty() || glm::distance(line.points.back().position, point->position) >= nearest_m;
    if (is_new && line.points.size() < most_points) {
        line.points.push_back(*point);
        pen.drawing = std::make_shared<const PenLine>(std::move(line));
    }
}

bool lies_at(const PenLine& line, const glm::vec3 place) {
    constexpr float grasp_m = 0.004F;
    const float near_m = pen_half_width_m(line.wide) + grasp_m;
    return std::ranges::any_of(line.points, [place, near_m](const body::SkinPoint& point) {
        return glm::distance(point.position, place) < near_m;
    });
}

void erase_at(State& state, const Subject& subject, const glm::vec2 pixel, const glm::vec2 window_px) {
    Pen& pen = state.pen;
    const auto place = skin_under(state, subject, pixel, window_px);
    const auto touched = [&place](const auto& line) { return place && lies_at(*line, *place); };
    if (!pen.shown || std::ranges::none_of(pen.lines, touched)) {
        return;
    }
    if (!std::exchange(pen.erasing, true)) {
        remember(pen);
    }
    std::erase_if(pen.lines, touched);
}

/// From where the pen was to where it is, so that no quick movement leaves gaps.
template <typename Act>
void along(State& state, const glm::vec2 to, Act&& act) {
    constexpr float step_px = 3.0F;
    constexpr float most_steps = 400.0F;
    const glm::vec2 from = state.pen.last_px;
    const int steps = static_cast<int>(std::clamp(std::ceil(glm::distance(from, to) / step_px), 1.0F, most_steps));
    for (int i = 1; i <= steps; ++i) {
        act(glm::mix(from, to, static_cast<float>(i) / static_cast<float>(steps)));
    }
    state.pen.last_px = to;
}

bool is_usable(const glm::vec2 pixel) {
    return std::isfinite(pixel.x) && std::isfinite(pixel.y);
}

}  // namespace

float pen_half_width_m(const bool wide) {
    return wide ? 0.0032F : 0.0014F;
}

std::shared_ptr<const PenLine> make_pen_line(PenLine line) {
    const SkinLineLook look{pen_core(line.colour), pen_rim(line.colour), pen_half_width_m(line.wide)};
    line.patch = std::make_shared<const PatchSet>(skin_line(line.points, look));
    return std::make_shared<const PenLine>(std::move(line));
}

void replace_lines(Pen& pen, PenLines lines) {
    if (lines != pen.lines) {
        remember(pen);
        pen.lines = std::move(lines);
    }
    pen.drawing.reset();
}

PenLines laid_on(const PenLines& lines, const Subject& subject) {
    constexpr float reach_m = 0.1F;  // bodies are more or less stout
    PenLines laid;
    for (std::size_t i = 0; subject.body && subject.body->skin && i < std::min(lines.size(), most_lines); ++i) {
        PenLine line{lines[i]->colour, lines[i]->wide, {}, {}};
        for (const body::SkinPoint& point : lines[i]->points) {
            if (const auto on_skin = subject.body->skin->nearest(point.position, reach_m)) {
                line.points.push_back({on_skin->position, on_skin->smooth_normal});
            }
        }
        if (!line.points.empty()) {
            laid.push_back(make_pen_line(std::move(line)));
        }
    }
    return laid;
}

void add_notes(PatchSet& patches, const Pen& pen) {
    if (!pen.shown) {
        return;
    }
    for (const auto& line : pen.lines) {
        append(patches, *line->patch);
    }
    if (pen.drawing) {
        append(patches, *make_pen_line(*pen.drawing)->patch);
    }
}

void apply_tool(State& state, const SetPen& command, const Subject& subject, const glm::vec2 /*window_px*/) {
    finish_line(state.pen, subject);
    state.pen.on = command.on;
    state.pen.shown = state.pen.shown || command.on;
    state.measurement.on = state.measurement.on && !command.on;
}

void apply_tool(State& state, const ChoosePen& command, const Subject& /*subject*/, const glm::vec2 /*window_px*/) {
    state.pen.colour = command.colour;
    state.pen.wide = command.wide;
    state.pen.eraser = command.eraser;
}

void apply_tool(State& state, const BeginPen& command, const Subject& subject, const glm::vec2 window_px) {
    if (!state.pen.on || !is_usable(command.pixel)) {
        return;
    }
    finish_line(state.pen, subject);
    state.pen.last_px = command.pixel;
    state.pen.erasing = false;
    if (state.pen.eraser) {
        erase_at(state, subject, command.pixel, window_px);
    } else if (point_under(state, subject, command.pixel, window_px)) {
        remember(state.pen);
        draw_to(state, subject, command.pixel, window_px);
    }
}

void apply_tool(State& state, const MovePen& command, const Subject& subject, const glm::vec2 window_px) {
    if (!state.pen.on || !is_usable(command.pixel)) {
        return;
    }
    along(state, command.pixel, [&](const glm::vec2 pixel) {
        state.pen.eraser ? erase_at(state, subject, pixel, window_px) : draw_to(state, subject, pixel, window_px);
    });
}

void apply_tool(State& state, const LiftPen& /*command*/, const Subject& subject, const glm::vec2 /*window_px*/) {
    finish_line(state.pen, subject);
    state.pen.erasing = false;
}

void apply_tool(State& state, const UndoPen& /*command*/, const Subject& subject, const glm::vec2 /*window_px*/) {
    Pen& pen = state.pen;
    finish_line(pen, subject);
    if (!pen.before.empty()) {
        pen.undone.push_back(std::make_shared<const PenLines>(std::exchange(pen.lines, *pen.before.back())));
        pen.before.pop_back();
        pen.shown = true;  // what is undone must be seen
    }
}

void apply_tool(State& state, const RedoPen& /*command*/, const Subject& subject, const glm::vec2 /*window_px*/) {
    Pen& pen = state.pen;
    finish_line(pen, subject);
    if (!pen.undone.empty()) {
        pen.before.push_back(std::make_shared<const PenLines>(std::exchange(pen.lines, *pen.undone.back())));
        pen.undone.pop_back();
        pen.shown = true;
    }
}

void apply_tool(State& state, const ClearPen& /*command*/, const Subject& /*subject*/, const glm::vec2 /*window_px*/) {
    replace_lines(state.pen, {});
}

void apply_tool(State& state, const ShowNotes& command, const Subject& /*subject*/, const glm::vec2 /*window_px*/) {
    state.pen.shown = command.shown;
}

}  // namespace dorsum::scene
