#include "app/viewer_mouse.h"

#include <glm/geometric.hpp>
#include <utility>

#include "scene/camera.h"
#include "scene/input_codes.h"
#include "scene/landmark_marks.h"
#include "scene/pick.h"
#include "scene/practice.h"
#include "ui/keys.h"

namespace dorsum::app {

namespace {
using namespace scene::codes;

constexpr float click_tolerance_px = 4.0F;
constexpr double double_click_s = 0.4;
}  // namespace

int ViewerMouse::zone_at(const glm::vec2 position_px, const scene::State& state, const scene::Subject& subject,
                         const PictureArea& area) {
    return scene::zone_under(state, subject, scene::ray_through(state.camera, position_px - area.low, area.size));
}

std::string ViewerMouse::landmark_at(const glm::vec2 position_px, const scene::State& state,
                                     const scene::Subject& subject, const PictureArea& area) {
    return scene::landmark_under(state, subject, position_px - area.low, area.size);
}

std::string ViewerMouse::structure_at(const glm::vec2 position_px, const scene::State& state,
                                      const scene::Subject& subject, const PictureArea& area) {
    const auto part =
        scene::structure_under(state, subject, scene::ray_through(state.camera, position_px - area.low, area.size));
    return part ? subject.body->parts[*part].name : std::string();
}

std::vector<scene::Command> hovers_at(const glm::vec2 position_px, const bool over_panel, const scene::State& state,
                                      const scene::Subject& subject, const PictureArea& area) {
    scene::HoverLandmark landmark;
    scene::HoverZone zone;
    scene::HoverStructure structure;
    if (!over_panel) {
        landmark.id = ViewerMouse::landmark_at(position_px, state, subject, area);
    }
    if (!over_panel && landmark.id.empty()) {
        zone.number = ViewerMouse::zone_at(position_px, state, subject, area);
    }
    if (!over_panel && landmark.id.empty() && zone.number == 0) {
        structure.id = ViewerMouse::structure_at(position_px, state, subject, area);
    }
    return {landmark, zone, structure};
}

bool hovers_the_same(const scene::Command& command, const scene::State& state) {
    if (const auto* landmark = std::get_if<scene::HoverLandmark>(&command)) {
        return landmark->id == state.hovered_landmark;
    }
    if (const auto* zone = std::get_if<scene::HoverZone>(&command)) {
        return zone->number == state.hovered_zone;
    }
    const auto* structure = std::get_if<scene::HoverStructure>(&command);
    return structure != nullptr && structure->id == state.hovered_structure;
}

bool ViewerMouse::is_second_click(const MouseButton& event) const {
    return event.time_s - last_click_s_ < double_click_s &&
           glm::distance(event.position_px, last_click_px_) < 2.0F * click_tolerance_px;
}

std::vector<scene::Command> ViewerMouse::on(const MouseButton& event, const scene::State& state,
                                            const scene::Subject& subject, const PictureArea& area,
                                            const bool over_panel) {
    if (event.pressed) {
        if (!over_panel && !dragging()) {
            button_ = event.button;
            drag_ = scene::drag_of(state.camera_habit, event.button, event.modifiers);
            moved_ = false;
            const bool grabs = event.button == left_button && (event.modifiers & shift) == 0;
            cuts_ = grabs && (event.modifiers & control) != 0 && state.see_through.cut;
            grabbed_ = !grabs || cuts_ || state.pen.on || state.measurement.on
                           ? std::string()
                           : landmark_at(event.position_px, state, subject, area);
            draws_ = grabs && state.pen.on &&
                     scene::skin_under(state, subject, event.position_px - area.low, area.size).has_value();
            picture_low_px_ = area.low;
            pressed_px_ = event.position_px;
            last_px_ = event.position_px;
            if (draws_) {
                return {scene::BeginPen{event.position_px - area.low}};
            }
            const glm::vec2 pixel = event.position_px - area.low;
            traces_ = grabs && !cuts_ && scene::begins_tracing(state, subject, pixel, area.size);
            if (traces_) {
                grabbed_.clear();
                return {scene::PressPractice{pixel, event.time_s}};
            }
        }
        return {};
    }
    if (event.button != button_) {
        return {};
    }
    button_ = -1;
    if (draws_) {
        return {scene::LiftPen{}};
    }
    if (std::exchange(traces_, false)) {
        return {scene::LiftPractice{event.time_s}};
    }
    if (!grabbed_.empty()) {
        return moved_ ? std::vector<scene::Command>{scene::DropLandmark{}} : std::vector<scene::Command>{};
    }
    if (moved_ || event.button != left_button || scene::practice_moves(state)) {
        return {};
    }
    if (state.measurement.on) {
        return {scene::AddMeasurePoint{event.position_px - area.low}};
    }
    if (state.pen.on) {
        return {};  // beside the skin
    }
    if (scene::holds_picture(state.quiz)) {
        if (!scene::waits_for_pointing(state.quiz)) {
            return {};
        }
        const int pointed = zone_at(event.position_px, state, subject, area);
        return {scene::PointInQuiz{
            pointed, pointed == 0 ? structure_at(event.position_px, state, subject, area) : std::string()}};
    }
    if (is_second_click(event)) {
        last_click_s_ = -1.0e9;
        return {ui::frame_command(state)};
    }
    last_click_s_ = event.time_s;
    last_click_px_ = event.position_px;
    const int zone = zone_at(event.position_px, state, subject, area);
    const std::string structure = zone == 0 ? structure_at(event.position_px, state, subject, area) : std::string();
    std::vector<scene::Command> commands;
    if (zone != state.selected_zone) {
        commands.emplace_back(scene::SelectZone{zone, false});
    }
    if (structure != state.selected_structure) {
        commands.emplace_back(scene::SelectStructure{structure, false});
    }
    return commands;
}

std::vector<scene::Command> ViewerMouse::on(const MouseMoved& event) {
    if (!dragging()) {
        return {};
    }
    if (draws_) {
        return {scene::MovePen{event.position_px - picture_low_px_}};
    }
    if (traces_) {
        return {scene::TracePractice{event.position_px - picture_low_px_, event.time_s}};
    }
    moved_ = moved_ || glm::distance(event.position_px, pressed_px_) > click_tolerance_px;
    if (!moved_) {
        return {};
    }
    const glm::vec2 drag_px = event.position_px - last_px_;
    last_px_ = event.position_px;
    if (!grabbed_.empty()) {
        return {scene::DragLandmark{grabbed_, event.position_px - picture_low_px_}};
    }
    if (cuts_) {
        return {scene::DragCut{drag_px}};
    }
    switch (drag_) {
        case scene::CameraDrag::turn:
            return {scene::OrbitCamera{drag_px}};
        case scene::CameraDrag::move:
            return {scene::PanCamera{drag_px}};
        case scene::CameraDrag::nearer:
            return {scene::ZoomCamera{scene::zoom_steps_of_drag(drag_px.y)}};
        case scene::CameraDrag::none:
            break;
    }
    return {};
}

std::vector<scene::Command> ViewerMouse::on(const MouseWheel& event, const bool over_panel) {
    if (over_panel || event.steps == 0.0F) {
        return {};
    }
    return {scene::ZoomCamera{event.steps}};
}

}  // namespace dorsum::app
