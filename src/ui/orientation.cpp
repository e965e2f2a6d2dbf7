#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <string>

#include "core/translate.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float disc_px = 58.0F;  ///< radius
constexpr float margin_px = 10.0F;

struct Mark {
    glm::vec3 direction;  ///< body frame
    const char* text;
    bool strong;
};

/// A direction of the body as the camera sees it: x to the right, y down, both -1 to 1.
glm::vec2 in_picture(const scene::Camera& camera, const glm::vec3 direction) {
    const glm::mat4 view = scene::view_matrix(camera);
    const glm::vec3 right{view[0][0], view[1][0], view[2][0]};
    const glm::vec3 up{view[0][1], view[1][1], view[2][1]};
    return {glm::dot(right, direction), -glm::dot(up, direction)};
}

}  // namespace

float orientation_top(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const bool has_room = overlay.size.x >= 300.0F * scale && overlay.size.y >= 260.0F * scale;
    return has_room ? foot - (2.0F * disc_px + margin_px) * scale : foot;
}

void draw_orientation_marks(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float top = orientation_top(overlay, foot);
    if (top >= foot) {
        return;
    }
    const float radius = disc_px * scale;
    const float arm = 22.0F * scale;
    const ImVec2 centre{overlay.low.x + overlay.size.x - radius - margin_px * scale, top + radius};
    overlay.list.AddCircleFilled(centre, radius, to_packed(palette::ground.with_alpha(0.85F)), 48);
    const std::array<Mark, 3> marks{{
        {{0.0F, 1.0F, 0.0F}, tr("head"), true},
        {{-1.0F, 0.0F, 0.0F}, tr("left"), false},
        {{1.0F, 0.0F, 0.0F}, tr("right"), false},
    }};
    ImFont* font = font_of(TextSize::small);
    for (const Mark& mark : marks) {
        const glm::vec2 direction = in_picture(overlay.scene.camera, mark.direction);
        const float length = std::sqrt(direction.x * direction.x + direction.y * direction.y);
        if (length < 0.3F) {
            continue;  // points at the viewer or away: its word would lie on the centre
        }
        const ImVec2 tip{centre.x + direction.x * arm, centre.y + direction.y * arm};
        const Colour ink = mark.strong ? palette::accent : palette::text;
        overlay.list.AddLine(centre, tip, to_packed(ink), (mark.strong ? 3.0F : 2.0F) * scale);
        const std::string text = mark.text;
        const ImVec2 words = text_size(font, text);
        const ImVec2 unit{direction.x / length, direction.y / length};
        const float reach = 4.0F * scale + std::fabs(unit.x) * words.x * 0.5F + std::fabs(unit.y) * words.y * 0.5F;
        draw_text(overlay.list, font,
                  {tip.x + unit.x * reach - words.x * 0.5F, tip.y + unit.y * reach - words.y * 0.5F}, ink, text);
    }
    overlay.list.AddCircleFilled(centre, 4.0F * scale, to_packed(palette::text), 16);
}

}  // namespace dorsum::ui
