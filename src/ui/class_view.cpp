#include "ui/class_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/translate.h"
#include "ui/quiz_caption.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float largest_share = 1.0F / 3.0F;  ///< of the height, for the caption
constexpr float margin_px = 14.0F;
constexpr float gap_px = 12.0F;
constexpr float caption_on_picture_px = 104.0F;

/// In which sizes a caption is written; the first that has room.
struct CaptionFonts {
    TextSize title;
    TextSize cue;
};
constexpr std::array<CaptionFonts, 3> caption_fonts{
    {{TextSize::caption, TextSize::heading}, {TextSize::heading, TextSize::body}, {TextSize::body, TextSize::small}}};

struct CaptionSizes {
    float radius;  ///< of the badge with the number
    float badge_width;
    ImVec2 title;
    ImVec2 cue;
    float height;
};

/// What the caption says.
struct Words {
    std::string badge;  ///< the number of a step; empty without one
    std::string title;
    std::string cue;
};

Words words_of(const lesson::Step& step, const int index) {
    return {std::to_string(index + 1), step.title, step.caption};
}

CaptionSizes measure(const Words& words, const CaptionFonts fonts, const float width) {
    const float scale = current_scale();
    const float widest = std::max(width - 2.0F * margin_px * scale, 40.0F);
    CaptionSizes sizes{};
    sizes.radius = font_of(fonts.title)->FontSize * 0.62F;
    sizes.badge_width = words.badge.empty() ? 0.0F : 2.0F * sizes.radius + gap_px * scale;
    sizes.title = text_size(font_of(fonts.title), words.title, std::max(widest - sizes.badge_width, 20.0F));
    sizes.cue = text_size(font_of(fonts.cue), words.cue, widest);
    sizes.height = sizes.title.y + sizes.cue.y + 2.0F * margin_px * scale + 4.0F * scale;
    return sizes;
}

void draw_class_caption(const Words& words, const Viewport& place) {
    const float scale = current_scale();
    CaptionFonts fonts = caption_fonts.back();
    for (const CaptionFonts each : caption_fonts) {
        if (measure(words, each, place.width).height <= place.height + 1.0F) {
            fonts = each;
            break;
        }
    }
    const CaptionSizes sizes = measure(words, fonts, place.width);
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float middle = place.x + place.width * 0.5F;
    const float left = middle - (sizes.badge_width + sizes.title.x) * 0.5F;
    const float top = place.y + std::max((place.height - sizes.height) * 0.5F, 0.0F) + margin_px * scale;
    ImFont* title = font_of(fonts.title);
    if (!words.badge.empty()) {
        badge(list, {left + sizes.radius, top + title->FontSize * 0.5F}, sizes.radius, words.badge, palette::accent,
              palette::on_accent, font_of(fonts.cue));
    }
    draw_text(list, title, {left + sizes.badge_width, top}, palette::text, words.title, sizes.title.x + 1.0F);
    draw_text(list, font_of(fonts.cue), {middle - sizes.cue.x * 0.5F, top + sizes.title.y + 4.0F * scale},
              palette::text, words.cue, sizes.cue.x + 1.0F);
}

/// Words on a dark ground, in the middle above `foot`.
void draw_note(const std::string& words, const float middle, const float foot, const Colour colour) {
    const float scale = current_scale();
    ImFont* font = font_of(TextSize::heading);
    const ImVec2 size = text_size(font, words);
    const ImVec2 padding{16.0F * scale, 8.0F * scale};
    const ImVec2 low{middle - size.x * 0.5F - padding.x, foot - size.y - 2.0F * padding.y - 10.0F * scale};
    const ImVec2 high{low.x + size.x + 2.0F * padding.x, low.y + size.y + 2.0F * padding.y};
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled(low, high, to_packed(palette::ground.with_alpha(0.92F)), 10.0F * scale);
    list.AddRect(low, high, to_packed(colour), 10.0F * scale, 0, 2.0F * scale);
    draw_text(list, font, {low.x + padding.x, low.y + padding.y}, colour, words);
}

