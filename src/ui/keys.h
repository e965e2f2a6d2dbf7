#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scene/command.h"
#include "scene/state.h"
#include "ui/panels.h"

namespace dorsum::ui {

/// What a key does that changes the window rather than the state.
enum class WindowAction { open_model, save_landmarks, search, quit };

/// A key of the window itself; codes as in scene::KeyBinding.
struct WindowKey {
    int key;
    int modifiers;
    const char* key_name;
    const char* description;  ///< translated
    WindowAction action;
};
[[nodiscard]] std::span<const WindowKey> window_keys();

/// The name of the key for it.
[[nodiscard]] std::string keys_for(WindowAction action);

/// A key as printed on a keyboard of the language: "Espace" of "Space", "Ctrl+Maj+Z" of "Ctrl+Shift+Z".
[[nodiscard]] std::string key_text(std::string_view key_name);

/// A key that answers what becomes of landmarks that were moved.
struct AnswerKey {
    int key;
    const char* key_name;
    SaveAnswer answer;
};
/// Those of a bundled body cannot be saved.
[[nodiscard]] std::span<const AnswerKey> answer_keys(bool can_save);
/// The names of the keys for it.
[[nodiscard]] std::string keys_for(SaveAnswer answer);

/// What the mouse does by this habit, for the help sheet; both texts are translated.
struct MouseHint {
    const char* gesture;
    const char* description;
};
[[nodiscard]] std::vector<MouseHint> mouse_hints(scene::CameraHabit habit);
/// Those of them that move the camera by dragging and the wheel.
[[nodiscard]] std::vector<MouseHint> camera_hints(scene::CameraHabit habit);

/// What brings the chosen zone, or else the whole back, into view.
[[nodiscard]] scene::Command frame_command(const scene::State& state);

/// The names of the keys that ask for this command in this state, "PageDown, N"; empty if none do.
[[nodiscard]] std::string keys_for(const scene::State& state, const scene::Command& command);

}  // namespace dorsum::ui
