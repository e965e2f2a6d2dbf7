#pragma once

#include <imgui.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/accompaniment.h"
#include "app/bookmark_shelf.h"
#include "app/bundled_bodies.h"
#include "app/options.h"
#include "app/projector_window.h"
#include "app/structure_preparation.h"
#include "app/viewer_keeper.h"
#include "app/viewer_landmarks.h"
#include "app/viewer_lesson.h"
#include "app/viewer_loader.h"
#include "app/viewer_mouse.h"
#include "app/viewer_picture.h"
#include "app/viewer_quiz.h"
#include "app/viewer_practice.h"
#include "app/window.h"
#include "app/window_canvas.h"
#include "scene/apply.h"
#include "render/frame_buffers.h"
#include "scene/automatic_quality.h"
#include "ui/panels.h"

namespace dorsum::app {

/// Frames drawn after the last input, so that Dear ImGui's hover and layout come to rest.
inline constexpr int settling_frames = 4;

/// The window with all that is in it: draws what is to be drawn, takes what comes in, and rests in between.
/// viewer.cpp draws, viewer_subject.cpp exchanges model, lesson and landmarks, viewer_input.cpp answers the person,
/// viewer_kept.cpp keeps settings and the like, viewer_bookmarks.cpp the views that were kept, viewer_projector.cpp
/// shows what a class sees.
class Viewer {
public:
    Viewer(ViewerCommand command, Window window, ViewerPicture picture, std::shared_ptr<const lesson::Lesson> lesson,
           const LessonLook& seen, ViewerKeeper keeper);
    int run();

private:
    [[nodiscard]] std::vector<Input> next_inputs();
    void draw_frame(const std::vector<Input>& inputs);
    [[nodiscard]] bool has_context();
    void take_loaded();
    void adopt(scene::Subject loaded);
    void tell_warnings();
    void take_relaid();
    void follow_landmarks();
    void leave(Departure departure);
    void go(const Departure& departure);
    void answer(ui::SaveAnswer answer);
    void ask_before_closing();
    void take_lesson();
    void load(const std::filesystem::path& model, const std::string& body = {});
    void handle(const Input& input, bool over_panel);
    void press(const KeyPressed& key);
    void search(bool covered);
    void follow_mouse(const ui::Requests& requests, bool over_panel);
    void fulfil(const ui::Requests& requests);
    void apply(const scene::Command& asked);
    void settle_quality(double frame_s);
    void tell_what_is_not_heard();
    [[nodiscard]] std::string language_of_lesson() const;
    void report(const std::string& message);
    void keep_settings();
    void keep_window();
    void take_kept();
    void take_bookmarks();
    void keep_bookmarks();
    void open_file(const std::filesystem::path& file);
    void open_views(const std::filesystem::path& file);
    void save_views(const std::filesystem::path& file);
    void tell_misfit(const scene::Command& command);
    void speak();
    void show_language();
    void follow_presentation();
    void give_up_projector(const std::string& why);
    void draw_over_picture();
    void draw_projector();
    [[nodiscard]] const scene::State& state_for_class() const;
    [[nodiscard]] std::optional<ImVec2> pointer_in_picture() const;
    [[nodiscard]] ui::Viewport picture_in_points() const;
    [[nodiscard]] ui::WindowLook look(bool for_class) const;
    [[nodiscard]] std::optional<ui::Clock> clock() const;
    [[nodiscard]] std::optional<double> clock_stands_s() const;
    [[nodiscard]] bool dismiss_messages();
    [[nodiscard]] ui::Notices notices() const;
    [[nodiscard]] PictureArea picture_area() const;
    [[nodiscard]] bool moving() const { return shown_once_ && scene::is_moving(state_); }

    ViewerCommand command_;
    Window window_;
    ViewerPicture picture_;
    WindowCanvas canvas_;
    std::optional<ProjectorWindow> projector_;
    std::optional<scene::State> frozen_;        ///< what the class sees, while that stays as it is
    std::optional<double> began_presenting_s_;  ///< of now_s()
    ViewerLoader loader_;
    ViewerLandmarks landmarks_;
    ViewerLesson lesson_;
    ViewerMouse mouse_;
    Accompaniment accompaniment_;
    ViewerQuiz quiz_;
    ViewerPractice practice_;
    scene::Subject subject_;
    scene::State state_;
    scene::AutomaticQuality automatic_quality_{render::draws_on_graphics_card()};
    ui::PanelMemory memory_;
    ui::LabelMemory labels_;
    ui::LabelMemory class_labels_;  ///< in the projector's window
    ViewerKeeper keeper_;
    BookmarkShelf shelf_;
    scene::BookmarkList shelved_;             ///< as the shelf has them
    std::vector<std::string> kept_problems_;  ///< of settings and the like; to be shown until they are closed
    std::vector<ui::RecentFile> recent_;      ///< as they were when the list was opened
    bool recent_shown_ = false;
    std::vector<std::string> messages_;
    std::vector<BundledBody> installed_bodies_ = installed_bodies();
    PictureArea area_;
    StructurePreparation preparation_;
    bool language_chosen_ = false;  ///< in this window, and so to be kept
    bool shown_once_ = false;       ///< there is a body in the picture
    bool failed_ = false;           ///< there never will be
    bool was_moving_ = false;
    bool closing_ = false;  ///< the person has been asked what is to be asked
    int frames_due_ = settling_frames;
    int losses_in_a_row_ = 0;  ///< of the OpenGL context
    long frames_drawn_ = 0;
    double last_frame_s_ = 0.0;
};

}  // namespace dorsum::app
