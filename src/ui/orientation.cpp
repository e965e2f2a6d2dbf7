#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <string>

#include "core/fill.h"
#include "core/translate.h"
#include "scene/scale_bar.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float disc_px = 58.0F;  ///< radius
constexpr float margin_px = 10.0F;
constexpr float scale_bar_px = 32.0F;  ///< its height, with its ground

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

/// How long a round length is on the back, over the disc and as wide as that at most.
void draw_scale_bar(const OverlayContext& overlay, const float top) {
    const float scale = overlay.scale;
    if (!overlay.scene.body) {
        return;
    }
    const auto bar = scene::scale_bar(overlay.scene.camera, *overlay.scene.body, overlay.scene.size_px,
                                      (2.0F * disc_px - 16.0F) * scale / overlay.pixel);
    if (!bar) {
        return;
    }
    ImFont* font = font_of(TextSize::small);
    const std::string words = fill(tr("{0} cm"), {std::to_string(bar->length_cm)});
    const float half = std::min(bar->length_px * overlay.pixel * 0.5F, disc_px * scale);
    const float middle = overlay.low.x + overlay.size.x - (disc_px + margin_px) * scale;
    const float foot = top + scale_bar_px * scale;
    const float half_ground = std::max(half, text_size(font, words).x * 0.5F) + 8.0F * scale;
    overlay.list.AddRectFilled({middle - half_ground, top}, {middle + half_ground, foot},
                               to_packed(palette::ground.with_alpha(0.85F)), 6.0F * scale);
    const float line = foot - 7.0F * scale;
    const ImU32 ink = to_packed(palette::text);
    overlay.list.AddLine({middle - half, line}, {middle + half, line}, ink, 2.0F * scale);
    for (const float end : {middle - half, middle + half}) {
        overlay.list.AddLine({end, line - 4.0F * scale}, {end, line + 4.0F * scale}, ink, 2.0F * scale);
    }
    draw_text(overlay.list, font, {middle - text_size(font, words).x * 0.5F, top + 2.0F * scale}, palette::text, words);
}

}  // namespace

float orientation_top(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const bool has_room = overlay.size.x >= 300.0F * scale && overlay.size.y >= 260.0F * scale;
    const float bar = overlay.scene.body ? scale_bar_px + margin_px : 0.0F;
    return has_room ? foot - (2.0F * disc_px + margin_px + bar) * scale : foot;
}

std::optional<Box> orientation_box(const OverlayContext& overlay, const float foot) {
    const float top = orientation_top(overlay, foot);
    if (top >= foot) {
        return std::nullopt;
    }
    const float right = overlay.low.x + overlay.size.x;
    return Box{{right - 2.0F * (disc_px + margin_px) * overlay.scale, top}, {right, foot}};
}

void draw_orientation_marks(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float top = orientation_top(overlay, foot);
    if (top >= foot) {
        return;
    }
    const float radius = disc_px * scale;
    draw_scale_bar(overlay, top);
    const float arm = 22.0F * scale;
    const ImVec2 centre{overlay.low.x + overlay.size.x - radius - margin_px * scale, foot - margin_px * scale - radius};
    overlay.list.AddCircleFilled(centre, radius, to_packed(palette::ground.with_alpha(0.85F)), 48);
    const std::array<Mark, 3> marks{{
        {{0.0F, 1.0F, 0.0F}, tr("head"), true},
        {{-1.0F, 0.0F, 0.0F}, tr_in("side of the receiver", "left"), false},
        {{1.0F, 0.0F, 0.0F}, tr_in("side of the receiver", "right"), false},
    }};
    ImFont* font = font_of(TextSize::small);
    for (const Mark& mark : marks) {
        const glm::vec2 direction = in_picture(overlay.scene.camera, mark.direction);
        const float length = std::sqrt(direction.x * direction.x + direction.y * direction.y);
        if (length < 0.3F) {
            continue;  // points at the viewer or away: its word would lie on the centre
        }
        const std::string text = mark.text;
        const ImVec2 words = text_size(font, text);
        const ImVec2 unit{direction.x / length, direction.y / length};
        const float reach = 4.0F * scale + std::fabs(unit.x) * words.x * 0.5F + std::fabs(unit.y) * words.y * 0.5F;
        // A longer word has a shorter arm: it ends within the disc.
        const float room = (radius - 2.0F * reach + 2.0F * scale) / length;
        const float fitting = std::clamp(room, 6.0F * scale, arm);
        const ImVec2 tip{centre.x + direction.x * fitting, centre.y + direction.y * fitting};
        const Colour ink = mark.strong ? palette::accent : palette::text;
        overlay.list.AddLine(centre, tip, to_packed(ink), (mark.strong ? 3.0F : 2.0F) * scale);
        draw_text(overlay.list, font,
                  {tip.x + unit.x * reach - words.x * 0.5F, tip.y + unit.y * reach - words.y * 0.5F}, ink, text);
    }
    overlay.list.AddCircleFilled(centre, 4.0F * scale, to_packed(palette::text), 16);
}

}  // namespace dorsum::ui
