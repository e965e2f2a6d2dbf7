#include <algorithm>
#include <optional>
#include <string>

#include "core/translate.h"
#include "ui/overlay_parts.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// What stands at the foot of the picture.
struct Caption {
    std::string number;  ///< of the step; empty without one
    std::string title;
    std::string cue;
};

std::optional<Caption> caption_of(const OverlayContext& overlay) {
    const lesson::Lesson& lesson = *overlay.subject.lesson;
    if (overlay.state.step == scene::no_step) {
        return Caption{"", tr("Reflex zones"), lesson.zones_note};
    }
    const auto index = static_cast<std::size_t>(overlay.state.step);
    if (index >= lesson.steps.size()) {
        return std::nullopt;
    }
    return Caption{std::to_string(index + 1), lesson.steps[index].title, lesson.steps[index].caption};
}

/// The sizes of a caption's parts, in pixels.
struct CaptionSize {
    float gap;
    float radius;
    float badge_width;
    float widest;
    ImVec2 title;
    ImVec2 cue;
    float text_height;
    float height;
};

CaptionSize measure(const OverlayContext& overlay, const Caption& caption) {
    CaptionSize size{};
    size.gap = 12.0F * overlay.scale;
    size.radius = font_of(TextSize::caption)->FontSize * 0.62F;
    size.badge_width = caption.number.empty() ? 0.0F : 2.0F * size.radius + size.gap;
    size.widest = std::max(overlay.size.x - 2.0F * size.gap, 40.0F);
    size.title = text_size(font_of(TextSize::caption), caption.title, size.widest - size.badge_width);
    size.cue = text_size(font_of(TextSize::heading), caption.cue, size.widest);
    size.text_height = size.title.y + size.cue.y + 6.0F * overlay.scale;
    size.height = size.text_height + 34.0F * overlay.scale;
    return size;
}

void draw_breath_arrow(const OverlayContext& overlay, const ImVec2 at, const bool inhaling) {
    const float scale = overlay.scale;
    const float tip = (inhaling ? -8.0F : 8.0F) * scale;
    const float foot = at.y - tip * 0.2F;
    overlay.list.AddTriangleFilled({at.x, at.y + tip}, {at.x - 6.0F * scale, foot}, {at.x + 6.0F * scale, foot},
                                   to_packed(palette::text));
}

/// Whether the hands wait for the breath in this step; a step without strokes is there to watch it.
bool breath_leads(const OverlayContext& overlay) {
    const auto& steps = overlay.subject.choreography->steps;
    const auto index = static_cast<std::size_t>(overlay.state.step);
    return index >= steps.size() || steps[index].strokes.empty() || steps[index].follows_breath;
}

}  // namespace

float caption_height(const OverlayContext& overlay) {
    const auto caption = caption_of(overlay);
    return caption ? measure(overlay, *caption).height + 10.0F * overlay.scale : 0.0F;
}

void draw_caption(const OverlayContext& overlay) {
    const auto caption = caption_of(overlay);
    if (!caption) {
        return;
    }
    ImFont* title_font = font_of(TextSize::caption);
    ImFont* cue_font = font_of(TextSize::heading);
    const float scale = overlay.scale;
    const auto [gap, radius, badge_width, widest, title, cue, text_height, height] = measure(overlay, *caption);
    const float foot = overlay.low.y + overlay.size.y;
    // A dark ground that fades in keeps the words readable over whatever lies below them.
    const ImU32 clear = to_packed(palette::ground.with_alpha(0.0F));
    const ImU32 dark = to_packed(palette::ground.with_alpha(0.88F));
    const float fade = foot - height + 28.0F * scale;
    const float right = overlay.low.x + overlay.size.x;
    overlay.list.AddRectFilledMultiColor({overlay.low.x, foot - height - 10.0F * scale}, {right, fade}, clear, clear,
                                         dark, dark);
    overlay.list.AddRectFilled({overlay.low.x, fade}, {right, foot}, dark);

    const float middle = overlay.low.x + overlay.size.x * 0.5F;
    const float top = foot - text_height - 14.0F * scale;
    const float left = middle - (badge_width + title.x) * 0.5F;
    if (!caption->number.empty()) {
        badge(overlay.list, {left + radius, top + title_font->FontSize * 0.5F}, radius, caption->number,
              palette::accent, palette::on_accent, font_of(TextSize::heading));
    }
    draw_text(overlay.list, title_font, {left + badge_width, top}, palette::text, caption->title, widest - badge_width);
    draw_text(overlay.list, cue_font, {middle - cue.x * 0.5F, top + title.y + 6.0F * scale},
              caption->number.empty() ? palette::warning : palette::text, caption->cue, widest);
}

