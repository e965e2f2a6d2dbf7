#include "ui/class_view.h"

#include <imgui.h>

#include <algorithm>

#include "catch.h"
#include "practice_ui.h"
#include "ui/theme.h"

using namespace dorsum;

TEST_CASE("a class reads a caption off the back, in a third of the height at most") {
    const auto [width, height] = GENERATE(std::pair{1280.0F, 720.0F}, std::pair{1920.0F, 1080.0F},
                                          std::pair{3840.0F, 2160.0F}, std::pair{1024.0F, 768.0F});
    const int percent = GENERATE(100, 150, 200);
    const scene::Subject subject = test::practice_subject();
    const float scale = ui::scale_of({true, percent, scene::Theme::dark}, 1.0F, width, height);
    const test::PracticeUi practice(width, height, scale);
    const ui::ClassLayout layout = ui::arrange_for_class(*subject.lesson, width, height);
    CHECK(layout.picture.y == 0.0F);
    CHECK(layout.picture.height >= height * 0.6F);
    CHECK(layout.caption.y >= layout.picture.y + layout.picture.height);
    CHECK(layout.caption.y + layout.caption.height <= height + 1.0F);
    CHECK(layout.caption.height <= height / 3.0F + 1.0F);
    CHECK(layout.caption.width == width);
    // From the back of a room: the title as high as a twentieth of a picture of 16 to 9 in this window.
    if (percent == 100) {
        CHECK(ui::font_of(ui::TextSize::caption)->FontSize >= std::min(height, width * 9.0F / 16.0F) / 20.0F);
    }
}

TEST_CASE("text grows with what the teacher has set, with and without panels") {
    for (const bool for_class : {false, true}) {
        const auto scale = [for_class](const int percent) {
            return ui::scale_of({for_class, percent, scene::Theme::dark}, 1.0F, 1280.0F, 720.0F);
        };
        CHECK(scale(200) == Approx(2.0F * scale(100)));
        CHECK(scale(125) == Approx(1.25F * scale(100)));
    }
}

TEST_CASE("what the teacher points at is pointed at before the class") {
    const ui::Viewport small{308.0F, 0.0F, 720.0F, 600.0F};
    const ui::Viewport large{0.0F, 0.0F, 1920.0F, 900.0F};
    const auto middle = ui::same_place({668.0F, 300.0F}, small, large);
    REQUIRE(middle);
    CHECK(middle->x == Approx(960.0F));
    CHECK(middle->y == Approx(450.0F));
    const auto aside = ui::same_place({768.0F, 100.0F}, small, large);
    REQUIRE(aside);
    CHECK(aside->x == Approx(960.0F + 150.0F));
    CHECK(aside->y == Approx(150.0F));
    CHECK_FALSE(ui::same_place({100.0F, 300.0F}, small, large));
    CHECK_FALSE(ui::same_place({668.0F, 700.0F}, small, large));
}

TEST_CASE("while a projector shows the clean view the teacher keeps the panels, alone they give way") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.cautions_open = false;
    const ui::Viewport all{0.0F, 60.0F, 1280.0F, 660.0F};
    panels.state.presentation.on = true;
    CHECK(panels.click_all_over(all, 40.0F).empty());
    panels.state.presentation.projector = true;
    panels.notices.clock = ui::Clock{"14:05", 12};
    CHECK_FALSE(panels.click_all_over(all, 40.0F).empty());
}
