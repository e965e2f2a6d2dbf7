#include "scene/apply.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

#include "scene/interface_language.h"
#include "scene/landmark_marks.h"
#include "scene/motion.h"
#include "scene/playback_commands.h"
#include "scene/practice.h"
#include "scene/view_change.h"

namespace dorsum::scene {

namespace {

bool is_zone(const int number) {
    return number >= 1 && number <= zone_count;
}

double step_duration_s(const lesson::Choreography& choreography, const int step) {
    if (step < 0 || step >= static_cast<int>(choreography.steps.size())) {
        return 0.0;
    }
    return std::max(0.0, choreography.steps[static_cast<std::size_t>(step)].duration_s);
}

glm::vec2 usable(const glm::vec2 value) {
    const float largest = 1.0e5F;
    return {std::isfinite(value.x) ? std::clamp(value.x, -largest, largest) : 0.0F,
            std::isfinite(value.y) ? std::clamp(value.y, -largest, largest) : 0.0F};
}

/// The camera that shows one zone near the middle of the picture, with enough of the back around it to know
/// where it is.
Camera camera_at_zone(const lesson::ZoneOnBody& zone, const body::Body& body, const float aspect) {
    Camera camera = frame_back(View::back, body, aspect);
    const glm::vec3 normal = zone.point.normal;
    camera.target = glm::mix(camera.target, zone.point.position, 0.75F);
    camera.distance_m *= 0.7F;
    camera.azimuth_deg = std::clamp(glm::degrees(std::atan2(normal.x, normal.z)) * 0.6F, -60.0F, 60.0F);
    camera.elevation_deg = std::clamp(glm::degrees(std::asin(std::clamp(normal.y, -1.0F, 1.0F))) * 0.4F, -30.0F, 30.0F);
    return camera;
}

/// The camera that shows structures as large as the picture well holds, from where it looks already.
Camera camera_at(Camera camera, const body::Body& body, const std::vector<std::string>& structures) {
    constexpr float room = 1.5F;
    constexpr float nearest_m = 0.25F;
    mesh::Bounds all{glm::vec3{1.0e9F}, glm::vec3{-1.0e9F}};
    for (const std::string& id : structures) {
        if (const auto part = body::find_part(body, id)) {
            const mesh::Bounds bounds = mesh::bounds(body.parts[*part].mesh);
            all = {glm::min(all.low, bounds.low), glm::max(all.high, bounds.high)};
        }
    }
    const float half_view = glm::radians(camera.field_of_view_deg) / 2.0F;
    camera.target = all.centre();
    camera.distance_m = std::max(room * 0.5F * glm::length(all.size()) / std::tan(half_view), nearest_m);
    return camera;
}

/// Applies one command; holds what all of them need.
class Applier {
public:
    Applier(State& state, const Subject& subject, const glm::vec2 window_px)
        : state_(state), subject_(subject), window_px_(glm::max(usable(window_px), glm::vec2{1.0F})) {}

    void operator()(const GoToStep& command) { go_to_step(command.step); }
    void operator()(const NextStep& /*command*/) {
        if (state_.step + 1 < state_.step_count) {
            go_to_step(state_.step + 1);
        } else {
            state_.presentation.last_step_told = true;
        }
    }
    void operator()(const PreviousStep& /*command*/) { go_to_step(state_.step - 1); }
    void operator()(const SetPlaying& command) { set_playing(command.playing); }
    void operator()(const TogglePlaying& /*command*/) { set_playing(!state_.playing); }

    void operator()(const Advance& command) {
        if (!std::isfinite(command.elapsed_s) || command.elapsed_s <= 0.0) {
            return;
        }
        advance_motion(state_, command.elapsed_s);
        advance_practice(state_, command.elapsed_s, subject_);
        if (state_.playing) {
            advance_lesson(state_, subject_, command.elapsed_s * static_cast<double>(state_.playback_speed));
        }
    }

    template <typename PlayingCommand>
    requires requires(State& state, const PlayingCommand& command, const Subject& subject) {
        apply_playing(state, command, subject);
    }
    void operator()(const PlayingCommand& command) { apply_playing(state_, command, subject_); }
    void operator()(const SetMirror& command) { state_.standpoint.mirrored = command.on; }
    void operator()(const SeeAsGiver& command) { see_as_giver(state_, subject_, command.place, aspect()); }

