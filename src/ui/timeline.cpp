#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/loop_marks.h"
#include "ui/panel_parts.h"
#include "ui/timeline_map.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

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

/// What the mouse does on the track: it drags an end of the loop, or goes anywhere in the lesson.
void follow_mouse(const PanelContext& context, const std::vector<Chapter>& chapters) {
    std::optional<scene::LoopMark>& grabbed = context.memory.playing.grabbed;
    const float x = ImGui::GetIO().MousePos.x;
    if (!ImGui::IsItemActive()) {
        grabbed.reset();
        return;
    }
    if (ImGui::IsItemActivated()) {
        grabbed = flag_at(context.state, chapters, x, current_scale());
    }
    const bool moved = ImGui::GetIO().MouseDelta.x != 0.0F;
    if (grabbed) {
        if (moved && !ImGui::IsItemActivated()) {
            context.ask(scene::DragLoopMark{*grabbed, place_at(chapters, x)});
        }
        return;
    }
    const TimelinePoint point = point_at(chapters, x);
    if (point.step != context.state.step) {
        context.ask(scene::GoToStep{point.step});
    }
    if (ImGui::IsItemActivated() || moved) {
        context.ask(scene::Seek{point.time_s});
    }
}

std::string keys_of_track(const scene::State& state) {
    std::string keys;
    for (const scene::Command& command : {scene::Command{scene::SeekBy{-1.0}}, scene::Command{scene::SeekBy{1.0}},
                                          scene::Command{scene::SeekBy{-0.1}}, scene::Command{scene::SeekBy{0.1}}}) {
        keys += (keys.empty() ? "" : ", ") + keys_for(state, command);
    }
    return keys;
}

void draw_playhead(const std::vector<Chapter>& chapters, const PanelContext& context, const float top,
                   const float foot) {
    const float scale = current_scale();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = position_of(chapters, TimelinePoint{context.state.step, context.state.time_s});
    list.AddLine({x, top - 2.0F * scale}, {x, foot + 2.0F * scale}, to_packed(palette::text), 2.0F * scale);
    const ImVec2 knob{x, top - 2.0F * scale};
    list.AddCircleFilled(knob, 5.0F * scale, to_packed(palette::text), 20);
    // The arrow keys move it: the ring of what the keyboard holds.
    list.AddCircle(knob, 7.5F * scale, to_packed(palette::accent), 24, 2.0F * scale);
}

void draw_track(const PanelContext& context, const float width) {
    const float scale = current_scale();
    const float height = 36.0F * scale;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const auto chapters = divide_track(*context.subject.choreography, low.x, low.x + width, 3.0F * scale);
    ImGui::InvisibleButton("track", {std::max(width, 1.0F), height});
    follow_mouse(context, chapters);
    const auto flag = flag_at(context.state, chapters, ImGui::GetIO().MousePos.x, scale);
    if (flag && ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        tooltip(
            *flag == scene::LoopMark::a ? tr("A: here the loop begins. Drag it") : tr("B: here the loop ends. Drag it"),
            keys_for(context.state, scene::SetLoopMark{*flag}));
    } else {
        tooltip(tr("Click or drag to go anywhere in the lesson"), keys_of_track(context.state));
    }
    const auto count = std::min(chapters.size(), context.subject.lesson->steps.size());
    for (std::size_t index = 0; index < count; ++index) {
        draw_chapter(context, chapters[index], static_cast<int>(index), low.y, low.y + height);
    }
    draw_loop_marks(context.state, chapters, low.y, low.y + height);
    draw_playhead(chapters, context, low.y, low.y + height);
}

}  // namespace

void draw_timeline(const PanelContext& context, const Viewport& place) {
    if (place.height <= 0.0F) {
        return;
    }
    const PanelWindow window("timeline", place);
    const float width = ImGui::GetContentRegionAvail().x;
    const float right_edge = ImGui::GetCursorScreenPos().x + width;
    draw_track(context, width);
    draw_playing_controls(context, right_edge);
}

}  // namespace dorsum::ui
