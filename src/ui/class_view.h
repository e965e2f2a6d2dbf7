#pragma once

#include <imgui.h>

#include <optional>

#include "lesson/lesson.h"
#include "scene/scene.h"
#include "ui/label_layout.h"
#include "ui/panels.h"

// What a class sees: the picture without panels and one large caption below it. All is drawn into the background of the
// current ImGui frame; sizes are ImGui's pixels, from the top left of the window.

namespace dorsum::ui {

struct ClassLayout {
    Viewport picture;
    Viewport caption;  ///< at the foot, off the picture; a third of the height at most
};

/// The caption's place has room for that of every step, as far as a third of the height goes.
[[nodiscard]] ClassLayout arrange_for_class(const lesson::Lesson& lesson, float width, float height);

/// Number, title and cue of the step, as large as has room.
void draw_class_caption(const scene::State& state, const lesson::Lesson& lesson, const Viewport& place);

/// Caption, labels, breath gauge and marks of orientation; of a state and the scene made of it.
void draw_class_overlay(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene,
                        const ClassLayout& layout, LabelMemory& memory);

/// Over `whole`: black while the picture is blank, else what follows the mouse, and a word after the last step.
/// @param picture  the part of `whole` that shows the back
/// @param pointer  where the mouse is over the picture; empty elsewhere
void draw_teaching_marks(const scene::State& state, const Viewport& whole, const Viewport& picture,
                         std::optional<ImVec2> pointer);

/// Where a point of one picture lies in another one of the same camera; empty beside the first.
[[nodiscard]] std::optional<ImVec2> same_place(ImVec2 point, const Viewport& from, const Viewport& to);

}  // namespace dorsum::ui
