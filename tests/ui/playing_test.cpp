#include <algorithm>

#include "catch.h"
#include "practice_ui.h"
#include "ui/layout.h"
#include "ui/loop_marks.h"

using namespace dorsum;

namespace {

const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);

template <typename Wanted>
std::vector<Wanted> all_of(const std::vector<scene::Command>& commands) {
    std::vector<Wanted> found;
    for (const scene::Command& command : commands) {
        if (const auto* wanted = std::get_if<Wanted>(&command)) {
            found.push_back(*wanted);
        }
    }
    return found;
}

/// Steps of 10, 20, 30 ... seconds; the loop reaches from the middle of the second into the third.
struct LoopedPanels : test::PracticePanels {
    LoopedPanels() : PracticePanels(1280.0F, 720.0F) {
        state.step = 1;
        state.playback.loop_a = scene::LessonPlace{1, 0.5};
        state.playback.loop_b = scene::LessonPlace{2, 0.5};
        frame();
    }
    /// As ImGui lays the track out: within the padding of its window.
    std::vector<ui::Chapter> chapters = ui::divide_track(*subject.choreography, 16.0F, 1264.0F, 3.0F);
    float track = layout.bottom.y + 14.0F + 18.0F;
};

}  // namespace

TEST_CASE("A and B are dragged on the timeline by their flags, and what lies between them still goes there") {
    LoopedPanels panels;
    for (const scene::LoopMark mark : {scene::LoopMark::a, scene::LoopMark::b}) {
        const auto flag = ui::flag_span(panels.state, panels.chapters, mark, 1.0F);
        REQUIRE(flag);
        CHECK(flag->high - flag->low >= 24.0F);
        const float middle = 0.5F * (flag->low + flag->high);
        const auto commands = panels.drag({middle, panels.track}, {middle + 60.0F, panels.track}).commands;
        const auto drags = all_of<scene::DragLoopMark>(commands);
        REQUIRE_FALSE(drags.empty());
        CHECK(drags.back().mark == mark);
        CHECK(ui::position_of(panels.chapters, drags.back().to) == Approx(middle + 60.0F).margin(1.0));
        CHECK(all_of<scene::Seek>(commands).empty());
    }
    const float a = ui::position_of(panels.chapters, *panels.state.playback.loop_a);
    const auto commands = panels.click({a + 20.0F, panels.track}).commands;
    CHECK(all_of<scene::DragLoopMark>(commands).empty());
    CHECK_FALSE(all_of<scene::Seek>(commands).empty());
}

TEST_CASE("Flags at the ends of the lesson stay on the timeline") {
    LoopedPanels panels;
    panels.state.playback.loop_a = scene::LessonPlace{0, 0.0};
    panels.state.playback.loop_b = scene::LessonPlace{panels.state.step_count - 1, 1.0};
    const auto a = ui::flag_span(panels.state, panels.chapters, scene::LoopMark::a, 1.0F);
    const auto b = ui::flag_span(panels.state, panels.chapters, scene::LoopMark::b, 1.0F);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->low >= 16.0F);
    CHECK(b->high <= 1264.0F);
    CHECK(ui::flag_at(panels.state, panels.chapters, 20.0F, 1.0F) == scene::LoopMark::a);
    CHECK(ui::flag_at(panels.state, panels.chapters, 1260.0F, 1.0F) == scene::LoopMark::b);
}

TEST_CASE("The options of playing open by one click, hold every choice, and close by another") {
    test::PracticePanels panels(1280.0F, 720.0F);
    const ui::Viewport button = panels.memory.playing.options_button;
    REQUIRE(button.width >= 24.0F);
    const ImVec2 middle{button.x + button.width * 0.5F, button.y + button.height * 0.5F};
    panels.click(middle);
    CHECK(panels.memory.playing.options_shown);
    const auto commands = panels.click_all_over({930.0F, 120.0F, 350.0F, layout.bottom.y - 120.0F}, 13.0F);
    for (const int times : scene::repeat_choices) {
        CHECK(std::ranges::any_of(all_of<scene::SetRepeats>(commands),
                                  [times](const auto& command) { return command.times == times; }));
    }
    for (const scene::Voice voice : scene::voices) {
        CHECK(std::ranges::any_of(all_of<scene::SetVoice>(commands),
                                  [voice](const auto& command) { return command.voice == voice; }));
    }
    for (const scene::GiverPlace place : scene::giver_places) {
        CHECK(std::ranges::any_of(all_of<scene::SeeAsGiver>(commands),
                                  [place](const auto& command) { return command.place == place; }));
    }
    CHECK_FALSE(all_of<scene::SetMetronome>(commands).empty());
    CHECK_FALSE(all_of<scene::SetMirror>(commands).empty());
    CHECK_FALSE(all_of<scene::ToggleSlowMotion>(commands).empty());
    panels.click(middle);
    CHECK_FALSE(panels.memory.playing.options_shown);
}

TEST_CASE("The options of playing can be reached however small the window and however large the text") {
    struct Size {
        float width;
        float height;
        float scale;
    };
    for (const Size size : {Size{1280.0F, 720.0F, 2.0F}, Size{640.0F, 480.0F, 1.0F}, Size{3840.0F, 2160.0F, 2.0F},
                            Size{400.0F, 300.0F, 1.0F}}) {
        test::PracticePanels panels(size.width, size.height, size.scale);
        const ui::Viewport button = panels.memory.playing.options_button;
        CHECK(button.width >= 24.0F * size.scale);
        CHECK(button.x >= 0.0F);
        CHECK(button.x + button.width <= size.width);
        CHECK(button.y + button.height <= size.height);
        panels.click({button.x + button.width * 0.5F, button.y + button.height * 0.5F});
        CHECK(panels.memory.playing.options_shown);
    }
}
