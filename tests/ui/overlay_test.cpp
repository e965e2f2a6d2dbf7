#include <imgui.h>

#include <set>

#include "catch.h"
#include "practice_ui.h"
#include "scene/test_subject.h"
#include "ui/overlay_parts.h"
#include "ui/theme.h"

using namespace dorsum;

namespace {

/// What an overlay draws, as the corners of its triangles.
struct Drawn {
    int vertices = 0;
    ImVec2 low{1.0e9F, 1.0e9F};
    ImVec2 high{-1.0e9F, -1.0e9F};
};

Drawn drawn_in_background() {
    Drawn drawn;
    for (const ImDrawVert& vertex : ImGui::GetBackgroundDrawList()->VtxBuffer) {
        ++drawn.vertices;
        drawn.low = {std::min(drawn.low.x, vertex.pos.x), std::min(drawn.low.y, vertex.pos.y)};
        drawn.high = {std::max(drawn.high.x, vertex.pos.x), std::max(drawn.high.y, vertex.pos.y)};
    }
    return drawn;
}

Drawn overlay_of(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene) {
    test::PracticeUi practice(scene.size_px.x, scene.size_px.y,
                              ui::scale_for_picture(scene.size_px.x, scene.size_px.y));
    Drawn drawn;
    practice.frame([&] {
        ui::draw_overlay(state, subject, scene, 0.0F, 0.0F);
        drawn = drawn_in_background();
    });
    return drawn;
}

/// What a part of the overlay measures in a picture of some size, at some scale of text.
template <typename Measure>
float measured(const scene::State& state, const scene::Subject& subject, const ImVec2 size, const float scale,
               const Measure& measure) {
    test::PracticeUi practice(size.x, size.y, scale);
    const scene::Scene scene;
    float result = 0.0F;
    practice.frame([&] {
        const ui::OverlayContext overlay{state,        subject, scene, *ImGui::GetBackgroundDrawList(),
                                         {0.0F, 0.0F}, size,    1.0F,  scale};
        result = measure(overlay);
    });
    return result;
}

}  // namespace

TEST_CASE("However large the letters, the caption leaves three quarters of the picture to the back") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    state.step = GENERATE(0, 1, 2, 3, 4);
    const float scale = GENERATE(1.0F, 1.5F, 2.0F);
    const ImVec2 beside_the_panels{604.0F, 488.0F};
    CHECK(measured(state, subject, beside_the_panels, scale, ui::caption_height) < 0.28F * beside_the_panels.y);
    // Before a class the words stay as large as they are.
    const ImVec2 whole_screen{1920.0F, 1080.0F};
    CHECK(measured(state, subject, whole_screen, scale, ui::caption_height) > 80.0F * scale);
}

TEST_CASE("The legend tells what is to be seen in the step, and no more") {
    scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    state.step = 1;
    const ImVec2 size{1280.0F, 720.0F};
    const auto height = [&] {
        return size.y - measured(state, subject, size, 1.0F,
                                 [&](const ui::OverlayContext& overlay) { return ui::legend_top(overlay, size.y); });
    };
    auto choreography = *subject.choreography;
    const auto show = [&](const std::vector<lesson::Stroke>& strokes) {
        choreography.steps[1].strokes = strokes;
        subject.choreography = std::make_shared<const lesson::Choreography>(choreography);
    };
    lesson::Stroke working;
    working.pass = lesson::Pass::working;
    working.pressure = 2;
    lesson::Stroke harder = working;
    harder.pressure = 3;
    lesson::Stroke back = working;
    back.pass = lesson::Pass::light_return;
    show({working});
    const float alone = height();
    show({working, back});
    const float row = height() - alone;
    CHECK(row > 10.0F);
    show({working, back, harder});  // wider: more pressure
    CHECK(height() == Approx(alone + 2.0F * row));
    show({working});
    state.layers.reset(static_cast<std::size_t>(scene::Layer::hands));  // nothing is just stroked, nothing done
    CHECK(height() == Approx(alone - 2.0F * row));
    show({});
    CHECK(height() == 0.0F);
}