void draw_breath_gauge(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const lesson::Breath& breath = overlay.scene.moment.breath;
    const bool inhaling = breath.phase == lesson::BreathPhase::inhale;
    const bool leads = breath_leads(overlay);
    const Colour level_colour = leads ? palette::accent : palette::text_muted.with_alpha(0.45F);
    const auto word = [leads](const bool in) {
        return leads ? (in ? tr("breathe in") : tr("breathe out")) : tr("breathe freely");
    };
    const float top_limit = overlay.low.y + 56.0F * scale;
    const float words_height = 60.0F * scale;
    const float height = std::min({overlay.size.y * 0.34F, 220.0F * scale, foot - top_limit - words_height});
    if (overlay.state.step == scene::no_step || height < 100.0F * scale || overlay.size.x < 420.0F * scale) {
        return;
    }
    const float width = 16.0F * scale;
    const float left = overlay.low.x + 28.0F * scale;
    const float top = overlay.low.y + std::max((foot - overlay.low.y - height) * 0.42F, 0.0F);
    const float rounding = width * 0.5F;
    ImFont* words = font_of(TextSize::body);
    ImFont* small = font_of(TextSize::small);
    const float words_x = overlay.low.x + 16.0F * scale;
    const float words_y = top + height + 12.0F * scale;
    const std::string rate = value_text(breath_rate_setting(), overlay.state.breath_per_min);
    const float words_width =
        std::max({text_size(words, word(true)).x, text_size(words, word(false)).x, text_size(small, rate).x});
    const float padding = 10.0F * scale;
    // As wide for either word, so that it does not jump with the breath.
    overlay.list.AddRectFilled({words_x - padding, top - padding},
                               {words_x + words_width + padding, words_y + words->FontSize + small->FontSize + padding},
                               to_packed(palette::ground.with_alpha(0.75F)), 8.0F * scale);
    overlay.list.AddRectFilled({left, top}, {left + width, top + height}, to_packed(palette::raised_hover), rounding);
    const float level = top + (height - width) * (1.0F - std::clamp(static_cast<float>(breath.rise), 0.0F, 1.0F));
    overlay.list.AddRectFilled({left, level}, {left + width, top + height}, to_packed(level_colour), rounding);

    // An arrow beside the gauge says the direction without relying on colour; nobody who breathes freely is paced.
    if (leads) {
        draw_breath_arrow(overlay, {left + width + 14.0F * scale, level + rounding}, inhaling);
    }
    draw_text(overlay.list, words, {words_x, words_y}, leads ? palette::text : palette::text_muted, word(inhaling));
    draw_text(overlay.list, small, {words_x, words_y + words->FontSize + 2.0F * scale}, palette::text_muted, rate);
}

void draw_zones_note(const OverlayContext& overlay) {
    if (overlay.state.step == scene::no_step || overlay.state.zones_shown.none() ||
        !overlay.state.layers.test(static_cast<std::size_t>(scene::Layer::zones))) {
        return;
    }
    const float scale = overlay.scale;
    ImFont* font = font_of(TextSize::small);
    const std::string& note = overlay.subject.lesson->zones_note;
    const ImVec2 words = text_size(font, note, overlay.size.x * 0.6F);
    const ImVec2 low{overlay.low.x + 14.0F * scale, overlay.low.y + 14.0F * scale};
    const ImVec2 padding{10.0F * scale, 5.0F * scale};
    overlay.list.AddRectFilled(low, {low.x + words.x + 2.0F * padding.x, low.y + words.y + 2.0F * padding.y},
                               to_packed(palette::ground.with_alpha(0.85F)), 8.0F * scale);
    draw_text(overlay.list, font, {low.x + padding.x, low.y + padding.y}, palette::warning, note,
              overlay.size.x * 0.6F);
}

void draw_overlay(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene,
                  const float origin_x, const float origin_y) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    const float pixel = ratio > 0.0F ? 1.0F / ratio : 1.0F;
    const OverlayContext overlay{
        state, subject,        scene, list, {origin_x, origin_y}, {scene.size_px.x * pixel, scene.size_px.y * pixel},
        pixel, current_scale()};
    list.PushClipRect(overlay.low, {origin_x + overlay.size.x, origin_y + overlay.size.y});
    const float foot = origin_y + overlay.size.y - caption_height(overlay);
    draw_zone_chips(overlay, legend_top(overlay, foot), orientation_top(overlay, foot));
    draw_labels(overlay);
    draw_caption(overlay);  // over numbers and letters that reach down to it
    draw_breath_gauge(overlay, legend_top(overlay, foot));
    draw_legend(overlay, foot);
    draw_orientation_marks(overlay, foot);
    draw_zones_note(overlay);
    list.PopClipRect();
}

}  // namespace dorsum::ui