    void operator()(const SetBreathRate& command) {
        if (std::isnan(command.breath_per_min)) {
            return;
        }
        const double rate =
            std::clamp(command.breath_per_min, lesson::breath_per_min_lowest, lesson::breath_per_min_highest);
        if (rate == state_.breath_per_min) {
            return;
        }
        // The same place in the step, which the new rate makes longer or shorter.
        const double before_s = duration_s(state_.step);
        state_.breath_per_min = rate;
        if (subject_.lesson && subject_.body && before_s > 0.0) {
            const auto next = lesson::lay_on_body(*subject_.lesson, *subject_.body, rate);
            state_.time_s *= step_duration_s(next, state_.step) / before_s;
        }
    }

    void operator()(const ShowZone& command) {
        if (is_zone(command.number)) {
            auto zones = state_.zones_shown;
            light(zones.set(static_cast<std::size_t>(command.number), command.shown));
        }
    }
    void operator()(const ShowAllZones& command) {
        std::bitset<zone_count + 1> zones;
        for (std::size_t number = 1; number <= zone_count; ++number) {
            zones.set(number, command.shown);
        }
        light(zones);
    }
    void operator()(const HoverZone& command) { state_.hovered_zone = is_zone(command.number) ? command.number : 0; }

    void operator()(const SelectZone& command) {
        state_.selected_zone = is_zone(command.number) ? command.number : 0;
        if (state_.selected_zone == 0) {
            return;
        }
        const auto chosen = static_cast<std::size_t>(state_.selected_zone);
        state_.zones_shown.set(chosen);
        begin_pulse(state_, std::bitset<zone_count + 1>{}.set(chosen));
        state_.layers.set(static_cast<std::size_t>(Layer::zones));
        if (command.turn_camera && subject_.choreography && subject_.body) {
            for (const lesson::ZoneOnBody& zone : subject_.choreography->zones) {
                if (zone.number == state_.selected_zone) {
                    fly_to(state_, camera_at_zone(zone, *subject_.body, aspect()));
                }
            }
        }
    }

    void operator()(const ShowLayer& command) {
        const auto layer = static_cast<std::size_t>(command.layer);
        if (layer < state_.layers.size()) {
            state_.layers.set(layer, command.shown);
            if (!shows(state_.layers, Layer::landmarks)) {
                state_.landmark_drag.reset();
                state_.hovered_landmark.clear();
            }
        }
    }

    void operator()(const SetDepth& command) {
        if (has_layers(subject_)) {
            state_.layers = laid_open(state_.layers, command.depth);
            state_.hovered_structure.clear();
        }
    }
    void operator()(const PeelDeeper& /*command*/) { peel(1); }
    void operator()(const PeelBack& /*command*/) { peel(-1); }

    void operator()(const SetHandPeel& command) {
        if (has_muscles(subject_)) {
            state_.hand_peel = command.peel;
        }
    }

    void operator()(const SetSkinTone& command) { state_.skin_tone = command.tone; }

    void operator()(const HoverStructure& command) { state_.hovered_structure = known(command.id); }

    void operator()(const SelectStructure& command) {
        const std::string before = std::exchange(state_.selected_structure, known(command.id));
        state_.structures.both_sides = command.both_sides;
        if (state_.selected_structure.empty()) {
            return;
        }
        if (before != state_.selected_structure || command.turn_camera) {
            for (const std::string& id : chosen_structures(state_)) {
                if (const auto part = body::find_part(*subject_.body, id)) {
                    lay_bare(state_, subject_.body->parts[*part], subject_);
                }
            }
        }
        if (command.turn_camera) {
            fly_to(state_, camera_at(state_.camera, *subject_.body, chosen_structures(state_)));
        }
    }

    void operator()(const DragCut& command) { drag_cut(state_, usable(command.drag_px), window_px_.y); }
    template <typename SeeThroughCommand>
    requires requires(State& state, const SeeThroughCommand& command, const Subject& subject) {
        apply_see_through(state, command, subject);
    }
    void operator()(const SeeThroughCommand& command) { apply_see_through(state_, command, subject_); }
    template <typename ExploringCommand>
    requires requires(State& state, const ExploringCommand& command, const Subject& subject) {
        apply_exploring(state, command, subject);
    }
    void operator()(const ExploringCommand& command) { apply_exploring(state_, command, subject_); }

