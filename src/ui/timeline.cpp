#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/timeline_map.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

std::string minutes_and_seconds(const double seconds) {
    const int whole = static_cast<int>(std::max(seconds, 0.0));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%d:%02d", whole / 60, whole % 60);
    return text.data();
}

/// Strokes of a step as short bars at the foot of its chapter: high for a working pass, low for a
/// light return.
void draw_stroke_marks(const lesson::StepOnBody& step, const Chapter& chapter, const float foot) {
    if (step.strokes.empty() || step.round_s <= 0.0 || step.duration_s <= 0.0) {
        return;
    }
    const float scale = current_scale();
    const float pixels_per_s = (chapter.high - chapter.low) / static_cast<float>(step.duration_s);
    const int rounds = static_cast<int>(std::lround(step.duration_s / step.round_s));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int round = 0; round < std::max(rounds, 1); ++round) {
        for (const lesson::Stroke& stroke : step.strokes) {
            const bool mirrored = stroke.hand == lesson::Hand::left;
            const double start = round * step.round_s + stroke.start_s;
            const float low = chapter.low + static_cast<float>(start) * pixels_per_s + scale;
            const float high =
                std::min(low + static_cast<float>(stroke.duration_s) * pixels_per_s - 2.0F * scale, chapter.high);
            if (mirrored || high - low < scale) {
                continue;
            }
            const bool working = stroke.pass == lesson::Pass::working;
            const float height = (working ? 5.0F : 2.0F) * scale;
            list.AddRectFilled({low, foot - height}, {high, foot},
                               to_packed(working ? palette::accent : palette::text_muted), scale);
        }
    }
}

void draw_chapter(const PanelContext& context, const Chapter& chapter, const int index, const float top,
                  const float foot) {
    const float scale = current_scale();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool current = index == context.state.step;
    list.AddRectFilled({chapter.low, top}, {chapter.high, foot},
                       to_packed(current ? palette::accent_soft : palette::raised), 6.0F * scale);
    const WithFont font(TextSize::small);
    const std::string title =
        std::to_string(index + 1) + "  " + context.subject.lesson->steps[static_cast<std::size_t>(index)].title;
    const std::string shown = fitted(title, chapter.high - chapter.low - 16.0F * scale);
    draw_text(list, ImGui::GetFont(), {chapter.low + 8.0F * scale, top + 6.0F * scale},
              current ? palette::text : palette::text_muted, shown);
    draw_stroke_marks(context.subject.choreography->steps[static_cast<std::size_t>(index)], chapter,
                      foot - 3.0F * scale);
}

void draw_track(const PanelContext& context, const float width) {
    const float scale = current_scale();
    const float height = 36.0F * scale;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const auto chapters = divide_track(*context.subject.choreography, low.x, low.x + width, 3.0F * scale);
    ImGui::InvisibleButton("track", {std::max(width, 1.0F), height});
    if (ImGui::IsItemActive()) {
        const TimelinePoint point = point_at(chapters, ImGui::GetIO().MousePos.x);
        if (point.step != context.state.step) {
            context.ask(scene::GoToStep{point.step});
        }
        if (ImGui::IsItemActivated() || ImGui::GetIO().MouseDelta.x != 0.0F) {
            context.ask(scene::Seek{point.time_s});
        }
    }
    tooltip(tr("Click or drag to go anywhere in the lesson"));
    const auto count = std::min(chapters.size(), context.subject.lesson->steps.size());
    for (std::size_t index = 0; index < count; ++index) {
        draw_chapter(context, chapters[index], static_cast<int>(index), low.y, low.y + height);
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = position_of(chapters, {context.state.step, context.state.time_s});
    list.AddLine({x, low.y - 2.0F * scale}, {x, low.y + height + 2.0F * scale}, to_packed(palette::text), 2.0F * scale);
    list.AddCircleFilled({x, low.y - 2.0F * scale}, 5.0F * scale, to_packed(palette::text), 20);
}

void draw_transport(const PanelContext& context) {
    const scene::State& state = context.state;
    const float scale = current_scale();
    const ButtonLook plain{.size = {40.0F * scale, 36.0F * scale}};
    if (icon_button("previous", Icon::previous, plain)) {
        context.ask(scene::PreviousStep{});
    }
    tooltip(tr("Previous step"), keys_for(state, scene::PreviousStep{}));
    ImGui::SameLine();
    ButtonLook play = plain;
    play.size.x = 56.0F * scale;
    play.primary = true;
    if (icon_button("play", state.playing ? Icon::pause : Icon::play, play)) {
        context.ask(scene::TogglePlaying{});
    }
    context.memory.tip_targets.play = place_of_last_item();
    tooltip(state.playing ? tr("Pause") : tr("Play"), keys_for(state, scene::TogglePlaying{}));
    ImGui::SameLine();
    if (icon_button("next", Icon::next, plain)) {
        context.ask(scene::NextStep{});
    }
    tooltip(tr("Next step"), keys_for(state, scene::NextStep{}));
    ImGui::SameLine();
    ButtonLook loop = plain;
    loop.on = state.loop_step;
    if (icon_button("loop", Icon::loop, loop)) {
        context.ask(scene::SetLoopStep{!state.loop_step});
    }
    tooltip(state.loop_step ? tr("Repeats this step; click to go on to the next") : tr("Repeat this step"),
            keys_for(state, scene::SetLoopStep{!state.loop_step}));
}

void draw_time(const PanelContext& context) {
    const auto& steps = context.subject.choreography->steps;
    const auto index = static_cast<std::size_t>(std::max(context.state.step, 0));
    const double duration = index < steps.size() ? steps[index].duration_s : 0.0;
    const std::string time = minutes_and_seconds(context.state.time_s) + " / " + minutes_and_seconds(duration);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImFont* font = font_of(TextSize::body);
    const float height = 36.0F * current_scale();
    draw_text(*ImGui::GetWindowDrawList(), font, {low.x, low.y + (height - font->FontSize) * 0.5F}, palette::text,
              time);
    ImGui::Dummy({text_size(font, "00:00 / 00:00").x, height});
    tooltip(tr("Time in this step"));
}

void draw_sliders(const PanelContext& context, const float right_edge) {
    const scene::State& state = context.state;
    const float scale = current_scale();
    const float gap = 24.0F * scale;
    const float available = right_edge - ImGui::GetCursorScreenPos().x;
    const float width = std::min((available - gap) * 0.5F, 300.0F * scale);
    if (width < 150.0F * scale) {
        return;
    }
    const Setting& speed = playback_speed_setting();
    if (const auto asked = slider(speed, static_cast<double>(state.playback_speed), width)) {
        context.ask(scene::SetPlaybackSpeed{static_cast<float>(*asked)});
    }
    tooltip(speed.description);
    ImGui::SameLine(0.0F, gap);
    const Setting& breath = breath_rate_setting();
    if (const auto asked = slider(breath, state.breath_per_min, width)) {
        context.ask(scene::SetBreathRate{*asked});
    }
    tooltip(breath.description);
}

}  // namespace

void draw_timeline(const PanelContext& context, const Viewport& place) {
    if (place.height <= 0.0F) {
        return;
    }
    const PanelWindow window("timeline", place);
    const float scale = current_scale();
    const float width = ImGui::GetContentRegionAvail().x;
    const float right_edge = ImGui::GetCursorScreenPos().x + width;
    draw_track(context, width);
    draw_transport(context);
    ImGui::SameLine(0.0F, 16.0F * scale);
    draw_time(context);
    ImGui::SameLine(0.0F, 24.0F * scale);
    draw_sliders(context, right_edge);
}

}  // namespace dorsum::ui
