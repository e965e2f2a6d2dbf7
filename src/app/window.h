#pragma once

#include <imgui.h>

#include <filesystem>
#include <functional>
#include <glm/vec2.hpp>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/window_place.h"
#include "core/error.h"
#include "ui/theme.h"

namespace dorsum::app {

// What comes in from mouse, keyboard and desktop. Positions are in pixels of the framebuffer from
// the top left; keys, buttons and modifiers are numbered as GLFW does.
struct MouseMoved {
    glm::vec2 position_px{0.0F};
    double time_s = 0.0;
};
struct MouseButton {
    int button = 0;
    bool pressed = false;
    int modifiers = 0;
    glm::vec2 position_px{0.0F};
    double time_s = 0.0;
};
struct MouseWheel {
    float steps = 0.0F;
};
struct KeyPressed {
    int key = 0;
    int modifiers = 0;  ///< shift, control, alt, super; the locks left out
};
struct FilesDropped {
    std::vector<std::filesystem::path> files;
};
/// Anything else after which the window may look different: size, focus, text, a finished task.
struct Stirred {};

using Input = std::variant<MouseMoved, MouseButton, MouseWheel, KeyPressed, FilesDropped, Stirred>;

/// How many frames Dear ImGui needs to take these in: from 1.87 on one key or button a frame, so that none that is
/// quickly let go is lost.
[[nodiscard]] int frames_for(const std::vector<Input>& inputs);

/// A window with an OpenGL 3.3 core context, current on the thread that opened it, and a Dear ImGui
/// context that draws into it. One at a time.
class Window {
public:
    /// Opens where it was, as far as that is on a screen now; at that size, or as the desktop likes.
    /// Fails with a remedy when there is no display, or no OpenGL 3.3 on it.
    /// @param size  counts where no place is given; on a screen of fine pixels it is made larger
    [[nodiscard]] static Result<Window> open(const std::string& title, glm::ivec2 size,
                                             const std::optional<WindowPlace>& place = {});
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    /// What came in since the last call; `poll` returns at once, `wait` when something has come in,
    /// `wait_at_most` also when the time is over.
    [[nodiscard]] std::vector<Input> poll();
    [[nodiscard]] std::vector<Input> wait();
    [[nodiscard]] std::vector<Input> wait_at_most(double seconds);
    /// Ends a wait from any thread, while the window lives.
    static void wake();

    /// In pixels; zero while the window is minimised.
    [[nodiscard]] glm::ivec2 framebuffer_size() const;
    /// Pixels for one unit of Dear ImGui's coordinates.
    [[nodiscard]] float pixel_ratio() const;
    [[nodiscard]] glm::vec2 mouse_px() const;
    [[nodiscard]] static double now_s();

    /// Opens a Dear ImGui frame, with fonts as large as the screen asks for.
    void begin_frame(const ui::WindowLook& look);
    /// Lets `paint` bring what Dear ImGui holds into the window's framebuffer, and shows it.
    void end_frame(const std::function<void(ImDrawData&)>& paint);

    /// Takes another window with a new OpenGL context to the place of one whose context is lost; what Dear ImGui holds
    /// stays. Fails with a remedy where there is no OpenGL any more; then only place() may be called. Whatever
    /// owns objects of the old context must be gone before.
    [[nodiscard]] Result<void> renew();

    void set_title(const std::string& title);
    /// Where it is now; empty while it is minimised.
    [[nodiscard]] std::optional<WindowPlace> place() const;
    [[nodiscard]] bool should_close() const;
    /// Takes back that it should close.
    void stay_open();

private:
    struct Implementation;
    explicit Window(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dorsum::app
