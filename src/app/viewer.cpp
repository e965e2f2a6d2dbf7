#include "app/viewer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/bundled_bodies.h"
#include "app/landmark_relay.h"
#include "app/load_subject.h"
#include "app/new_body.h"
#include "app/new_lesson.h"
#include "app/structure_preparation.h"
#include "app/viewer_keys.h"
#include "app/viewer_lesson.h"
#include "app/viewer_loader.h"
#include "app/viewer_mouse.h"
#include "app/viewer_picture.h"
#include "app/window.h"
#include "core/log.h"
#include "core/translate.h"
#include "ui/panels.h"

namespace dorsum::app {

namespace {

/// Frames drawn after the last input, so that Dear ImGui's hover and layout come to rest.
constexpr int settling_frames = 4;
constexpr double frame_s = 1.0 / 60.0;
constexpr double longest_step_s = 0.25;  ///< of the lesson's time between two frames
constexpr double text_cursor_s = 0.4;

class Viewer {
public:
    Viewer(ViewerCommand command, Window window, ViewerPicture picture, std::shared_ptr<const lesson::Lesson> lesson,
           const LessonLook& seen);
    int run();

private:
    [[nodiscard]] std::vector<Input> next_inputs();
    void draw_frame(const std::vector<Input>& inputs);
    void take_loaded();
    void adopt(LoadedSubject loaded);
    void take_relaid();
    void save();
    void take_lesson();
    void load(const std::filesystem::path& model, const std::string& body = {});
    void handle(const Input& input, bool over_panel);
    void press(const KeyPressed& key);
    void follow_mouse(const ui::Requests& requests, bool over_panel);
    void fulfil(const ui::Requests& requests);
    void apply(const scene::Command& command);
    void report(const std::string& message);
    [[nodiscard]] ui::Notices notices() const;
    [[nodiscard]] PictureArea picture_area() const;
    [[nodiscard]] bool moving() const { return shown_once_ && scene::is_moving(state_); }

