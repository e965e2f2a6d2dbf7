#pragma once

#include <cstdint>
#include <functional>
#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/window.h"
#include "core/error.h"
#include "render/picture_target.h"
#include "ui/theme.h"

namespace dorsum::app {

/// Whether the desktop has more screens than the one with the main window.
[[nodiscard]] bool has_second_screen();

/// A second window, for the class: it shows pictures that were drawn in the context of the main window, and draws
/// captions over them with a Dear ImGui context of its own. Its context shares textures and buffers with the main one,
/// which is current before and after every call. Fills the second screen where there is one, and needs a main Window
/// that lives longer.
class ProjectorWindow {
public:
    /// Fails with a remedy where the desktop has no other window for this program.
    [[nodiscard]] static Result<ProjectorWindow> open(const std::string& title);
    ProjectorWindow(ProjectorWindow&&) noexcept;
    ProjectorWindow& operator=(ProjectorWindow&&) noexcept;
    ProjectorWindow(const ProjectorWindow&) = delete;
    ProjectorWindow& operator=(const ProjectorWindow&) = delete;
    ~ProjectorWindow();

    /// Keys pressed in it, and Stirred where it is to be drawn anew, since the last call.
    [[nodiscard]] std::vector<Input> take_inputs();

    /// In pixels; zero while it is minimised.
    [[nodiscard]] glm::ivec2 framebuffer_size() const;
    [[nodiscard]] float pixel_ratio() const;

    void set_title(const std::string& title);
    [[nodiscard]] bool should_close() const;
    /// The screen that it filled is there no more.
    [[nodiscard]] bool is_unplugged() const;

    /// Shows `picture` with its top left corner in that of the window, and over it what `draw` puts into the frame of
    /// Dear ImGui. `draw` runs first, with the main window's OpenGL context, so that it may bring the picture up to
    /// date, and returns it; null shows the ground only.
    void show(const ui::WindowLook& look, const std::function<const render::PictureTarget*()>& draw);

private:
    struct Implementation;
    explicit ProjectorWindow(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dorsum::app
