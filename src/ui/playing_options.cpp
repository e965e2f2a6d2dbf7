#include <algorithm>
#include <array>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// In the order of scene::repeat_choices.
std::array<std::string, scene::repeat_choices.size()> repeat_names() {
    return {tr("Once"), "2", "3", "5", "10", tr("Endless")};
}

/// In the order of scene::voices.
std::array<std::string, scene::voices.size()> voice_names() {
    return {tr("Off"), tr("Steps"), tr("Breath, too")};
}

/// In the order of scene::giver_places.
std::array<std::string, scene::giver_places.size()> giver_names() {
    return {tr("Off"), tr("Left"), tr("Right"), tr("Head")};
}

/// The keys of all these commands.
std::string keys_of(const scene::State& state, const std::initializer_list<scene::Command> commands) {
    std::string keys;
    for (const scene::Command& command : commands) {
        const std::string more = keys_for(state, command);
        keys += (keys.empty() || more.empty() ? "" : ", ") + more;
    }
    return keys;
}

/// Buttons side by side below a title; the place of the one that was chosen now.
std::optional<std::size_t> choice(const char* id, const char* title, const std::span<const std::string> names,
                                  const std::size_t chosen, const std::string& hint, const std::string& keys) {
    section_title(title);
    const WithFont font(TextSize::small);
    ImGui::BeginGroup();
    const auto asked = segmented(id, names, static_cast<int>(chosen));
    ImGui::EndGroup();
    tooltip(hint, keys);
    return asked ? std::optional(static_cast<std::size_t>(*asked)) : std::nullopt;
}

void draw_switch(const PanelContext& context, const char* id, const char* name, const bool on, const char* hint,
                 const scene::Command& toggle) {
    if (switch_row(id, name, on)) {
        context.ask(toggle);
    }
    tooltip(hint, keys_for(context.state, toggle));
}

void draw_repeat_choice(const PanelContext& context) {
    const scene::State& state = context.state;
    const auto* const found = std::ranges::find(scene::repeat_choices, scene::repeats(state));
    const bool loop = scene::loop_is_here(state);
    const auto asked = choice(
        "repeat", loop ? tr("Repeat from A to B") : tr("Repeat each step"), repeat_names(),
        static_cast<std::size_t>(found - scene::repeat_choices.begin()),
        loop ? tr("So often it is played from A to B before the lesson plays on")
             : tr("So often each step is played before the next one"),
        keys_of(state, {scene::SetRepeats{scene::repeats(state) == 1 ? scene::endless : 1}}) + ", Alt+Up, Alt+Down");
    if (asked) {
        context.ask(scene::SetRepeats{scene::repeat_choices.at(*asked)});
    }
}

void draw_sounds(const PanelContext& context) {
    const scene::State& state = context.state;
    const bool ticks = state.playback.metronome;
    draw_switch(context, "metronome", tr("Metronome"), ticks,
                tr("A soft tick at each turn of the breath, higher when it goes in; where the breath is free, at each "
                   "stroke"),
                scene::SetMetronome{!ticks});
    if (!context.notices.sound_problem.empty()) {
        paragraph(context.notices.sound_problem, TextSize::small, palette::warning);
    }
    const auto asked = choice("voice", tr("Voice"), voice_names(), static_cast<std::size_t>(state.playback.voice),
                              tr("Says what to do when a step begins, and breath in and out if you like"), "Shift+V");
    if (asked) {
        context.ask(scene::SetVoice{scene::voices.at(*asked)});
    }
    if (!context.notices.voice_problem.empty()) {
        paragraph(context.notices.voice_problem, TextSize::small, palette::warning);
    }
}

void draw_standpoint(const PanelContext& context) {
    const scene::State& state = context.state;
    const bool mirrored = state.standpoint.mirrored;
    draw_switch(context, "mirror", tr("Mirror"), mirrored,
                tr("Left and right change places in the picture, for a class that faces you"),
                scene::SetMirror{!mirrored});
    const scene::GiverPlace giver = scene::seen_by_giver(state);
    const auto asked = choice("giver", tr("Seen by the giver, at the receiver's"), giver_names(),
                              static_cast<std::size_t>(giver), tr("The camera stands where the giver's eyes are"),
                              keys_for(state, scene::SeeAsGiver{scene::next_place(giver)}));
    if (asked) {
        context.ask(scene::SeeAsGiver{scene::giver_places.at(*asked)});
    }
}

void draw_options(const PanelContext& context) {
    draw_repeat_choice(context);
    const bool slow = context.state.playback_speed == scene::slow_motion;
    draw_switch(context, "slow motion", tr("Slow motion"), slow, tr("A quarter of the speed, and back"),
                scene::ToggleSlowMotion{});
    draw_sounds(context);
    draw_standpoint(context);
}

}  // namespace

void draw_playing_options(const PanelContext& context, const Viewport& timeline) {
    PlayingMemory& memory = context.memory.playing;
    if (timeline.height <= 0.0F || !memory.options_shown) {
        memory.options_shown = false;
        return;
    }
    const float scale = current_scale();
    const float margin = 8.0F * scale;
    const float width = std::min(340.0F * scale, timeline.width - 2.0F * margin);
    const float highest = std::max(timeline.y - 2.0F * margin, 80.0F);
    ImGui::SetNextWindowPos({timeline.x + timeline.width - margin, timeline.y - margin}, ImGuiCond_Always,
                            {1.0F, 1.0F});
    ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, highest});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12.0F * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
    ImGui::PushStyleColor(ImGuiCol_Border, to_imgui(palette::line));
    ImGui::Begin("playing options", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
    draw_options(context);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace dorsum::ui
