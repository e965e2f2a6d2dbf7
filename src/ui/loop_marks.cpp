#include "ui/loop_marks.h"

#include <algorithm>
#include <array>

#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float flag_height_px = 16.0F;

const std::optional<scene::LessonPlace>& place_of(const scene::State& state, const scene::LoopMark mark) {
    return mark == scene::LoopMark::a ? state.playback.loop_a : state.playback.loop_b;
}

void draw_flag(const scene::State& state, const std::vector<Chapter>& chapters, const scene::LoopMark mark,
               const float top, const float foot) {
    const float scale = current_scale();
    const auto span = flag_span(state, chapters, mark, scale);
    if (!span) {
        return;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = position_of(chapters, *place_of(state, mark));
    const ImU32 ground = to_packed(palette::accent);
    list.AddLine({x, top}, {x, foot}, ground, 2.0F * scale);
    const ImVec2 low{span->low, foot - flag_height_px * scale};
    list.AddRectFilled(low, {span->high, foot}, ground, 3.0F * scale);
    ImFont* font = font_of(TextSize::small);
    const std::string letter = mark == scene::LoopMark::a ? "A" : "B";
    const ImVec2 size = text_size(font, letter);
    draw_text(list, font, {(span->low + span->high - size.x) * 0.5F, (low.y + foot - size.y) * 0.5F},
              palette::on_accent, letter);
}

}  // namespace

float position_of(const std::vector<Chapter>& chapters, const scene::LessonPlace place) {
    const auto index = static_cast<std::size_t>(std::max(place.step, 0));
    const double length_s = index < chapters.size() ? chapters[index].duration_s : 0.0;
    return position_of(chapters, TimelinePoint{place.step, place.share * length_s});
}

scene::LessonPlace place_at(const std::vector<Chapter>& chapters, const float position) {
    const TimelinePoint point = point_at(chapters, position);
    const auto index = static_cast<std::size_t>(point.step);
    const double length_s = index < chapters.size() ? chapters[index].duration_s : 0.0;
    return {point.step, length_s > 0.0 ? point.time_s / length_s : 0.0};
}

std::optional<FlagSpan> flag_span(const scene::State& state, const std::vector<Chapter>& chapters,
                                  const scene::LoopMark mark, const float scale) {
    const auto& place = place_of(state, mark);
    if (!place || chapters.empty()) {
        return std::nullopt;
    }
    const float width = smallest_target * scale;
    const float x = position_of(chapters, *place);
    const float wanted = mark == scene::LoopMark::a ? x - width : x;
    const float low =
        std::clamp(wanted, chapters.front().low, std::max(chapters.back().high - width, chapters.front().low));
    return FlagSpan{low, low + width};
}

std::optional<scene::LoopMark> flag_at(const scene::State& state, const std::vector<Chapter>& chapters,
                                       const float position, const float scale) {
    for (const scene::LoopMark mark : {scene::LoopMark::b, scene::LoopMark::a}) {
        const auto span = flag_span(state, chapters, mark, scale);
        if (span && position >= span->low && position <= span->high) {
            return mark;
        }
    }
    return std::nullopt;
}

void draw_loop_marks(const scene::State& state, const std::vector<Chapter>& chapters, const float top,
                     const float foot) {
    if (chapters.empty()) {
        return;
    }
    if (has_loop(state.playback)) {
        ImGui::GetWindowDrawList()->AddRectFilled({position_of(chapters, *state.playback.loop_a), top},
                                                  {position_of(chapters, *state.playback.loop_b), foot},
                                                  to_packed(palette::accent.with_alpha(0.22F)));
    }
    for (const scene::LoopMark mark : {scene::LoopMark::a, scene::LoopMark::b}) {
        draw_flag(state, chapters, mark, top, foot);
    }
}

}  // namespace dorsum::ui
