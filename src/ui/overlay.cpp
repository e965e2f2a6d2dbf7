#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/class_view.h"
#include "ui/overlay_parts.h"
#include "ui/panel_parts.h"
#include "ui/panels.h"
#include "ui/quiz_caption.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// What stands at the foot of the picture.
struct Caption {
    std::string number;  ///< of the step; empty without one
    std::string title;
    std::string cue;
    bool warns = false;
    bool told_beside = false;  ///< a panel has the cue, too
};

std::optional<Caption> caption_of(const OverlayContext& overlay) {
    const lesson::Lesson& lesson = *overlay.subject.lesson;
    if (const auto quiz = quiz_caption(overlay.state, !overlay.state.panels_shown)) {
        return Caption{"", quiz->title, quiz->cue};
    }
    if (overlay.state.step == scene::no_step) {
        return Caption{"", tr("Reflex zones"), lesson.zones_note, true};
    }
    const auto index = static_cast<std::size_t>(overlay.state.step);
    if (index >= lesson.steps.size()) {
        return std::nullopt;
    }
    const std::string practice = practice_cue(overlay.state, overlay.subject);
    return Caption{std::to_string(index + 1), lesson.steps[index].title,
                   practice.empty() ? lesson.steps[index].caption : practice, false,
                   practice.empty() && overlay.state.panels_shown};
}

/// In which sizes a caption is set; without a cue there is its title alone.
struct CaptionFonts {
    TextSize title = TextSize::caption;
    std::optional<TextSize> cue = TextSize::heading;
};

/// The sizes of a caption's parts, in pixels.
struct CaptionSize {
    CaptionFonts fonts;
    float gap;
    float radius;
    float badge_width;
    float widest;
    ImVec2 title;
    ImVec2 cue;
    float text_height;
    float height;
};

CaptionSize measure_in(const OverlayContext& overlay, const Caption& caption, const CaptionFonts& fonts) {
    CaptionSize size{};
    size.fonts = fonts;
    size.gap = 12.0F * overlay.scale;
    size.radius = font_of(fonts.title)->FontSize * 0.62F;
    size.badge_width = caption.number.empty() ? 0.0F : 2.0F * size.radius + size.gap;
    size.widest = std::max(overlay.size.x - 2.0F * size.gap, 40.0F);
    size.title = text_size(font_of(fonts.title), caption.title, size.widest - size.badge_width);
    size.text_height = size.title.y;
    if (fonts.cue) {
        size.cue = text_size(font_of(*fonts.cue), caption.cue, size.widest);
        size.text_height += size.cue.y + 6.0F * overlay.scale;
    }
    size.height = size.text_height + 34.0F * overlay.scale;
    return size;
}

/// In the largest letters that leave the back to be seen. Where even the smallest do not, the number and the name of
/// the step do; the panel has its words.
CaptionSize measure(const OverlayContext& overlay, const Caption& caption) {
    constexpr float most_of_picture = 0.25F;
    constexpr std::array fitting{CaptionFonts{TextSize::caption, TextSize::heading},
                                 CaptionFonts{TextSize::heading, TextSize::body},
                                 CaptionFonts{TextSize::body, TextSize::small}};
    for (const CaptionFonts& fonts : fitting) {
        const CaptionSize size = measure_in(overlay, caption, fonts);
        if (size.height <= most_of_picture * overlay.size.y) {
            return size;
        }
    }
    return measure_in(overlay, caption,
                      caption.told_beside ? CaptionFonts{TextSize::body, std::nullopt} : fitting.back());
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
    const float scale = overlay.scale;
    const auto [fonts, gap, radius, badge_width, widest, title, cue, text_height, height] = measure(overlay, *caption);
    ImFont* title_font = font_of(fonts.title);
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
              palette::accent, palette::on_accent, font_of(fonts.cue.value_or(fonts.title)));
    }
    draw_text(overlay.list, title_font, {left + badge_width, top}, palette::text, caption->title, widest - badge_width);
    if (fonts.cue) {
        draw_text(overlay.list, font_of(*fonts.cue), {middle - cue.x * 0.5F, top + title.y + 6.0F * scale},
                  caption->warns ? palette::warning : palette::text, caption->cue, widest);
    }
}

namespace {

/// The words below the gauge; as wide for either, so that it does not jump with the breath.
std::string breath_word(const bool leads, const bool in) {
    return leads ? (in ? tr("breathe in") : tr("breathe out")) : tr("breathe freely");
}

constexpr float gauge_padding_px = 10.0F;

}  // namespace

