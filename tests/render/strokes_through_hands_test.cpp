// The way of a stroke is to be seen all along, also where the hand lies on it that goes along it.
#include "catch.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "required.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr glm::ivec2 size_px{480, 360};

struct Shown {
    bool hands = true;
    bool strokes = true;
    scene::Quality tier = scene::Quality::high;
};

Picture drawn(const Shown& shown) {
    auto target = PictureTarget::create(size_px.x, size_px.y);
    auto renderer = Renderer::create();
    REQUIRE(target);
    REQUIRE(renderer);
    scene::Subject subject = test::make_test_subject();
    subject.hands = test::make_board_hands(0.02F);
    scene::State state = scene::initial_state(subject, 4.0F / 3.0F);
    state.step = 1;
    state.time_s = test::mid_stroke_s();
    scene::Scene scene = scene::compose(state, subject, glm::vec2(size_px));
    REQUIRE_FALSE(scene.hands.empty());
    REQUIRE_FALSE(scene.patches.indices.empty());
    scene.quality = scene::quality_of(shown.tier);
    if (!shown.hands) {
        scene.hands.clear();
    }
    if (!shown.strokes) {
        scene.patches = {};
    }
    renderer->draw(scene, target->framebuffer());
    return target->read();
}

int difference(const Picture& one, const Picture& other, const std::size_t pixel) {
    int sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        sum += std::abs(one.rgb[3 * pixel + channel] - other.rgb[3 * pixel + channel]);
    }
    return sum;
}

}  // namespace

TEST_CASE("A stroke is seen through the hand that lies on it, fainter than beside it") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const scene::Quality tier = GENERATE(scene::Quality::low, scene::Quality::balanced, scene::Quality::high);
    CAPTURE(static_cast<int>(api), static_cast<int>(tier));
    const auto context = OffscreenContext::create(api);
    if (!context && api == ContextApi::opengl_es_3) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    REQUIRE(context);
    const Picture all = drawn({true, true, tier});
    const Picture no_strokes = drawn({true, false, tier});
    const Picture no_hands = drawn({false, true, tier});
    const Picture neither = drawn({false, false, tier});
    int hidden = 0;
    int seen = 0;
    int as_strong = 0;
    constexpr int clear = 90;   // of a stroke on bare skin
    constexpr int traced = 12;  // of one that shines through
    for (std::size_t pixel = 0; pixel < neither.rgb.size() / 3; ++pixel) {
        const bool on_stroke = difference(no_hands, neither, pixel) > clear;
        const bool under_hand = difference(no_strokes, neither, pixel) > clear;
        if (on_stroke && under_hand) {
            ++hidden;
            seen += difference(all, no_strokes, pixel) > traced ? 1 : 0;
            as_strong += difference(all, no_hands, pixel) < traced ? 1 : 0;
        }
    }
    CHECK(hidden > 100);
    CHECK(seen > 0.8 * hidden);
    CHECK(as_strong < 0.2 * hidden);
}
