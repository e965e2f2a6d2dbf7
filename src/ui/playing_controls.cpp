#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "core/fill.h"
#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float height_px = 36.0F;
constexpr float wide_px = 40.0F;
constexpr float narrow_px = 32.0F;

std::string minutes_and_seconds(const double seconds) {
    const int whole = static_cast<int>(std::max(seconds, 0.0));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%d:%02d", whole / 60, whole % 60);
    return text.data();
}

ButtonLook button_of(const float width_px) {
    return {.size = {width_px * current_scale(), height_px * current_scale()}};
}

/// A button for a command, with its key in the tooltip.
void command_button(const PanelContext& context, const char* id, const Icon icon, const float width_px,
                    const char* hint, const scene::Command& command) {
    if (icon_button(id, icon, button_of(width_px))) {
        context.ask(command);
    }
    tooltip(hint, keys_for(context.state, command));
}

void draw_play(const PanelContext& context) {
    ButtonLook look = button_of(56.0F);
    look.primary = true;
    const bool playing = context.state.playing;
    if (icon_button("play", playing ? Icon::pause : Icon::play, look)) {
        context.ask(scene::TogglePlaying{});
    }
    context.memory.tip_targets.play = place_of_last_item();
    tooltip(playing ? tr("Pause") : tr("Play"), keys_for(context.state, scene::TogglePlaying{}));
}

std::string pass_of(const int pass, const int times) {
    return fill(tr("{0} of {1}"), {std::to_string(pass), std::to_string(times)});
}

/// "2 of 5" of what is counted; empty of what plays once or endlessly.
std::string pass_text(const scene::State& state) {
    const int times = scene::repeats(state);
    return times <= 1 ? std::string() : pass_of(std::min(state.playback.pass, times), times);
}

const char* repeat_hint(const scene::State& state) {
    if (scene::loop_is_here(state)) {
        return scene::repeats(state) == 1 ? tr("Plays on behind B; click to repeat from A to B")
                                          : tr("Repeats from A to B; click to play on behind B");
    }
    return scene::repeats(state) == 1 ? tr("Repeat this step") : tr("Repeats this step; click to go on to the next");
}

/// As wide for every number of passes, so that what stands beside it stays.
void draw_repeat(const PanelContext& context) {
    const scene::State& state = context.state;
    const float scale = current_scale();
    ImFont* font = font_of(TextSize::small);
    const std::string passes = pass_text(state);
    ButtonLook look = button_of(wide_px);
    look.on = scene::repeats(state) != 1;
    if (!passes.empty()) {
        look.size.x += text_size(font, pass_of(10, 10)).x + 4.0F * scale;
    }
    const scene::Command toggle = scene::SetRepeats{look.on ? 1 : scene::endless};
    if (text_button("loop", "", look)) {
        context.ask(toggle);
    }
    const ImVec2 low = ImGui::GetItemRectMin();
    const float middle = low.y + look.size.y * 0.5F;
    const Colour ink = look.on ? palette::accent : palette::text;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_icon(list, Icon::loop, {low.x + wide_px * 0.5F * scale, middle}, 18.0F * scale, ink);
    draw_text(list, font, {low.x + (wide_px - 4.0F) * scale, middle - font->FontSize * 0.5F}, ink, passes);
    tooltip(repeat_hint(state), keys_for(state, toggle));
}

void draw_transport(const PanelContext& context, const bool with_frames) {
    command_button(context, "previous", Icon::previous, wide_px, tr("Previous step"), scene::PreviousStep{});
    ImGui::SameLine();
    if (with_frames) {
        command_button(context, "frame back", Icon::frame_back, narrow_px, tr("One frame back"), scene::StepFrames{-1});
        ImGui::SameLine();
    }
    draw_play(context);
    ImGui::SameLine();
    if (with_frames) {
        command_button(context, "frame forward", Icon::frame_forward, narrow_px, tr("One frame forward"),
                       scene::StepFrames{1});
        ImGui::SameLine();
    }
    command_button(context, "next", Icon::next, wide_px, tr("Next step"), scene::NextStep{});
    ImGui::SameLine();
    draw_repeat(context);
}

float time_width() {
    return text_size(font_of(TextSize::body), "00:00 / 00:00").x;
}