std::optional<Box> breath_gauge_box(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float top_limit = overlay.low.y + 56.0F * scale;
    const float words_height = 60.0F * scale;
    const float height = std::min({overlay.size.y * 0.34F, 220.0F * scale, foot - top_limit - words_height});
    if (overlay.state.step == scene::no_step || height < 100.0F * scale || overlay.size.x < 420.0F * scale) {
        return std::nullopt;
    }
    const bool leads = breath_leads(overlay);
    ImFont* words = font_of(TextSize::body);
    ImFont* small = font_of(TextSize::small);
    const float width =
        std::max({text_size(words, breath_word(leads, true)).x, text_size(words, breath_word(leads, false)).x,
                  text_size(small, value_text(breath_rate_setting(), overlay.state.breath_per_min)).x});
    const float padding = gauge_padding_px * scale;
    const float top = overlay.low.y + std::max((foot - overlay.low.y - height) * 0.42F, padding);
    const float left = overlay.low.x + 16.0F * scale;
    return Box{{left - padding, top - padding},
               {left + width + padding, top + height + 12.0F * scale + words->FontSize + small->FontSize + padding}};
}

void draw_breath_gauge(const OverlayContext& overlay, const float foot) {
    const auto box = breath_gauge_box(overlay, foot);
    if (!box) {
        return;
    }
    const float scale = overlay.scale;
    const lesson::Breath& breath = overlay.scene.moment.breath;
    const bool inhaling = breath.phase == lesson::BreathPhase::inhale;
    const bool leads = breath_leads(overlay);
    ImFont* words = font_of(TextSize::body);
    ImFont* small = font_of(TextSize::small);
    const float padding = gauge_padding_px * scale;
    overlay.list.AddRectFilled({box->low.x, box->low.y}, {box->high.x, box->high.y},
                               to_packed(palette::ground.with_alpha(0.75F)), 8.0F * scale);
    const ImVec2 at{box->low.x + padding, box->high.y - padding - words->FontSize - small->FontSize};
    const float width = 16.0F * scale;
    const ImVec2 low{at.x + 12.0F * scale, box->low.y + padding};
    const ImVec2 high{low.x + width, at.y - 12.0F * scale};
    const float rounding = width * 0.5F;
    overlay.list.AddRectFilled(low, high, to_packed(palette::raised_hover), rounding);
    const float risen = std::clamp(static_cast<float>(breath.rise), 0.0F, 1.0F);
    const float level = low.y + (high.y - low.y - width) * (1.0F - risen);
    overlay.list.AddRectFilled({low.x, level}, high,
                               to_packed(leads ? palette::accent : palette::text_muted.with_alpha(0.45F)), rounding);
    // An arrow beside the gauge says the direction without relying on colour; nobody who breathes freely is paced.
    if (leads) {
        draw_breath_arrow(overlay, {high.x + 14.0F * scale, level + rounding}, inhaling);
    }
    draw_text(overlay.list, words, at, leads ? palette::text : palette::text_muted, breath_word(leads, inhaling));
    draw_text(overlay.list, small, {at.x, at.y + words->FontSize + 2.0F * scale}, palette::text_muted,
              value_text(breath_rate_setting(), overlay.state.breath_per_min));
}

namespace {

constexpr glm::vec2 note_padding_px{10.0F, 5.0F};

}  // namespace

std::optional<Box> zones_note_box(const OverlayContext& overlay) {
    if (overlay.state.step == scene::no_step || overlay.state.zones_shown.none() ||
        !overlay.state.layers.test(static_cast<std::size_t>(scene::Layer::zones))) {
        return std::nullopt;
    }
    const float scale = overlay.scale;
    const ImVec2 words = text_size(font_of(TextSize::small), overlay.subject.lesson->zones_note, overlay.size.x * 0.6F);
    const glm::vec2 low{overlay.low.x + 14.0F * scale, overlay.low.y + 14.0F * scale};
    return Box{low, low + glm::vec2{words.x, words.y} + 2.0F * scale * note_padding_px};
}

void draw_zones_note(const OverlayContext& overlay) {
    const auto box = zones_note_box(overlay);
    if (!box) {
        return;
    }
    const float scale = overlay.scale;
    overlay.list.AddRectFilled({box->low.x, box->low.y}, {box->high.x, box->high.y},
                               to_packed(palette::ground.with_alpha(0.85F)), 8.0F * scale);
    draw_text(overlay.list, font_of(TextSize::small),
              {box->low.x + note_padding_px.x * scale, box->low.y + note_padding_px.y * scale}, palette::warning,
              overlay.subject.lesson->zones_note, overlay.size.x * 0.6F);
}

