#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <vector>

#include "scene/apply.h"
#include "scene/scene.h"
#include "ui/panels.h"

namespace dorsum::test {

/// Dear ImGui without a window: it takes mouse events and draws into nothing.
class PracticeUi {
public:
    PracticeUi(float width, float height, float scale = 1.0F);
    ~PracticeUi();
    PracticeUi(const PracticeUi&) = delete;
    PracticeUi& operator=(const PracticeUi&) = delete;

    /// One frame with the mouse where it is.
    void frame(const std::function<void()>& draw);
    void move_mouse(ImVec2 position);
    void hold_mouse(bool down);

private:
    ImGuiContext* context_;
};

/// A subject with the bundled lesson and a choreography of plain durations, on no body.
[[nodiscard]] scene::Subject practice_subject();
[[nodiscard]] scene::State practice_state(const scene::Subject& subject);

/// Panels on a practice display; what a person asks for is collected, not carried out.
class PracticePanels {
public:
    PracticePanels(float width, float height, float scale = 1.0F);

    /// Moves to a point and clicks there, as a hand does; what was asked for meanwhile.
    ui::Requests click(ImVec2 position);
    /// Presses at one point, moves to another and lets go there.
    ui::Requests drag(ImVec2 from, ImVec2 to);
    /// Clicks all over a part of the window, and gathers the commands.
    std::vector<scene::Command> click_all_over(const ui::Viewport& part, float distance);
    ui::Requests frame();

    scene::Subject subject;
    scene::State state;
    scene::Scene scene;
    ui::Notices notices;
    ui::PanelMemory memory;

private:
    PracticeUi ui_;
};

}  // namespace dorsum::test
