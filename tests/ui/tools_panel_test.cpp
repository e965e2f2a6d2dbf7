#include <algorithm>
#include <set>

#include "catch.h"
#include "practice_ui.h"
#include "ui/layout.h"

using namespace dorsum;

namespace {

const ui::Layout usual = ui::arrange(true, 1280.0F, 720.0F, 1.0F);

template <typename Wanted>
int count_of(const std::vector<scene::Command>& commands) {
    return static_cast<int>(std::count_if(commands.begin(), commands.end(), [](const scene::Command& command) {
        return std::holds_alternative<Wanted>(command);
    }));
}

std::shared_ptr<const scene::Bookmark> view(const char* name) {
    scene::Bookmark bookmark;
    bookmark.name = name;
    bookmark.kept = std::make_shared<const scene::State>();
    return std::make_shared<const scene::Bookmark>(bookmark);
}

/// Only the part of the tools is open.
void open_tools_alone(test::PracticePanels& panels) {
    panels.memory.layout.open.fill(false);
    panels.memory.layout.open.at(static_cast<std::size_t>(ui::Section::tools)) = true;
    panels.frame();
    panels.frame();
}

}  // namespace

TEST_CASE("each panel folds to its side and opens again, and the picture takes the room") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.click({usual.left.width - 16.0F - 13.0F, 32.0F});
    REQUIRE_FALSE(panels.memory.layout.left_open);
    panels.click({1280.0F - 16.0F - 13.0F, 27.0F});
    REQUIRE_FALSE(panels.memory.layout.right_open);
    const ui::Layout folded = ui::arrange(true, 1280.0F, 720.0F, 1.0F, panels.memory.layout);
    CHECK(folded.picture.width >= 1280.0F - 2.0F * ui::strip_px);
    panels.frame();
    panels.click({ui::strip_px * 0.5F, 30.0F});
    CHECK(panels.memory.layout.left_open);
    panels.click({1280.0F - ui::strip_px * 0.5F, 30.0F});
    CHECK(panels.memory.layout.right_open);
}

TEST_CASE("where there is room for one panel only, either can be had, at text of 200 % too") {
    ui::PanelLayout panels;
    ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 2.0F, panels);
    CHECK_FALSE(layout.left_folded);
    CHECK(layout.right_folded);
    CHECK(layout.right.width >= 24.0F);  // the strip with the button
    panels = ui::with_right_open(panels, 1280.0F, 2.0F);
    layout = ui::arrange(true, 1280.0F, 720.0F, 2.0F, panels);
    CHECK(layout.left_folded);
    CHECK_FALSE(layout.right_folded);
    panels = ui::with_left_open(panels);
    layout = ui::arrange(true, 1280.0F, 720.0F, 2.0F, panels);
    CHECK_FALSE(layout.left_folded);
    CHECK(layout.right_folded);
}

TEST_CASE("panels are never dragged so wide or narrow that something has no room") {
    ui::PanelLayout panels;
    panels.left_px = 5000.0F;
    panels.right_px = -3.0F;
    panels = ui::brought_into_range(panels);
    CHECK(panels.left_px == Approx(ui::widest_left_px));
    CHECK(panels.right_px == Approx(ui::narrowest_right_px));
    const float window_px = GENERATE(640.0F, 800.0F, 1024.0F, 1280.0F, 1920.0F);
    CHECK(ui::arrange(true, window_px, 720.0F, 1.0F, panels).picture.width >= 300.0F);
}

TEST_CASE("the parts of the right panel fold, and what there was before opens with one click") {
    test::PracticePanels panels(1280.0F, 720.0F);
    CHECK(panels.memory.layout.is_open(ui::Section::now));
    CHECK(panels.memory.layout.is_open(ui::Section::view));
    panels.click({usual.right.x + 60.0F, 27.0F});
    CHECK_FALSE(panels.memory.layout.is_open(ui::Section::now));
    panels.click({usual.right.x + 60.0F, 27.0F});
    CHECK(panels.memory.layout.is_open(ui::Section::now));
}

TEST_CASE("the tools offer measuring, the pen, and keeping a view") {
    test::PracticePanels panels(1280.0F, 720.0F);
    open_tools_alone(panels);
    ui::Viewport part = usual.right;
    part.y = 80.0F;
    part.height = 200.0F;
    part.width -= 30.0F;
    const auto commands = panels.click_all_over(part, 11.0F);
    CHECK(count_of<scene::SetMeasuring>(commands) > 0);
    CHECK(count_of<scene::SetPen>(commands) > 0);
    CHECK(count_of<scene::KeepBookmark>(commands) > 0);
}

TEST_CASE("every kept view can be gone to and removed, and removing can be undone") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.bookmarks.list = {view("One"), view("Two")};
    panels.state.bookmarks.before = {{}};
    open_tools_alone(panels);
    ui::Viewport part = usual.right;
    part.y = 150.0F;
    part.height = 200.0F;
    const auto commands = panels.click_all_over(part, 9.0F);
    for (const std::size_t index : {0U, 1U}) {
        CHECK(std::any_of(commands.begin(), commands.end(), [index](const scene::Command& command) {
            const auto* go = std::get_if<scene::GoToBookmark>(&command);
            return go != nullptr && go->index == index;
        }));
    }
    CHECK(count_of<scene::RemoveBookmark>(commands) > 0);
    CHECK(count_of<scene::UndoBookmarks>(commands) > 0);
}

TEST_CASE("with the pen in hand its colours, widths and eraser are over the picture, without panels too") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.pen.on = true;
    panels.state.pen.wide = true;
    panels.state.pen.before = {std::make_shared<const scene::PenLines>()};
    panels.state.presentation.on = GENERATE(false, true);
    panels.frame();
    panels.frame();
    const float left = panels.state.presentation.on ? 0.0F : usual.picture.x;
    const auto commands = panels.click_all_over({left, 10.0F, 560.0F, 60.0F}, 9.0F);
    std::set<scene::PenColour> colours;
    int narrow = 0;
    int erasers = 0;
    for (const scene::Command& command : commands) {
        if (const auto* chosen = std::get_if<scene::ChoosePen>(&command)) {
            colours.insert(chosen->colour);
            narrow += chosen->wide ? 0 : 1;
            erasers += chosen->eraser ? 1 : 0;
        }
    }
    CHECK(colours.size() == scene::pen_colours.size());
    CHECK(narrow > 0);
    CHECK(erasers > 0);
    CHECK(count_of<scene::UndoPen>(commands) > 0);
    CHECK(count_of<scene::SetPen>(commands) > 0);
}

TEST_CASE("nothing of the tools lies over the picture unless they are in hand") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.frame();
    CHECK(panels.memory.tools.bar_height == Approx(0.0F));
    panels.state.measurement.on = true;
    panels.frame();
    CHECK(panels.memory.tools.bar_height > 24.0F);
}