void draw_laser(ImDrawList& list, const ImVec2 at, const float scale) {
    list.AddCircleFilled(at, 10.0F * scale, to_packed(colour_from_hex(0x000000).with_alpha(0.55F)), 32);
    list.AddCircleFilled(at, 8.5F * scale, to_packed(colour_from_hex(0xffffff)), 32);
    list.AddCircleFilled(at, 6.5F * scale, to_packed(colour_from_hex(0xe01010)), 32);
}

/// One ring so broad that it covers all but its hole.
void draw_spotlight(ImDrawList& list, const ImVec2 at, const Viewport& picture) {
    constexpr float share_of_height = 0.17F;
    const float radius = share_of_height * picture.height;
    const float breadth = 2.0F * (picture.width + picture.height);
    list.AddCircle(at, radius + breadth * 0.5F, to_packed(colour_from_hex(0x000000).with_alpha(0.78F)), 96, breadth);
}

}  // namespace

ClassLayout arrange_for_class(const lesson::Lesson& lesson, const float width, const float height) {
    float band = 0.0F;
    for (const lesson::Step& step : lesson.steps) {
        band = std::max(band, measure(words_of(step, 0), caption_fonts.front(), width).height);
    }
    // As high for every step, so that the back stays where it is.
    band = std::floor(std::min(band, height * largest_share));
    const float picture = std::max(height - band, 1.0F);
    return {{0.0F, 0.0F, std::max(width, 1.0F), picture}, {0.0F, picture, std::max(width, 1.0F), band}};
}

void draw_class_caption(const scene::State& state, const lesson::Lesson& lesson, const Viewport& place) {
    if (const auto quiz = quiz_caption(state, true)) {
        draw_class_caption(Words{"", quiz->title, quiz->cue}, place);
        return;
    }
    const auto index = static_cast<std::size_t>(std::max(state.step, 0));
    if (index < lesson.steps.size()) {
        draw_class_caption(words_of(lesson.steps[index], state.step), place);
    }
}

void draw_teaching_marks(const scene::State& state, const Viewport& whole, const Viewport& picture,
                         const std::optional<ImVec2> pointer) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float scale = current_scale();
    list.PushClipRect({whole.x, whole.y}, {whole.x + whole.width, whole.y + whole.height});
    if (state.presentation.blank) {
        list.AddRectFilled({whole.x, whole.y}, {whole.x + whole.width, whole.y + whole.height},
                           to_packed(colour_from_hex(0x000000)));
    } else if (pointer && state.presentation.pointer == scene::Pointer::spotlight) {
        draw_spotlight(list, *pointer, picture);
    } else if (pointer && state.presentation.pointer == scene::Pointer::laser) {
        draw_laser(list, *pointer, scale);
    }
    if (state.presentation.last_step_told && !state.presentation.blank) {
        // Beside the panels the caption stands on the picture, at its foot.
        const float caption = whole.height > picture.height ? 0.0F : caption_on_picture_px * scale;
        draw_note(tr("This is the last step"), picture.x + picture.width * 0.5F, picture.y + picture.height - caption,
                  palette::accent);
    }
    list.PopClipRect();
}

std::optional<ImVec2> same_place(const ImVec2 point, const Viewport& from, const Viewport& to) {
    if (point.x < from.x || point.y < from.y || point.x >= from.x + from.width || point.y >= from.y + from.height) {
        return std::nullopt;
    }
    // Both show the same height of the same view, each as much of the sides as it is wide.
    const float enlarged = to.height / std::max(from.height, 1.0F);
    return ImVec2{to.x + to.width * 0.5F + (point.x - from.x - from.width * 0.5F) * enlarged,
                  to.y + (point.y - from.y) * enlarged};
}

}  // namespace dorsum::ui