    template <typename ToolCommand>
    requires requires(State& state, const ToolCommand& command, const Subject& subject) {
        apply_tool(state, command, subject, glm::vec2{});
    }
    void operator()(const ToolCommand& command) { apply_tool(state_, command, subject_, window_px_); }

    template <typename QuizCommand>
    requires requires(State& state, const QuizCommand& command, const Subject& subject) {
        apply_quiz(state, command, subject, glm::vec2{});
    }
    void operator()(const QuizCommand& command) { apply_quiz(state_, command, subject_, window_px_); }

    template <typename PracticeCommand>
    requires requires(State& state, const PracticeCommand& command, const Subject& subject) {
        apply_practice(state, command, subject, glm::vec2{});
    }
    void operator()(const PracticeCommand& command) { apply_practice(state_, command, subject_, window_px_); }

    void operator()(const HoverLandmark& command) {
        const bool known = subject_.body && body::find_landmark(*subject_.body, command.id) != nullptr;
        state_.hovered_landmark = known ? command.id : std::string();
    }
    void operator()(const DragLandmark& command) {
        const auto under = skin_under(state_, subject_, usable(command.pixel), window_px_);
        if (under && shows(state_.layers, Layer::landmarks) &&
            body::find_landmark(*subject_.body, command.id) != nullptr) {
            state_.landmark_drag = LandmarkDrag{command.id, *under};
        }
    }
    void operator()(const DropLandmark& command) {
        if (state_.landmark_drag && command.keep && subject_.body) {
            const body::Body& body = *subject_.body;
            const glm::vec3 position_m = body.to_model(state_.landmark_drag->position) * body.unit_m;
            state_.landmarks.move({state_.landmark_drag->id, position_m, 1.0F});
        }
        state_.landmark_drag.reset();
    }
    void operator()(const ResetLandmarks& command) { state_.landmarks.reset(command.as_found); }
    void operator()(const TakeBackLandmarks& /*command*/) {
        state_.landmarks.take_back();
        state_.view_history.forget_landmarks();
    }

    void operator()(const MarkLandmarksSaved& /*command*/) { state_.landmarks.mark_saved(); }
    void operator()(const AskToSave& command) {
        state_.asking_to_save = command.open;
        state_.playing = state_.playing && !command.open;
    }

    void operator()(const OrbitCamera& command) {
        state_.flight.reset();
        state_.camera = orbit(state_.camera, usable(command.drag_px), window_px_.y);
    }
    void operator()(const PanCamera& command) {
        state_.flight.reset();
        state_.camera = pan(state_.camera, usable(command.drag_px), window_px_.y);
    }
    void operator()(const ZoomCamera& command) {
        if (!std::isnan(command.steps)) {
            state_.flight.reset();
            state_.camera = zoom(state_.camera, command.steps);
        }
    }
    void operator()(const GoToView& command) {
        if (subject_.body) {
            fly_to(state_, frame_back(command.view, *subject_.body, aspect()));
        }
    }

    void operator()(const SetReducedMotion& command) { set_reduced_motion(state_, command.on); }

    void operator()(const Present& command) { present(command.on); }
    void operator()(const ShowProjector& command) {
        state_.presentation.projector = command.shown;
        present(command.shown);
    }
    void operator()(const BlankPicture& command) { state_.presentation.blank = command.blank; }
    void operator()(const FreezePicture& command) {
        state_.presentation.frozen = command.frozen && state_.presentation.on;
    }
    void operator()(const ChoosePointer& command) { state_.presentation.pointer = command.pointer; }
    void operator()(const SetTextSize& command) {
        state_.text_percent = std::clamp(command.percent, smallest_text_percent, largest_text_percent);
    }
    void operator()(const ChooseTheme& command) { state_.theme = command.theme; }
    void operator()(const ChooseLanguage& command) { choose_language(state_, command.code); }