TEST_CASE("captions of every step stay inside the picture, whatever its size") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    state.step = GENERATE(0, 1, 2, 3, 4);
    scene::Scene scene;
    scene.size_px = GENERATE(glm::vec2(640.0F, 360.0F), glm::vec2(1280.0F, 720.0F), glm::vec2(3840.0F, 2160.0F),
                             glm::vec2(720.0F, 1280.0F));
    const Drawn drawn = overlay_of(state, subject, scene);
    CHECK(drawn.vertices > 0);
    CHECK(drawn.low.x >= -1.0F);
    CHECK(drawn.low.y >= -1.0F);
    CHECK(drawn.high.x <= scene.size_px.x + 1.0F);
    CHECK(drawn.high.y <= scene.size_px.y + 1.0F);
}

TEST_CASE("as soon as a zone is shown, the picture says what zones are not") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    const scene::Scene scene;
    const int without = overlay_of(state, subject, scene).vertices;
    state.zones_shown.set(4);
    const int with_note = overlay_of(state, subject, scene).vertices;
    CHECK(with_note - without >= static_cast<int>(subject.lesson->zones_note.size()) * 2);
}

TEST_CASE("the breath gauge rises with the chest") {
    const scene::Subject subject = test::practice_subject();
    const scene::State state = test::practice_state(subject);
    scene::Scene scene;
    const auto highest_accent = [&](const double rise) {
        scene.moment.breath.rise = rise;
        test::PracticeUi practice(scene.size_px.x, scene.size_px.y);
        float top = 1.0e9F;
        practice.frame([&] {
            ui::draw_overlay(state, subject, scene, 0.0F, 0.0F);
            for (const ImDrawVert& vertex : ImGui::GetBackgroundDrawList()->VtxBuffer) {
                if (vertex.col == ui::to_packed(ui::palette::accent) && vertex.pos.x < 100.0F) {
                    top = std::min(top, vertex.pos.y);
                }
            }
        });
        return top;
    };
    const float empty = highest_accent(0.0);
    const float half = highest_accent(0.5);
    const float full = highest_accent(1.0);
    CHECK(half < empty - 50.0F);
    CHECK(full < half - 50.0F);
}

TEST_CASE("labels of zones add their number and organ to the picture") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    state.zones_shown.set();
    scene::Scene scene;
    const int before = overlay_of(state, subject, scene).vertices;
    for (int zone = 1; zone <= scene::zone_count; ++zone) {
        const float x = zone % 2 == 0 ? 700.0F : 580.0F;
        scene.labels.push_back(
            {scene::LabelKind::zone, zone, std::to_string(zone), {x, 200.0F + 8.0F * static_cast<float>(zone)}, 0.0F});
    }
    const Drawn after = overlay_of(state, subject, scene);
    CHECK(after.vertices - before > scene::zone_count * 100);
    CHECK(after.high.y <= scene.size_px.y + 1.0F);
}

TEST_CASE("every page of the card of cautions fits on pictures and videos, however long the lesson's texts") {
    lesson::Lesson lesson = *test::practice_subject().lesson;
    SECTION("as they are") {}
    SECTION("as long as a lesson may have them") {
        lesson.title = std::string(150, 'm');
        lesson.purpose = std::string(300, 'm') + " " + std::string(299, 'm');
        lesson.cautions.assign(6, std::string(300, 'i') + " " + std::string(299, 'i'));
    }
    const auto [width, height] = GENERATE(std::pair{320.0F, 240.0F}, std::pair{640.0F, 360.0F},
                                          std::pair{1280.0F, 720.0F}, std::pair{1920.0F, 1080.0F});
    int pages = 1;
    for (int page = 0; page < pages; ++page) {
        test::PracticeUi practice(width, height, ui::scale_for_picture(width, height));
        practice.frame([&, w = width, h = height] {
            pages = ui::draw_cautions_card(lesson, w, h, page);
            const Drawn drawn = drawn_in_background();
            CAPTURE(w, h, page, pages);
            CHECK(drawn.vertices > 100);
            CHECK(drawn.high.x <= w + 1.0F);
            CHECK(drawn.high.y <= h + 1.0F);
        });
    }
    CHECK(pages <= 40);
}

