#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

#include "app/viewer_window.h"
#include "core/translate.h"
#include "ui/class_view.h"

namespace dorsum::app {

namespace {

constexpr double minute_s = 60.0;

/// "14:05", of this place.
std::string time_of_day() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    std::array<char, 16> text{};
    if (localtime_r(&now, &parts) == nullptr || std::strftime(text.data(), text.size(), "%H:%M", &parts) == 0) {
        return {};
    }
    return text.data();
}

}  // namespace

/// What the class sees: the state as it was when it was frozen, else as it is.
const scene::State& Viewer::state_for_class() const {
    return frozen_ ? *frozen_ : state_;
}

void Viewer::follow_presentation() {
    const scene::Presentation& now = state_.presentation;
    if (now.frozen != frozen_.has_value()) {
        frozen_ = now.frozen ? std::optional(state_) : std::nullopt;
    }
    if (now.on != began_presenting_s_.has_value()) {
        began_presenting_s_ = now.on ? std::optional(Window::now_s()) : std::nullopt;
    }
    const bool wanted = shown_once_ && now.on && now.projector;
    if (!wanted) {
        projector_.reset();
        picture_.drop_second();
    } else if (!projector_) {
        auto opened = ProjectorWindow::open(projector_title(*subject_.lesson));
        if (opened) {
            projector_ = *std::move(opened);
            frames_due_ = std::max(frames_due_, settling_frames);
        } else {
            give_up_projector(to_string(opened.error()));
        }
    } else if (projector_->is_unplugged()) {
        give_up_projector(tr("The projector was unplugged. The lesson is where it was; F5 presents in this window."));
    } else if (projector_->should_close()) {
        give_up_projector(
            tr("The projector's window was closed. The lesson is where it was; F5 presents in this window."));
    }
}

void Viewer::give_up_projector(const std::string& why) {
    projector_.reset();
    picture_.drop_second();
    report(why);
    apply(scene::ShowProjector{false});
}

/// In ImGui's pixels of the main window, where the mouse is over the back; empty elsewhere.
std::optional<ImVec2> Viewer::pointer_in_picture() const {
    const glm::vec2 mouse = window_.mouse_px();
    const glm::vec2 high = area_.low + area_.size;
    const bool within = mouse.x >= area_.low.x && mouse.y >= area_.low.y && mouse.x < high.x && mouse.y < high.y;
    const float ratio = window_.pixel_ratio();
    return within && !ImGui::GetIO().WantCaptureMouse ? std::optional(ImVec2(mouse.x / ratio, mouse.y / ratio))
                                                      : std::nullopt;
}

ui::Viewport Viewer::picture_in_points() const {
    const float ratio = window_.pixel_ratio();
    return {area_.low.x / ratio, area_.low.y / ratio, area_.size.x / ratio, area_.size.y / ratio};
}

/// Captions, and what stands over the picture while it is shown to a class.
void Viewer::draw_over_picture() {
    const ui::Viewport place = picture_in_points();
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    ui::Viewport whole = place;
    if (scene::fills_window(state_.presentation)) {
        whole = {0.0F, 0.0F, window.x, window.y};
        ui::draw_class_overlay(state_for_class(), subject_, picture_.scene(),
                               ui::arrange_for_class(*subject_.lesson, window.x, window.y), labels_);
    } else {
        ui::draw_overlay(state_, subject_, picture_.scene(), place.x, place.y, &labels_);
    }
    const auto pointer = pointer_in_picture();
    scene::State shown = state_;
    shown.presentation.blank = state_.presentation.blank && !projector_;  // the teacher goes on seeing
    ui::draw_teaching_marks(shown, whole, place, pointer);
    if (pointer && state_.presentation.pointer == scene::Pointer::laser && !state_.presentation.blank) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    }
}

/// The same moment from the same camera as in the teacher's window, as large as the projector has it.
void Viewer::draw_projector() {
    if (!projector_) {
        return;
    }
    const ui::Viewport here = picture_in_points();
    const auto pointer = pointer_in_picture();
    const float ratio = projector_->pixel_ratio();
    projector_->show(look(true), [&]() -> const render::PictureTarget* {
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        const ui::ClassLayout layout = ui::arrange_for_class(*subject_.lesson, size.x, size.y);
        const ui::Viewport whole{0.0F, 0.0F, size.x, size.y};
        if (state_.cautions_open && !state_.presentation.blank) {
            static_cast<void>(ui::draw_cautions_card(*subject_.lesson, size.x, size.y, 0));
            return nullptr;
        }
        const glm::ivec2 pixels{glm::max(glm::vec2(layout.picture.width, layout.picture.height) * ratio, 1.0F)};
        if (const auto drawn = picture_.update_second(state_for_class(), subject_, pixels); !drawn) {
            report(to_string(drawn.error()));
            return nullptr;
        }
        ui::draw_class_overlay(state_for_class(), subject_, picture_.second_scene(), layout, class_labels_);
        ui::draw_teaching_marks(state_, whole, layout.picture,
                                pointer ? ui::same_place(*pointer, here, layout.picture) : std::nullopt);
        return picture_.second();
    });
}

ui::WindowLook Viewer::look(const bool for_class) const {
    return {for_class, state_.text_percent, state_.theme};
}

std::optional<ui::Clock> Viewer::clock() const {
    if (!projector_ || !began_presenting_s_) {
        return std::nullopt;
    }
    return ui::Clock{time_of_day(), static_cast<int>((Window::now_s() - *began_presenting_s_) / minute_s)};
}

/// How long the clock, where one is shown, says the same.
std::optional<double> Viewer::clock_stands_s() const {
    if (!projector_ || !began_presenting_s_) {
        return std::nullopt;
    }
    const double of_day_s = minute_s - static_cast<double>(std::time(nullptr) % static_cast<std::time_t>(minute_s));
    const double elapsed_s = minute_s - std::fmod(Window::now_s() - *began_presenting_s_, minute_s);
    return std::max(std::min(of_day_s, elapsed_s), 0.01);
}

}  // namespace dorsum::app