    void operator()(const OpenCautions& command) {
        const bool begins = state_.presentation.on && state_.cautions_open && !command.open;
        state_.cautions_open = command.open;
        state_.help_open = state_.help_open && !command.open;
        state_.playing = state_.playing && !command.open;  // what is behind a sheet is not seen
        if (begins) {
            set_playing(true);
        }
    }
    void operator()(const OpenHelp& command) {
        state_.help_open = command.open;
        state_.cautions_open = state_.cautions_open && !command.open;
        state_.playing = state_.playing && !command.open;
    }
    void operator()(const ShowPanels& command) { state_.panels_shown = command.shown; }
    void operator()(const ChooseQuality& command) { state_.quality = command.quality; }
    void operator()(const SettleQuality& command) { state_.settled_quality = command.quality; }

private:
    [[nodiscard]] float aspect() const { return window_px_.x / window_px_.y; }

    [[nodiscard]] double duration_s(const int step) const {
        return subject_.choreography ? step_duration_s(*subject_.choreography, step) : 0.0;
    }

    /// Those that were dark until now pulse.
    void light(const std::bitset<zone_count + 1>& zones) {
        begin_pulse(state_, zones & ~state_.zones_shown);
        state_.zones_shown = zones;
    }

    /// A clicker has no key to play: what is presented plays once the cautions are read.
    void present(const bool on) {
        Presentation& now = state_.presentation;
        if (on == now.on) {
            return;
        }
        now.on = on;
        now.blank = false;
        now.frozen = false;
        now.pointer = Pointer::arrow;
        state_.help_open = false;
        state_.playback.pass = 1;
        if (on) {
            now.looped_before = std::exchange(state_.loop_step, true);
            state_.playback.repeats_before = std::exchange(state_.playback.step_repeats, endless);
            if (!state_.cautions_open) {
                set_playing(true);
            }
        } else {
            state_.loop_step = now.looped_before;
            state_.playback.step_repeats = std::exchange(state_.playback.repeats_before, endless);
            state_.playing = false;
        }
    }

    void peel(const int layers) {
        const int depth = static_cast<int>(depth_of(state_.layers)) + layers;
        (*this)(SetDepth{static_cast<Depth>(std::clamp(depth, 0, depth_count - 1))});
    }

    /// The name of a muscle, bone or organ of this body, else nothing.
    [[nodiscard]] std::string known(const std::string& id) const {
        const auto part = subject_.body ? body::find_part(*subject_.body, id) : std::nullopt;
        return part && subject_.body->parts[*part].entry != nullptr ? id : std::string();
    }

    void go_to_step(const int step) {
        state_.step = std::clamp(step, 0, std::max(0, state_.step_count - 1));
        state_.time_s = 0.0;
        state_.playback.pass = 1;
    }

    void set_playing(const bool playing) {
        state_.playing = playing && state_.step_count > 0;
        if (!state_.playing) {
            return;
        }
        // What plays must be seen, and a lesson that has ended starts again.
        state_.cautions_open = false;
        state_.help_open = false;
        start_again_at_end(state_, subject_);
    }

    State& state_;
    const Subject& subject_;
    glm::vec2 window_px_;
};

/// No act of a person, at most where the mouse happens to lie.
bool happens_by_itself(const Command& command) {
    return std::holds_alternative<Advance>(command) || std::holds_alternative<SettleQuality>(command) ||
           std::holds_alternative<BeginGesture>(command) || std::holds_alternative<HoverZone>(command) ||
           std::holds_alternative<HoverStructure>(command) || std::holds_alternative<HoverLandmark>(command);
}

}  // namespace

State initial_state(const Subject& subject, const float aspect) {
    State state;
    for (const Layer layer :
         {Layer::skin, Layer::towel, Layer::table, Layer::strokes, Layer::hands, Layer::zones, Layer::labels}) {
        state.layers.set(static_cast<std::size_t>(layer));
    }
    if (subject.choreography) {
        state.step_count = static_cast<int>(subject.choreography->steps.size());
        state.breath_per_min = subject.choreography->breath.breath_per_min;
    }
    if (subject.body) {
        state.camera = frame_back(View::back, *subject.body, aspect);
    }
    return state;
}

State apply(State state, const Command& command, const Subject& subject, const glm::vec2 window_px) {
    state.presentation.last_step_told = state.presentation.last_step_told && happens_by_itself(command);
    const ViewChange change(state, command);
    std::visit(Applier{state, subject, window_px}, command);
    follow_practice(state, subject);
    mirror_cameras(state);
    change.tell(state);
    return state;
}

bool is_moving(const State& state) {
    return state.playing || state.flight.has_value() || state.zone_pulse.has_value() || practice_moves(state);
}

}  // namespace dorsum::scene
