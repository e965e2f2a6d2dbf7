#include "ui/layout.h"

#include "catch.h"
#include "practice_ui.h"

using namespace dorsum;

TEST_CASE("the panels leave room for the picture in every window") {
    const auto [width, height] =
        GENERATE(std::pair{640.0F, 360.0F}, std::pair{800.0F, 600.0F}, std::pair{1024.0F, 768.0F},
                 std::pair{1280.0F, 720.0F}, std::pair{1920.0F, 1080.0F}, std::pair{3840.0F, 2160.0F});
    const float scale = GENERATE(1.0F, 1.5F, 2.0F, 3.0F);
    const ui::Layout layout = ui::arrange(true, width, height, scale);
    CHECK(layout.picture.width >= 160.0F);
    CHECK(layout.picture.height >= 120.0F);
    CHECK(layout.picture.x + layout.picture.width <= width);
    CHECK(layout.picture.y + layout.picture.height <= height);
    CHECK(layout.left.width <= layout.picture.x);
    CHECK(layout.picture.x + layout.picture.width <= layout.right.x);
    CHECK(layout.picture.y + layout.picture.height <= layout.bottom.y);
}

TEST_CASE("a window of ordinary size has all its panels and a picture wider than each of them") {
    const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);
    CHECK(layout.left.width > 0.0F);
    CHECK(layout.right.width > 0.0F);
    CHECK(layout.bottom.height > 0.0F);
    CHECK(layout.picture.width > 2.0F * layout.left.width);
    CHECK(layout.picture.height > 600.0F);
}

TEST_CASE("hidden panels leave the whole window to the picture") {
    const test::PracticeUi practice(1280.0F, 720.0F);
    scene::State state;
    state.panels_shown = false;
    const ui::Viewport picture = ui::free_viewport(state, 1280.0F, 720.0F);
    CHECK(picture.x == Approx(0.0F));
    CHECK(picture.y == Approx(0.0F));
    CHECK(picture.width == Approx(1280.0F));
    CHECK(picture.height == Approx(720.0F));
}
