#include "app/viewer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/bookmark_shelf.h"
#include "app/interrupt.h"
#include "app/load_subject.h"
#include "app/option_values.h"
#include "app/viewer_window.h"
#include "core/log.h"
#include "core/translate.h"
#include "core/user_folders.h"
#include "render/lost_context.h"
#include "ui/class_view.h"

namespace dorsum::app {

namespace {

constexpr double frame_s = 1.0 / 60.0;
constexpr double longest_step_s = 0.25;  ///< of the lesson's time between two frames
constexpr double text_cursor_s = 0.4;
constexpr double longest_wait_s = 3600.0;

}  // namespace

Viewer::Viewer(ViewerCommand command, Window window, ViewerPicture picture,
               std::shared_ptr<const lesson::Lesson> lesson, const LessonLook& seen, ViewerKeeper keeper)
    : command_(std::move(command)),
      window_(std::move(window)),
      picture_(std::move(picture)),
      lesson_(command_.subject, seen),
      quiz_(user_data_folder(), user_state_folder(), command_.quiz_seed),
      keeper_(std::move(keeper)),
      shelf_(shelf_file()) {
    subject_.lesson = std::move(lesson);
    subject_.choreography = std::make_shared<const lesson::Choreography>();
    state_.breath_per_min =
        command_.subject.breath_per_min > 0.0 ? command_.subject.breath_per_min : subject_.lesson->breath_per_min;
    state_ = ui::with_settings(std::move(state_), keeper_.settings());
    memory_.layout = keeper_.panels();
    state_.quiz.setup = quiz_.setup();
    state_.quality = command_.quality.value_or(state_.quality);
    state_.reduced_motion = state_.reduced_motion || command_.reduced_motion;
    state_.language = language();
    loader_.start(command_.subject, subject_.lesson);
}

/// Waits as long as nothing moves and nothing is due.
std::vector<Input> Viewer::next_inputs() {
    if (moving()) {
        // A driver that does not wait for the screen must not make the processor run hot.
        const double left_s = last_frame_s_ + frame_s - Window::now_s();
        return left_s > 0.0 ? window_.wait_at_most(left_s) : window_.poll();
    }
    if (frames_due_ > 0) {
        return window_.poll();
    }
    if (ImGui::GetIO().WantTextInput) {
        frames_due_ = 1;
        return window_.wait_at_most(text_cursor_s);
    }
    keep_settings();
    log::debug("idle after " + std::to_string(frames_drawn_) + " frames");
    std::optional<double> left_s = clock_stands_s();
    frames_due_ = left_s ? 1 : 0;  // when the clock goes on, it is drawn
    if (const auto end_s = lesson_.note_end_s()) {
        left_s = std::min(std::max(*end_s - Window::now_s(), 0.001), left_s.value_or(longest_wait_s));
    }
    if (left_s) {
        return window_.wait_at_most(*left_s);
    }
    return window_.wait();
}

int Viewer::run() {
    // Who logs out, or stops the program from a terminal, finds the settings kept, and nothing goes on talking.
    const InterruptWatch ended_from_outside(Window::wake);
    while (!closing_ && !failed_ && !ended_from_outside.interrupted()) {
        const bool rested = frames_due_ == 0 && !moving();
        std::vector<Input> inputs = next_inputs();
        if (projector_) {
            std::ranges::move(projector_->take_inputs(), std::back_inserter(inputs));
        }
        if (!inputs.empty()) {
            frames_due_ = settling_frames + frames_for(inputs);
        } else if (rested && loader_.busy()) {
            frames_due_ = 1;  // woken by progress
        }
        take_loaded();
        tell_what_is_not_heard();
        if (preparation_.take_finished()) {
            log::debug("structures are prepared");
            frames_due_ = std::max(frames_due_, 2);
        }
        take_relaid();
        follow_landmarks();
        take_lesson();
        follow_presentation();
        const glm::ivec2 size = window_.framebuffer_size();
        if (size.x <= 0 || size.y <= 0) {
            frames_due_ = 0;  // minimised
            was_moving_ = false;
            if (moving()) {
                static_cast<void>(window_.wait_at_most(longest_step_s));
            }
        } else if (frames_due_ > 0 || moving()) {
            draw_frame(inputs);
            if (!has_context()) {
                break;
            }
        }
        ask_before_closing();
    }
    keep_settings();
    keep_window();
    log::debug("frames drawn: " + std::to_string(frames_drawn_));
    return failed_ ? 1 : 0;
}

PictureArea Viewer::picture_area() const {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const ui::Viewport viewport = scene::fills_window(state_.presentation)
                                      ? ui::arrange_for_class(*subject_.lesson, window.x, window.y).picture
                                      : ui::free_viewport(state_, window.x, window.y, memory_.layout);
    const float ratio = window_.pixel_ratio();
    return {glm::floor(glm::vec2(viewport.x, viewport.y) * ratio),
            glm::max(glm::floor(glm::vec2(viewport.width, viewport.height) * ratio), glm::vec2(1.0F))};
}

void Viewer::draw_frame(const std::vector<Input>& inputs) {
    const double now_s = Window::now_s();
    if (was_moving_ && moving()) {
        apply(scene::Advance{std::min(now_s - last_frame_s_, longest_step_s)});
    }
    was_moving_ = moving();
    last_frame_s_ = now_s;

    window_.begin_frame(look(scene::fills_window(state_.presentation)));
    area_ = picture_area();
    const bool over_panel = ImGui::GetIO().WantCaptureMouse;
    for (const Input& input : inputs) {
        handle(input, over_panel);
    }
    if (shown_once_) {
        const scene::State& shown = scene::fills_window(state_.presentation) ? state_for_class() : state_;
        if (const auto drawn = picture_.update(shown, subject_, glm::ivec2(area_.size)); !drawn) {
            report(to_string(drawn.error()));
        }
        draw_over_picture();
    }
    take_kept();
    const ui::Requests requests = ui::draw_panels(state_, subject_, picture_.scene(), notices(), memory_);
    fulfil(requests);
    follow_mouse(requests, over_panel);
    window_.end_frame([this](ImDrawData& drawn) { canvas_.paint(drawn, picture_, area_, window_.framebuffer_size()); });
    draw_projector();
    if (was_moving_) {
        settle_quality(Window::now_s() - now_s);
    }
    ++frames_drawn_;
    frames_due_ = std::max(frames_due_ - 1, 0);
}

/// Makes anew what a driver has forgotten that was reset; model, lesson and view are not its own. False where that
/// cannot be done.
bool Viewer::has_context() {
    constexpr int most_in_a_row = 3;
    if (!render::context_is_lost()) {
        losses_in_a_row_ = 0;
        return true;
    }
    log::warning(tr("the graphics driver was reset: the window is made anew"));
    projector_.reset();  // shares with the context that is lost; comes again with the next frame
    picture_.release();
    canvas_.release();
    auto renewed = window_.renew();
    if (renewed) {
        renewed = picture_.renew();
    }
    if (renewed && ++losses_in_a_row_ > most_in_a_row) {
        renewed = failure({}, tr("the graphics driver is reset again and again"),
                          tr("Update the graphics driver, or draw in software: LIBGL_ALWAYS_SOFTWARE=1 dorsum"));
    }
    if (!renewed) {
        log::error(to_string(renewed.error()));
        failed_ = true;
    }
    frames_due_ = settling_frames;
    return !failed_;
}

/// Only a picture that moves says how many frames a second there can be.
void Viewer::settle_quality(const double frame_s) {
    if (state_.quality != scene::QualityChoice::automatic) {
        return;
    }
    automatic_quality_.add_frame(1000.0 * frame_s);
    if (automatic_quality_.quality() != state_.settled_quality) {
        apply(scene::SettleQuality{automatic_quality_.quality()});
    }
}

void Viewer::report(const std::string& message) {
    log::warning(message);
    messages_.push_back(message);
}

ui::Notices Viewer::notices() const {
    ui::Notices notices;
    if (loader_.busy()) {
        notices.loading = loader_.progress();
        notices.loading_name = loader_.file_name();
    }
    notices.messages = messages_;
    notices.messages.insert(notices.messages.end(), kept_problems_.begin(), kept_problems_.end());
    notices.recent = recent_;
    notices.sound_problem = state_.playback.metronome ? accompaniment_.sound_problem() : std::string();
    notices.voice_problem = accompaniment_.voice_problem();
    notices.clock = clock();
    notices.views_file = usual_views_file().string();
    lesson_.add_to(notices);
    quiz_.add_to(notices);
    practice_.add_to(notices, state_, subject_);
    for (const BundledBody& body : installed_bodies_) {
        const bool shown = subject_.body && subject_.body->file == bundled_model(body.id).string();
        notices.bodies.push_back({body.id, tr(body.name), shown});
    }
    return notices;
}

namespace {

/// What the command line leaves open is as the person has set it.
ViewerCommand with_kept(ViewerCommand command, const ui::Settings& settings) {
    SubjectOptions& subject = command.subject;
    if (subject.language.empty()) {
        subject.language = parse_language(settings.language).value_or(std::string());
    }
    if (subject.breath_per_min == 0.0) {
        subject.breath_per_min = settings.breath_per_min;
    }
    return command;
}

int fail(const Error& error) {
    log::error(to_string(error));
    return 1;
}

}  // namespace

int run_viewer(const ViewerCommand& asked) {
    ViewerKeeper keeper(user_config_folder(), user_state_folder());
    const ViewerCommand command = with_views(with_kept(asked, keeper.settings()));
    if (!command.subject.language.empty()) {
        if (const auto used = use_language(command.subject.language); !used) {
            log::warning(to_string(used.error()));
        }
    }
    const LessonLook seen = look_at_lesson(command.subject);
    auto lesson = load_lesson(command.subject);
    if (!lesson) {
        return fail(lesson.error());
    }
    const glm::ivec2 size = command.size.value_or(WindowPlace{}.size);
    auto window = Window::open(window_title(**lesson), size, command.size ? std::nullopt : keeper.window());
    if (!window) {
        return fail(window.error());
    }
    auto picture = ViewerPicture::create();
    if (!picture) {
        return fail(picture.error());
    }
    Viewer viewer(command, *std::move(window), *std::move(picture), *std::move(lesson), seen, std::move(keeper));
    return viewer.run();
}

}  // namespace dorsum::app