void draw_time(const PanelContext& context) {
    const auto& steps = context.subject.choreography->steps;
    const auto index = static_cast<std::size_t>(std::max(context.state.step, 0));
    const double duration = index < steps.size() ? steps[index].duration_s : 0.0;
    const std::string time = minutes_and_seconds(context.state.time_s) + " / " + minutes_and_seconds(duration);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImFont* font = font_of(TextSize::body);
    const float height = height_px * current_scale();
    draw_text(*ImGui::GetWindowDrawList(), font, {low.x, low.y + (height - font->FontSize) * 0.5F}, palette::text,
              time);
    ImGui::Dummy({time_width(), height});
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
    tooltip(speed.description, keys_for(state, scene::ToggleSlowMotion{}));
    ImGui::SameLine(0.0F, gap);
    const Setting& breath = breath_rate_setting();
    if (const auto asked = slider(breath, state.breath_per_min, width)) {
        context.ask(scene::SetBreathRate{*asked});
    }
    tooltip(breath.description);
    ImGui::SameLine(0.0F, gap);
}

void draw_loop_ends(const PanelContext& context) {
    const scene::Playback& playback = context.state.playback;
    for (const scene::LoopMark mark : {scene::LoopMark::a, scene::LoopMark::b}) {
        const bool is_a = mark == scene::LoopMark::a;
        ButtonLook look = button_of(height_px);
        look.on = is_a ? playback.loop_a.has_value() : playback.loop_b.has_value();
        if (text_button(is_a ? "loop a" : "loop b", is_a ? "A" : "B", look)) {
            context.ask(scene::SetLoopMark{mark});
        }
        tooltip(is_a ? tr("The loop begins here") : tr("The loop ends here"),
                keys_for(context.state, scene::SetLoopMark{mark}));
        ImGui::SameLine();
    }
    ButtonLook clear = button_of(height_px);
    clear.off = !playback.loop_a && !playback.loop_b;
    if (icon_button("no loop", Icon::close, clear) && !clear.off) {
        context.ask(scene::ClearLoop{});
    }
    tooltip(tr("No loop: A and B away"), keys_for(context.state, scene::ClearLoop{}));
    ImGui::SameLine();
}

void draw_options_button(const PanelContext& context) {
    const scene::State& state = context.state;
    ButtonLook look = button_of(height_px);
    look.on = context.memory.playing.options_shown || state.playback.metronome || state.standpoint.mirrored ||
              state.playback.voice != scene::Voice::off || scene::seen_by_giver(state) != scene::GiverPlace::none;
    if (icon_button("playing options", Icon::more, look)) {
        context.memory.playing.options_shown = !context.memory.playing.options_shown;
    }
    context.memory.playing.options_button = place_of_last_item();
    tooltip(tr("Repeat, metronome, voice, mirror and the giver's view"));
}

/// How wide A, B, "no loop" and the options are together.
float width_of_ends() {
    return 4.0F * height_px * current_scale() + 3.0F * ImGui::GetStyle().ItemSpacing.x;
}

}  // namespace

void draw_playing_controls(const PanelContext& context, const float right_edge) {
    const float scale = current_scale();
    const float left = ImGui::GetCursorScreenPos().x;
    const float top = ImGui::GetCursorScreenPos().y;
    const float width = right_edge - left;
    draw_transport(context, width >= 470.0F * scale);
    ImGui::SameLine(0.0F, 16.0F * scale);
    const float ends = width_of_ends();
    const auto room = [&] { return right_edge - ImGui::GetCursorScreenPos().x; };
    if (room() >= ends + time_width() + 12.0F * scale) {
        draw_time(context);
        ImGui::SameLine(0.0F, 24.0F * scale);
        draw_sliders(context, right_edge - ends - 24.0F * scale);
    }
    if (room() >= ends) {
        ImGui::SetCursorScreenPos({right_edge - ends, top});
        draw_loop_ends(context);
        draw_options_button(context);
    } else if (room() >= height_px * scale) {
        ImGui::SetCursorScreenPos({right_edge - height_px * scale, top});
        draw_options_button(context);
    }
}

}  // namespace dorsum::ui