namespace {

/// What stands at the edges of the picture: the labels keep off it.
std::vector<Box> taken_by_others(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float right = overlay.low.x + overlay.size.x;
    // The buttons of the corner, in a window.
    std::vector<Box> taken{{{right - 184.0F * scale, overlay.low.y}, {right, overlay.low.y + 50.0F * scale}}};
    for (const std::optional<Box>& box :
         {breath_gauge_box(overlay, legend_top(overlay, foot)), legend_box(overlay, foot),
          orientation_box(overlay, foot), zones_note_box(overlay), standpoint_note_box(overlay, foot)}) {
        if (box) {
            taken.push_back(*box);
        }
    }
    return taken;
}

/// Placements of another picture, or before the camera has turned by itself, are forgotten.
void prepare(LabelMemory& memory, const OverlayContext& overlay) {
    const glm::vec2 size{overlay.size.x, overlay.size.y};
    const bool in_flight = overlay.state.flight.has_value();
    if (memory.size != size || (memory.in_flight && !in_flight)) {
        memory.placed.clear();
    }
    memory.size = size;
    memory.in_flight = in_flight;
}

}  // namespace

void draw_overlay(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene,
                  const float origin_x, const float origin_y, LabelMemory* const memory) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    const float pixel = ratio > 0.0F ? 1.0F / ratio : 1.0F;
    const OverlayContext overlay{
        state, subject,        scene, list, {origin_x, origin_y}, {scene.size_px.x * pixel, scene.size_px.y * pixel},
        pixel, current_scale()};
    list.PushClipRect(overlay.low, {origin_x + overlay.size.x, origin_y + overlay.size.y});
    const float foot = origin_y + overlay.size.y - caption_height(overlay);
    LabelMemory none;
    LabelMemory& last = memory != nullptr ? *memory : none;
    prepare(last, overlay);
    std::vector<Box> taken = taken_by_others(overlay, foot);
    const std::vector<Box> key = draw_zone_key(overlay);
    taken.insert(taken.end(), key.begin(), key.end());
    const float edge = 4.0F * overlay.scale;
    const Box bounds{{overlay.low.x + edge, overlay.low.y + edge},
                     {overlay.low.x + overlay.size.x - edge, std::min(foot, overlay.low.y + overlay.size.y - edge)}};
    draw_labels(overlay, zone_names(overlay, foot, taken), taken, bounds, last);
    draw_caption(overlay);  // over numbers and letters that reach down to it
    draw_breath_gauge(overlay, legend_top(overlay, foot));
    draw_legend(overlay, foot);
    draw_orientation_marks(overlay, foot);
    draw_standpoint_note(overlay, foot);
    draw_zones_note(overlay);
    list.PopClipRect();
}

void draw_class_overlay(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene,
                        const ClassLayout& layout, LabelMemory& memory) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const Viewport& place = layout.picture;
    const float pixel = place.width / std::max(scene.size_px.x, 1.0F);
    const OverlayContext overlay{state, subject,        scene, list, {place.x, place.y}, {place.width, place.height},
                                 pixel, current_scale()};
    list.PushClipRect(overlay.low, {place.x + place.width, place.y + place.height});
    const float foot = place.y + place.height;
    prepare(memory, overlay);
    std::vector<Box> taken = draw_zone_key(overlay);
    for (const std::optional<Box>& box : {breath_gauge_box(overlay, foot), orientation_box(overlay, foot),
                                          zones_note_box(overlay), standpoint_note_box(overlay, foot)}) {
        if (box) {
            taken.push_back(*box);
        }
    }
    const float edge = 4.0F * overlay.scale;
    const Box bounds{{overlay.low.x + edge, overlay.low.y + edge},
                     {overlay.low.x + overlay.size.x - edge, foot - edge}};
    draw_labels(overlay, zone_names(overlay, foot, taken), taken, bounds, memory);
    draw_breath_gauge(overlay, foot);
    draw_orientation_marks(overlay, foot);
    draw_standpoint_note(overlay, foot);
    draw_zones_note(overlay);
    list.PopClipRect();
    draw_class_caption(state, *subject.lesson, layout.caption);
}

}  // namespace dorsum::ui