    ViewerCommand command_;
    Window window_;
    ViewerPicture picture_;
    ViewerLoader loader_;
    LandmarkRelay relay_;
    ViewerLesson lesson_;
    ViewerMouse mouse_;
    scene::Subject subject_;
    scene::State state_;
    ui::PanelMemory memory_;
    std::vector<std::string> messages_;
    std::vector<BundledBody> installed_bodies_ = installed_bodies();
    PictureArea area_;
    StructurePreparation preparation_;
    bool shown_once_ = false;  ///< there is a body in the picture
    bool failed_ = false;      ///< there never will be
    bool was_moving_ = false;
    bool save_due_ = false;  ///< as soon as the landmarks lie where they were moved
    int frames_due_ = settling_frames;
    long frames_drawn_ = 0;
    double last_frame_s_ = 0.0;
};

Viewer::Viewer(ViewerCommand command, Window window, ViewerPicture picture,
               std::shared_ptr<const lesson::Lesson> lesson, const LessonLook& seen)
    : command_(std::move(command)),
      window_(std::move(window)),
      picture_(std::move(picture)),
      lesson_(command_.subject, seen) {
    subject_.lesson = std::move(lesson);
    subject_.choreography = std::make_shared<const lesson::Choreography>();
    state_.breath_per_min =
        command_.subject.breath_per_min > 0.0 ? command_.subject.breath_per_min : subject_.lesson->breath_per_min;
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
    log::debug("idle after " + std::to_string(frames_drawn_) + " frames");
    if (const auto end_s = lesson_.note_end_s()) {
        return window_.wait_at_most(std::max(*end_s - Window::now_s(), 0.001));
    }
    return window_.wait();
}

int Viewer::run() {
    while (!window_.should_close() && !failed_) {
        const bool rested = frames_due_ == 0 && !moving();
        const std::vector<Input> inputs = next_inputs();
        if (!inputs.empty()) {
            frames_due_ = settling_frames + frames_for(inputs);
        } else if (rested && loader_.busy()) {
            frames_due_ = 1;  // woken by progress
        }
        take_loaded();
        if (preparation_.take_finished()) {
            frames_due_ = std::max(frames_due_, 2);
        }
        take_relaid();
        take_lesson();
        const glm::ivec2 size = window_.framebuffer_size();
        if (size.x <= 0 || size.y <= 0) {
            frames_due_ = 0;  // minimised
            was_moving_ = false;
            if (moving()) {
                static_cast<void>(window_.wait_at_most(longest_step_s));
            }
        } else if (frames_due_ > 0 || moving()) {
            draw_frame(inputs);
        }
    }
    log::debug("frames drawn: " + std::to_string(frames_drawn_));
    return failed_ ? 1 : 0;
}

PictureArea Viewer::picture_area() const {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const ui::Viewport viewport = ui::free_viewport(state_, window.x, window.y);
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

    window_.begin_frame();
    area_ = picture_area();
    const bool over_panel = ImGui::GetIO().WantCaptureMouse;
    for (const Input& input : inputs) {
        handle(input, over_panel);
    }
    const float ratio = window_.pixel_ratio();
    if (shown_once_) {
        if (const auto drawn = picture_.update(state_, subject_, glm::ivec2(area_.size)); !drawn) {
            report(to_string(drawn.error()));
        }
        ui::draw_overlay(state_, subject_, picture_.scene(), area_.low.x / ratio, area_.low.y / ratio);
    }
    const ui::Requests requests = ui::draw_panels(state_, subject_, picture_.scene(), notices(), memory_);
    fulfil(requests);
    follow_mouse(requests, over_panel);
    picture_.show(area_, window_.framebuffer_size());
    window_.end_frame();
    ++frames_drawn_;
    frames_due_ = std::max(frames_due_ - 1, 0);
}

void Viewer::take_loaded() {
    const std::string name = loader_.file_name();
    auto outcome = loader_.take();
    if (!outcome) {
        return;
    }
    frames_due_ = settling_frames;
    if (*outcome) {
        return adopt(**std::move(outcome));
    }
    report(to_string(outcome->error()));
    if (shown_once_) {
        return;
    }
    // What the person named cannot be shown: show the bundled back. If that was it, there is nothing.
    if (model_path(command_.subject) == bundled_model()) {
        failed_ = true;
    } else {
        load({});
    }
}

void Viewer::adopt(LoadedSubject loaded) {
    messages_.clear();  // they spoke of the model before
    for (const std::string& warning : loaded.warnings) {
        report(warning);
    }
    subject_ = std::move(loaded.subject);
    const scene::State fresh = scene::initial_state(subject_, area_.size.x / area_.size.y);
    state_ = shown_once_ ? on_new_body(std::move(state_), fresh, subject_) : on_first_body(state_, fresh);
    shown_once_ = true;
    preparation_.start(subject_);
    save_due_ = false;
    relay_.begin(subject_.body);
    log::debug("loaded " + subject_.body->file);
}

/// The body and the lesson on it follow the landmarks.
void Viewer::take_relaid() {
    if (auto outcome = relay_.take()) {
        frames_due_ = settling_frames;
        messages_.clear();
        if (*outcome) {
            state_ = on_moved_body(std::move(state_), *subject_.body, *(*outcome)->body);
            const auto lesson = subject_.lesson;
            subject_ = **std::move(outcome);
            if (subject_.lesson != lesson) {  // another one came meanwhile
                subject_ = scene::with_lesson(std::move(subject_), lesson, state_.breath_per_min);
            }
            for (const std::string& warning : warnings_of(subject_)) {
                report(warning);
            }
            preparation_.start(subject_);
            log::debug("landmarks laid");
        } else {
            report(to_string(outcome->error()));
            apply(scene::TakeBackLandmarks{});
        }
    }
    relay_.follow(state_, subject_);
    if (save_due_ && !relay_.busy()) {
        save_due_ = false;
        save();
    }
}

void Viewer::save() {
    const auto written = save_landmarks(*subject_.body);
    report(written ? std::string(tr("Landmarks saved")) + ": " + written->string() : to_string(written.error()));
    frames_due_ = settling_frames;
}

void Viewer::take_lesson() {
    if (!lesson_.update(subject_, state_, Window::now_s())) {
        return;
    }
    frames_due_ = std::max(frames_due_, settling_frames);
    const auto subject = lesson_.take();
    if (!subject) {
        return;
    }
    forget_warnings(messages_, subject_);
    for (const std::string& warning : lesson_warnings_of(*subject)) {
        report(warning);
    }
    state_ = on_new_lesson(std::move(state_), *subject_.lesson, *subject);
    scene::Subject next = *subject;
    next.under = subject_.under;  // of the same body
    next.safety = subject_.safety;
    next.explosion = subject_.explosion;
    subject_ = std::move(next);
    window_.set_title(window_title(*subject_.lesson));
    log::debug("at step " + std::to_string(state_.step + 1));
}

void Viewer::load(const std::filesystem::path& model, const std::string& body) {
    command_.subject.model = model;
    command_.subject.body = body;
    command_.subject.axes = {};  // they were given for the model of the command line
    command_.subject.breath_per_min = state_.breath_per_min;
    loader_.start(command_.subject, subject_.lesson);
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
    lesson_.add_to(notices);
    for (const BundledBody& body : installed_bodies_) {
        const bool shown = subject_.body && subject_.body->file == bundled_model(body.id).string();
        notices.bodies.push_back({body.id, tr(body.name), shown});
    }
    return notices;
}

void Viewer::handle(const Input& input, const bool over_panel) {
    const auto apply_all = [this](const std::vector<scene::Command>& commands) {
        for (const scene::Command& command : commands) {
            apply(command);
        }
    };
    if (const auto* key = std::get_if<KeyPressed>(&input)) {
        press(*key);
    } else if (const auto* drop = std::get_if<FilesDropped>(&input)) {
        if (!drop->files.empty()) {
            load(drop->files.front());
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
    if (memory_.open_model_shown) {  // the field has the keyboard
        memory_.open_model_entered = is_enter(key);
        memory_.open_model_shown = !is_escape(key);
        return;
    }
    if (is_escape(key) && (!messages_.empty() || lesson_.has_problem()) && !state_.help_open && !state_.cautions_open) {
        messages_.clear();
        lesson_.dismiss();
        return;
    }
    const KeyMeaning meaning = meaning_of(key, state_);
    if (const auto* command = std::get_if<scene::Command>(&meaning)) {
        apply(*command);
    } else if (const auto* action = std::get_if<ui::WindowAction>(&meaning)) {
        if (*action == ui::WindowAction::quit) {
            window_.close();
        } else if (*action == ui::WindowAction::save_landmarks) {
            save_due_ = shown_once_;
        } else {
            memory_.open_model_shown = true;
        }
    }
}

/// The landmark, zone or structure under the mouse lights up, in the picture or in a list.
void Viewer::follow_mouse(const ui::Requests& requests, const bool over_panel) {
    if (mouse_.dragging() || !shown_once_) {
        return;
    }
    for (const scene::Command& hover : hovers_at(window_.mouse_px(), over_panel, state_, subject_, area_)) {
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
        if (!shown_once_) {
            window_.close();
        }
    }
    if (requests.dismiss_messages) {
        messages_.clear();
        lesson_.dismiss();
    }
    save_due_ = save_due_ || (requests.save_landmarks && shown_once_);
    if (requests.open_model) {
        load(*requests.open_model);
    }
    if (requests.open_body) {
        load({}, *requests.open_body);
    }
}

void Viewer::apply(const scene::Command& command) {
    if (hovers_the_same(command, state_)) {
        return;
    }
    if (!std::holds_alternative<scene::Advance>(command)) {
        log::debug(scene::describe(command));
        frames_due_ = std::max(frames_due_, 2);
    }
    const int step_before = state_.step;
    state_ = scene::apply(std::move(state_), command, subject_, area_.size);
    if (state_.step != step_before) {
        log::debug("step " + std::to_string(state_.step + 1));
    }
    if (subject_.body && subject_.choreography->breath.breath_per_min != state_.breath_per_min) {
        subject_ = scene::at_breath_rate(std::move(subject_), state_.breath_per_min);
    }
}

int fail(const Error& error) {
    log::error(to_string(error));
    return 1;
}

}  // namespace

int run_viewer(const ViewerCommand& command) {
    const LessonLook seen = look_at_lesson(command.subject);
    auto lesson = load_lesson(command.subject);
    if (!lesson) {
        return fail(lesson.error());
    }
    auto window = Window::open(window_title(**lesson), command.size);
    if (!window) {
        return fail(window.error());
    }
    auto picture = ViewerPicture::create();
    if (!picture) {
        return fail(picture.error());
    }
    Viewer viewer(command, *std::move(window), *std::move(picture), *std::move(lesson), seen);
    return viewer.run();
}

}  // namespace dorsum::app
