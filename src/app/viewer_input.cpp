#include <algorithm>
#include <utility>
#include <variant>

#include "app/landmark_relay.h"
#include "app/viewer_keys.h"
#include "app/viewer_window.h"
#include "core/log.h"
#include "core/translate.h"
#include "scene/practice.h"
#include "ui/tour.h"

namespace dorsum::app {

void Viewer::handle(const Input& input, const bool over_panel) {
    const auto apply_all = [this](const std::vector<scene::Command>& commands) {
        for (const scene::Command& command : commands) {
            apply(command);
        }
    };
    const auto* pushed = std::get_if<MouseButton>(&input);
    if (std::holds_alternative<KeyPressed>(input) || (pushed != nullptr && pushed->pressed)) {
        apply(scene::BeginGesture{});
    }
    if (const auto* key = std::get_if<KeyPressed>(&input)) {
        press(*key);
    } else if (const auto* drop = std::get_if<FilesDropped>(&input)) {
        if (!drop->files.empty()) {
            open_file(drop->files.front());
        }
    } else if (!shown_once_) {
        return;
    } else if (const auto* moved = std::get_if<MouseMoved>(&input)) {
        apply_all(mouse_.on(*moved));
    } else if (const auto* button = std::get_if<MouseButton>(&input)) {
        apply_all(mouse_.on(*button, state_, subject_, area_, over_panel));
    } else if (const auto* wheel = std::get_if<MouseWheel>(&input)) {
        apply_all(ViewerMouse::on(*wheel, over_panel));
    }
}

void Viewer::press(const KeyPressed& key) {
    if (state_.asking_to_save) {
        if (const auto answered = answer_of(key, !is_bundled(subject_.body->file))) {
            answer(*answered);
        }
        return;
    }
    if (memory_.open_model_shown) {  // the field has the keyboard
        memory_.open_model_entered = is_enter(key);
        memory_.open_model_shown = !is_escape(key);
        return;
    }
    if (memory_.tools.field != ui::ToolsMemory::Field::none) {
        memory_.tools.take_key(is_enter(key), is_escape(key));
        return;
    }
    if (ImGui::GetIO().WantTextInput && !memory_.explore.typing) {  // a field has the keyboard, until it is left
        if (is_enter(key) || is_escape(key)) {
            ImGui::SetWindowFocus(nullptr);
        }
        return;
    }
    const bool sheet_open = state_.help_open || state_.cautions_open;
    const bool tip_shown = memory_.tour_tip && !sheet_open && !scene::fills_window(state_.presentation);
    if (tip_shown && (is_escape(key) || is_enter(key))) {
        memory_.tour_tip = is_escape(key) ? ui::tour_tip_count : *memory_.tour_tip + 1;
        return;
    }
    if (memory_.explore.typing && !sheet_open && ui::take_key(memory_.explore, key.key, key.modifiers)) {
        return;
    }
    if (is_escape(key) && !sheet_open && (dismiss_messages() || std::exchange(memory_.playing.options_shown, false))) {
        return;
    }
    const KeyMeaning meaning = meaning_of(key, state_);
    if (const auto* command = std::get_if<scene::Command>(&meaning)) {
        apply(*command);
    } else if (const auto* action = std::get_if<ui::WindowAction>(&meaning)) {
        if (*action == ui::WindowAction::quit) {
            leave(CloseWindow{});
        } else if (*action == ui::WindowAction::save_landmarks) {
            landmarks_.ask_for_save();
        } else if (*action == ui::WindowAction::search) {
            search(sheet_open);
        } else {
            memory_.open_model_shown = true;
        }
    }
}

/// The field has its place in a panel that is to be seen.
void Viewer::search(const bool covered) {
    if (covered || scene::fills_window(state_.presentation)) {
        return;
    }
    if (!state_.panels_shown) {
        apply(scene::ShowPanels{true});
    }
    memory_.tab = ui::LeftTab::body;
    ui::begin_search(memory_.explore);
}

/// The landmark, zone or structure under the mouse lights up, in the picture or in a list.
void Viewer::follow_mouse(const ui::Requests& requests, const bool over_panel) {
    if (mouse_.dragging() || !shown_once_) {
        return;
    }
    // Who shows something with a dot or a light, draws, measures or traces a stroke lights up nothing else.
    const bool points = state_.presentation.pointer != scene::Pointer::arrow || state_.pen.on ||
                        state_.measurement.on || scene::practice_moves(state_);
    for (const scene::Command& hover : hovers_at(window_.mouse_px(), over_panel || points, state_, subject_, area_)) {
        const bool asked_by_panel =
            std::any_of(requests.commands.begin(), requests.commands.end(),
                        [&hover](const auto& command) { return command.index() == hover.index(); });
        if (!asked_by_panel) {
            apply(hover);
        }
    }
}

void Viewer::fulfil(const ui::Requests& requests) {
    for (const scene::Command& command : requests.commands) {
        apply(command);
    }
    if (requests.cancel_loading) {
        loader_.cancel();
        closing_ = closing_ || !shown_once_;
    }
    if (requests.dismiss_messages) {
        static_cast<void>(dismiss_messages());
    }
    if (requests.forget_recent) {
        keeper_.forget_recent(*requests.forget_recent);
        recent_ = keeper_.recent();
    }
    if (requests.tour_ended) {
        keeper_.keep_tour_seen();
    }
    if (requests.save_views) {
        save_views(*requests.save_views);
    }
    if (requests.quiz) {
        quiz_.fulfil(*requests.quiz);
    }
    if (requests.practice) {
        practice_.fulfil(*requests.practice);
    }
    if (requests.save_landmarks) {
        landmarks_.ask_for_save();
    }
    if (requests.save_answer && state_.asking_to_save) {
        answer(*requests.save_answer);
    }
    if (requests.open_model) {
        open_file(*requests.open_model);
    }
    if (requests.open_body) {
        leave(OpenBundledBody{*requests.open_body});
    }
}

void Viewer::apply(const scene::Command& asked) {
    const auto* present = std::get_if<scene::Present>(&asked);
    const bool begins = present != nullptr && present->on && !state_.presentation.on;
    // Where there is a second screen, that is what a class looks at.
    const scene::Command command =
        quiz_.completed(begins && has_second_screen() ? scene::ShowProjector{true} : asked, state_);
    if (hovers_the_same(command, state_)) {
        return;
    }
    if (!std::holds_alternative<scene::Advance>(command) && !std::holds_alternative<scene::BeginGesture>(command)) {
        log::debug(scene::describe(command));
        frames_due_ = std::max(frames_due_, 2);
    }
    tell_misfit(command);
    const scene::State before = state_;
    state_ = scene::apply(std::move(state_), command, subject_, area_.size);
    if (state_.language != language()) {
        speak();
    }
    quiz_.follow(state_);
    practice_.follow(state_, subject_);
    const auto* advance = std::get_if<scene::Advance>(&command);
    const bool speaks = state_.playback.voice != scene::Voice::off;
    accompaniment_.follow(before, state_, subject_, advance != nullptr ? advance->elapsed_s : 0.0,
                          speaks ? language_of_lesson() : std::string());
    if (advance != nullptr && scene::has_begun_again(before, state_)) {
        log::debug(scene::words_of_pass(state_));
    }
    if (state_.step != before.step) {
        log::debug("step " + std::to_string(state_.step + 1));
    }
    if (subject_.body && subject_.choreography->breath.breath_per_min != state_.breath_per_min) {
        subject_ = scene::at_breath_rate(std::move(subject_), state_.breath_per_min);
        lesson_.refresh_findings(subject_);
    }
}

}  // namespace dorsum::app
