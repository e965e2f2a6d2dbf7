#pragma once

#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "app/window.h"
#include "scene/apply.h"
#include "scene/command.h"

namespace dorsum::app {

/// The picture's place in the window, in pixels of the framebuffer from the top left.
struct PictureArea {
    glm::vec2 low{0.0F};
    glm::vec2 size{1.0F};
};

/// Turns what the mouse does over the picture into commands: a drag turns or moves the view or goes nearer, by the
/// habit that the person has chosen; with the left button it moves the landmark that it begins on, or traces the stroke
/// that is practised where it begins on its ring, and with Ctrl moves the cut; the wheel goes nearer; a click opens the
/// card of a zone or a structure, or closes it beside one; a double click brings into view.
/// With the pen in hand a left drag that begins on the skin draws, while measuring a click sets a point.
/// A pen and a finger come as the mouse does: GLFW tells them as its left button.
/// `over_panel`: the mouse is on something that lies over the picture, or outside of it.
class ViewerMouse {
public:
    [[nodiscard]] std::vector<scene::Command> on(const MouseButton& event, const scene::State& state,
                                                 const scene::Subject& subject, const PictureArea& area,
                                                 bool over_panel);
    [[nodiscard]] std::vector<scene::Command> on(const MouseMoved& event);
    [[nodiscard]] static std::vector<scene::Command> on(const MouseWheel& event, bool over_panel);

    /// A button that went down over the picture is still down.
    [[nodiscard]] bool dragging() const { return button_ >= 0; }

    /// The landmark under a point of the window, by its id; empty = none.
    [[nodiscard]] static std::string landmark_at(glm::vec2 position_px, const scene::State& state,
                                                 const scene::Subject& subject, const PictureArea& area);

    /// The muscle, bone or organ under a point of the window, by its name; empty = none.
    [[nodiscard]] static std::string structure_at(glm::vec2 position_px, const scene::State& state,
                                                  const scene::Subject& subject, const PictureArea& area);

    /// The zone of the picture under a point of the window; 0 = none.
    [[nodiscard]] static int zone_at(glm::vec2 position_px, const scene::State& state, const scene::Subject& subject,
                                     const PictureArea& area);

private:
    [[nodiscard]] bool is_second_click(const MouseButton& event) const;

    int button_ = -1;      ///< that is down over the picture; -1 = none
    std::string grabbed_;  ///< the landmark that the button went down on
    glm::vec2 picture_low_px_{0.0F};
    scene::CameraDrag drag_ = scene::CameraDrag::none;
    bool cuts_ = false;
    bool draws_ = false;
    bool traces_ = false;  ///< a stroke that is practised
    bool moved_ = false;   ///< farther than a click allows
    glm::vec2 pressed_px_{0.0F};
    glm::vec2 last_px_{0.0F};
    double last_click_s_ = -1.0e9;
    glm::vec2 last_click_px_{0.0F};
};

/// What the mouse points at in the picture: a landmark, else a zone, else a structure; one command for each of the
/// three, empty for those that it does not point at.
[[nodiscard]] std::vector<scene::Command> hovers_at(glm::vec2 position_px, bool over_panel, const scene::State& state,
                                                    const scene::Subject& subject, const PictureArea& area);

/// Whether a command points at what is pointed at already.
[[nodiscard]] bool hovers_the_same(const scene::Command& command, const scene::State& state);

}  // namespace dorsum::app
