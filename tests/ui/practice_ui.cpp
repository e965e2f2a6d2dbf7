#include "practice_ui.h"

#include <filesystem>
#include <stdexcept>

#include "ui/theme.h"

namespace dorsum::test {

PracticeUi::PracticeUi(const float width, const float height, const float scale) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    ui::apply_theme(scale);
    unsigned char* pixels = nullptr;
    int font_width = 0;
    int font_height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &font_width, &font_height);
}

PracticeUi::~PracticeUi() {
    ImGui::DestroyContext(context_);
}

void PracticeUi::frame(const std::function<void()>& draw) {
    ImGui::GetIO().DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    draw();
    ImGui::Render();
}

void PracticeUi::move_mouse(const ImVec2 position) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMousePosEvent(position.x, position.y);
#else
    ImGui::GetIO().MousePos = position;
#endif
}

void PracticeUi::hold_mouse(const bool down) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMouseButtonEvent(0, down);
#else
    ImGui::GetIO().MouseDown[0] = down;
#endif
}

scene::Subject practice_subject() {
    const auto path = std::filesystem::path(DORSUM_TEST_ASSETS) / "lessons" / "back-massage.toml";
    auto reading = lesson::read_lesson(path);
    if (!reading.lesson) {
        throw std::runtime_error("the bundled lesson cannot be read");
    }
    scene::Subject subject;
    auto choreography = std::make_shared<lesson::Choreography>();
    double duration_s = 10.0;
    for (std::size_t step = 0; step < reading.lesson->steps.size(); ++step) {
        lesson::StepOnBody on_body;
        on_body.duration_s = duration_s;
        on_body.round_s = duration_s;
        if (step > 0) {
            lesson::Stroke stroke;
            stroke.duration_s = duration_s * 0.5;
            on_body.strokes.push_back(stroke);
        }
        choreography->steps.push_back(on_body);
        duration_s += 10.0;
    }
    subject.lesson = std::make_shared<const lesson::Lesson>(*std::move(reading.lesson));
    subject.choreography = choreography;
    return subject;
}

scene::State practice_state(const scene::Subject& subject) {
    scene::State state = scene::initial_state(subject, 1.0F);
    state.cautions_open = false;
    return state;
}

PracticePanels::PracticePanels(const float width, const float height, const float scale)
    : subject(practice_subject()), state(practice_state(subject)), ui_(width, height, scale) {
    scene.size_px = {width, height};
    for (int count = 0; count < 3; ++count) {
        frame();  // ImGui measures windows on their first frames
    }
}

ui::Requests PracticePanels::frame() {
    ui::Requests requests;
    ui_.frame([&] { requests = ui::draw_panels(state, subject, scene, notices, memory); });
    return requests;
}

ui::Requests PracticePanels::click(const ImVec2 position) {
    ui::Requests all;
    const auto step = [&] {
        ui::Requests now = frame();
        for (scene::Command& command : now.commands) {
            if (!std::holds_alternative<scene::HoverZone>(command)) {
                all.commands.push_back(std::move(command));
            }
        }
        all.cancel_loading = all.cancel_loading || now.cancel_loading;
        all.dismiss_messages = all.dismiss_messages || now.dismiss_messages;
        all.save_landmarks = all.save_landmarks || now.save_landmarks;
        all.practice = now.practice ? now.practice : all.practice;
        if (now.save_answer) {
            all.save_answer = now.save_answer;
        }
        if (now.open_model) {
            all.open_model = now.open_model;
        }
        if (now.forget_recent) {
            all.forget_recent = now.forget_recent;
        }
        if (now.open_body) {
            all.open_body = now.open_body;
        }
    };
    ui_.move_mouse(position);
    step();
    step();
    ui_.hold_mouse(true);
    step();
    ui_.hold_mouse(false);
    step();
    return all;
}

ui::Requests PracticePanels::drag(const ImVec2 from, const ImVec2 to) {
    ui::Requests all;
    const auto step = [&] {
        for (scene::Command& command : frame().commands) {
            all.commands.push_back(std::move(command));
        }
    };
    ui_.move_mouse(from);
    step();
    ui_.hold_mouse(true);
    step();
    step();
    ui_.move_mouse(to);
    step();
    step();
    ui_.hold_mouse(false);
    step();
    return all;
}

std::vector<scene::Command> PracticePanels::click_all_over(const ui::Viewport& part, const float distance) {
    std::vector<scene::Command> commands;
    for (float y = part.y + distance * 0.5F; y < part.y + part.height; y += distance) {
        for (float x = part.x + distance * 0.5F; x < part.x + part.width; x += distance) {
            const ui::PanelMemory before = memory;
            for (scene::Command& command : click({x, y}).commands) {
                commands.push_back(std::move(command));
            }
            memory = before;
        }
    }
    return commands;
}

}  // namespace dorsum::test
