// Only what has changed is painted anew, and what is not painted anew looks as it would if all were.
#include "ui/repaint.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "catch.h"
#include "practice_ui.h"

using namespace dorsum;

namespace {

constexpr float window_width = 640.0F;
constexpr float window_height = 360.0F;

/// What a test window shows: two panels beside each other, and something drawn under them.
struct Shown {
    std::string left = "4.6 cm/s";
    std::string right = "T7";
    float bar = 0.5F;
    ImVec2 dot{320.0F, 300.0F};
    bool card = false;
};

void draw_panel(const char* name, const float x, const std::string& text, const float bar) {
    ImGui::SetNextWindowPos({x, 20.0F});
    ImGui::SetNextWindowSize({200.0F, 200.0F});
    ImGui::Begin(name, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
    ImGui::TextUnformatted("Speed");
    ImGui::TextUnformatted(text.c_str());
    ImGui::ProgressBar(bar);
    ImGui::TextUnformatted("Comfortable");
    ImGui::End();
}

void draw(const Shown& shown) {
    ImGui::GetBackgroundDrawList()->AddCircleFilled(shown.dot, 10.0F, IM_COL32_WHITE);
    draw_panel("left", 20.0F, shown.left, shown.bar);
    draw_panel("right", 400.0F, shown.right, 0.25F);
    if (shown.card) {
        draw_panel("card", 120.0F, "A card over the left panel", 1.0F);
    }
}

/// A window whose pixels hold, in place of colours, which triangles lie over them: paints as a graphics driver does,
/// within the clip of each command.
class TrianglePainter {
public:
    using Pixels = std::map<std::pair<int, int>, std::vector<std::string>>;

    void paint(const ImDrawData& drawn, const std::vector<ui::PixelArea>& areas) {
        for (const ui::PixelArea& area : areas) {
            std::erase_if(pixels_, [&area](const auto& pixel) {
                const auto [x, y] = pixel.first;
                return x >= area.left && x < area.right && y >= area.top && y < area.bottom;
            });
        }
        for (int i = 0; i < drawn.CmdListsCount; ++i) {
            for (const ImDrawCmd& command : drawn.CmdLists[i]->CmdBuffer) {
                paint(*drawn.CmdLists[i], command);
            }
        }
    }
    [[nodiscard]] const Pixels& pixels() const { return pixels_; }

private:
    void paint(const ImDrawList& list, const ImDrawCmd& command) {
        for (unsigned int corner = command.IdxOffset; corner < command.IdxOffset + command.ElemCount; corner += 3) {
            const ImDrawVert* corners[3];
            for (int i = 0; i < 3; ++i) {
                corners[i] = &list.VtxBuffer[list.IdxBuffer[static_cast<int>(corner) + i]];
            }
            paint(corners, command.ClipRect);
        }
    }
    /// Every fourth pixel either way is enough to compare, at half the price of all.
    void paint(const ImDrawVert* const (&corners)[3], const ImVec4& clip) {
        const auto [low_x, high_x] = std::minmax({corners[0]->pos.x, corners[1]->pos.x, corners[2]->pos.x});
        const auto [low_y, high_y] = std::minmax({corners[0]->pos.y, corners[1]->pos.y, corners[2]->pos.y});
        std::string look;
        for (const ImDrawVert* corner : corners) {
            look += std::to_string(corner->pos.x) + "," + std::to_string(corner->pos.y) + "," +
                    std::to_string(corner->uv.x) + "," + std::to_string(corner->uv.y) + "," +
                    std::to_string(corner->col) + ";";
        }
        for (int y = static_cast<int>(low_y) / 4 * 4; y < static_cast<int>(high_y) + 1; y += 4) {
            for (int x = static_cast<int>(low_x) / 4 * 4; x < static_cast<int>(high_x) + 1; x += 4) {
                const ImVec2 middle{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
                const bool clipped = middle.x < clip.x || middle.x >= clip.z || middle.y < clip.y || middle.y >= clip.w;
                if (!clipped && within(corners, middle)) {
                    pixels_[{x, y}].push_back(look);
                }
            }
        }
    }
    static bool within(const ImDrawVert* const (&corners)[3], const ImVec2 point) {
        int to_the_left = 0;
        int to_the_right = 0;
        for (int i = 0; i < 3; ++i) {
            const ImVec2 from = corners[i]->pos;
            const ImVec2 to = corners[(i + 1) % 3]->pos;
            const float side = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
            to_the_left += side > 0.0F ? 1 : 0;
            to_the_right += side < 0.0F ? 1 : 0;
        }
        return to_the_left == 0 || to_the_right == 0;
    }

    Pixels pixels_;
};

/// A window that paints only what has changed, beside one that paints all.
class Pair {
public:
    std::vector<ui::PixelArea> show(const Shown& shown, const std::vector<ui::PixelArea>& beneath = {}) {
        ui_.frame([&shown] { draw(shown); });
        ImDrawData& drawn = *ImGui::GetDrawData();
        TrianglePainter whole;
        whole.paint(drawn, {});
        const std::vector<ui::PixelArea> areas = memory_.take_changes(drawn, beneath);
        whole_triangles_ = triangle_count(drawn);
        ui::keep_only(drawn, areas);
        sent_triangles_ = triangle_count(drawn);
        sparing_.paint(drawn, areas);
        same_ = whole.pixels() == sparing_.pixels();
        return areas;
    }
    [[nodiscard]] bool looks_the_same() const { return same_; }
    [[nodiscard]] int triangles_drawn_whole() const { return whole_triangles_; }
    [[nodiscard]] int triangles_sent() const { return sent_triangles_; }

private:
    static int triangle_count(const ImDrawData& drawn) {
        int corners = 0;
        for (int i = 0; i < drawn.CmdListsCount; ++i) {
            for (const ImDrawCmd& command : drawn.CmdLists[i]->CmdBuffer) {
                corners += static_cast<int>(command.ElemCount);
            }
        }
        return corners / 3;
    }

    int whole_triangles_ = 0;
    int sent_triangles_ = 0;
    test::PracticeUi ui_{window_width, window_height};
    ui::RepaintMemory memory_;
    TrianglePainter sparing_;
    bool same_ = false;
};

int pixel_count(const std::vector<ui::PixelArea>& areas) {
    int count = 0;
    for (const ui::PixelArea& area : areas) {
        count += (area.right - area.left) * (area.bottom - area.top);
    }
    return count;
}

}  // namespace

TEST_CASE("The first frame is painted whole, and one in which nothing has changed not at all") {
    Pair window;
    CHECK(window.show({}) == std::vector{ui::PixelArea{0, 0, 640, 360}});
    window.show({});  // Dear ImGui shows a new window in its second frame
    CHECK(window.show({}).empty());
    CHECK(window.looks_the_same());
}

TEST_CASE("A speed that changes is painted anew where it stands, and nothing beside it") {
    Pair window;
    window.show({});
    window.show({});
    Shown faster;
    faster.left = "12.5 cm/s";
    const auto areas = window.show(faster);
    REQUIRE(areas.size() == 1);
    CHECK(pixel_count(areas) > 0);
    CHECK(pixel_count(areas) < 200 * 30);
    CHECK(areas.front().left >= 20);
    CHECK(areas.front().right <= 220);
    CHECK(window.looks_the_same());
}

TEST_CASE("What moves under the panels is painted where it was and where it is") {
    Pair window;
    window.show({});
    window.show({});
    Shown moved;
    moved.dot = {500.0F, 320.0F};
    CHECK_FALSE(window.show(moved).empty());
    CHECK(window.looks_the_same());
    CHECK(window.show(moved, {{100, 100, 300, 200}}) == std::vector{ui::PixelArea{100, 100, 300, 200}});
    CHECK(window.looks_the_same());
}

TEST_CASE("Whatever changes, from frame to frame, looks as if all were painted") {
    Pair window;
    std::mt19937 random(7);
    const auto pick = [&random](const int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    Shown shown;
    double painted = 0.0;
    constexpr int frames = 120;
    for (int frame = 0; frame < frames; ++frame) {
        switch (pick(5)) {
            case 0:
                shown.left = std::string(static_cast<std::size_t>(pick(12)), static_cast<char>('a' + pick(20)));
                break;
            case 1:
                shown.right = std::to_string(pick(1000));
                break;
            case 2:
                shown.bar = static_cast<float>(pick(11)) / 10.0F;
                break;
            case 3:
                shown.dot = {static_cast<float>(pick(640)), static_cast<float>(pick(360))};
                break;
            default:
                shown.card = pick(2) == 1;
        }
        painted += pixel_count(window.show(shown));
        CAPTURE(frame);
        REQUIRE(window.looks_the_same());
    }
    CHECK(painted < 0.25 * frames * window_width * window_height);
}

TEST_CASE("No pixel is painted twice, and areas stay few") {
    Pair window;
    window.show({});
    window.show({});
    Shown changed;
    changed.bar = 0.75F;
    changed.right = "T9";
    changed.dot = {40.0F, 330.0F};
    const auto areas = window.show(changed, {{0, 0, 30, 30}, {20, 20, 60, 60}, {600, 0, 640, 30}});
    CHECK(areas.size() <= 4);
    for (std::size_t one = 0; one < areas.size(); ++one) {
        for (std::size_t other = one + 1; other < areas.size(); ++other) {
            CHECK(ui::common_part(areas[one], areas[other]).empty());
        }
    }
    CHECK(window.looks_the_same());
}

TEST_CASE("What is painted in a few places sends no triangle of the others to be drawn") {
    Pair window;
    window.show({});
    window.show({});
    Shown changed;
    changed.bar = 0.75F;
    const auto areas = window.show(changed);
    REQUIRE(areas.size() == 1);
    CHECK(window.triangles_sent() > 0);
    CHECK(window.triangles_sent() < window.triangles_drawn_whole() / 2);
}

TEST_CASE("An area without another is what lies around it, each pixel once") {
    using ui::PixelArea;
    const PixelArea whole{0, 0, 10, 10};
    CHECK(ui::without(whole, {20, 20, 30, 30}) == std::vector{whole});
    CHECK(ui::without(whole, {-5, -5, 15, 15}).empty());
    const auto around = ui::without(whole, {2, 3, 8, 20});
    CHECK(pixel_count(around) == 100 - 6 * 7);
    for (const PixelArea& area : around) {
        CHECK(ui::common_part(area, {2, 3, 8, 10}).empty());
    }
}