TEST_CASE("Only a breath that leads the hands is paced: else no arrow, and a muted gauge") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    scene::Scene scene;
    scene.moment.breath.rise = 0.9;
    const auto inks_left_of = [&](const float right) {
        test::PracticeUi practice(scene.size_px.x, scene.size_px.y);
        std::set<ImU32> inks;
        practice.frame([&] {
            ui::draw_overlay(state, subject, scene, 0.0F, 0.0F);
            for (const ImDrawVert& vertex : ImGui::GetBackgroundDrawList()->VtxBuffer) {
                if (vertex.pos.x < right && vertex.pos.y < 300.0F) {
                    inks.insert(vertex.col);
                }
            }
        });
        return inks;
    };
    const ImU32 paced = ui::to_packed(ui::palette::accent);
    const ImU32 arrow = ui::to_packed(ui::palette::text);
    const auto& steps = subject.choreography->steps;
    int leading = 0;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        state.step = static_cast<int>(step);
        const bool leads = steps[step].strokes.empty() || steps[step].follows_breath;
        leading += leads ? 1 : 0;
        CAPTURE(step);
        CHECK((inks_left_of(100.0F).count(paced) == 1) == leads);
        CHECK((inks_left_of(100.0F).count(arrow) == 1) == leads);
    }
    CHECK(leading > 0);
    CHECK(leading < static_cast<int>(steps.size()));
}

TEST_CASE("Numbers, names and letters keep off each other and off the gauges, from every side and in every size") {
    const scene::Subject on_trunk = test::make_test_subject();
    scene::Subject subject = test::practice_subject();
    subject.body = on_trunk.body;
    subject.choreography = on_trunk.choreography;
    const glm::vec2 size_px =
        GENERATE(glm::vec2(800.0F, 600.0F), glm::vec2(1280.0F, 720.0F), glm::vec2(3840.0F, 2160.0F));
    const scene::View view = GENERATE(scene::View::back, scene::View::left, scene::View::right, scene::View::top,
                                      scene::View::three_quarter);
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
    state.step = 1;
    state.time_s = test::mid_stroke_s();
    state.zones_shown.set();
    state.layers.set(static_cast<std::size_t>(scene::Layer::landmarks));
    state.camera = scene::frame_back(view, *subject.body, size_px.x / size_px.y, true);
    const scene::Scene scene = scene::compose(state, subject, size_px);
    test::PracticeUi practice(size_px.x, size_px.y, ui::scale_for_picture(size_px.x, size_px.y));
    ui::LabelMemory memory;
    practice.frame([&] { ui::draw_overlay(state, subject, scene, 0.0F, 0.0F, &memory); });
    CAPTURE(size_px.x, scene::name_of(view));
    CHECK_FALSE(memory.placed.empty());
    for (std::size_t i = 0; i < memory.placed.size(); ++i) {
        const ui::Box& box = memory.placed[i].box;
        CHECK(box.low.x >= 0.0F);
        CHECK(box.low.y >= 0.0F);
        CHECK(box.high.x <= size_px.x);
        CHECK(box.high.y <= size_px.y);
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_FALSE(ui::meet(box, memory.placed[j].box));
        }
    }
    // The orientation marks and the scale bar are always there, over dark ground in the corner.
    const float scale = ui::scale_for_picture(size_px.x, size_px.y);
    const ui::Box corner{{size_px.x - 130.0F * scale, size_px.y - 230.0F * scale}, size_px};
    int head = 0;
    practice.frame([&] {
        ui::draw_overlay(state, subject, scene, 0.0F, 0.0F, &memory);
        for (const ImDrawVert& vertex : ImGui::GetBackgroundDrawList()->VtxBuffer) {
            const ui::Box at{{vertex.pos.x, vertex.pos.y}, {vertex.pos.x + 0.1F, vertex.pos.y + 0.1F}};
            head += vertex.col == ui::to_packed(ui::palette::accent) && ui::meet(at, corner) ? 1 : 0;
        }
    });
    CHECK(head >= 16);  // four letters
}
