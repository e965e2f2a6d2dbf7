#include <fstream>
#include <optional>

#include "catch.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "scene/test_subject.h"
#include "shader_folder.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr glm::vec2 size_px{480.0F, 360.0F};

/// Skin under hands, as a renderer draws it that is made now.
Picture drawn(const scene::Quality tier) {
    auto target = PictureTarget::create(480, 360);
    auto renderer = Renderer::create();
    REQUIRE(target);
    REQUIRE(renderer);
    scene::Subject subject = test::make_test_subject();
    subject.hands = test::make_board_hands(0.02F);
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
    state.step = 1;
    state.time_s = test::mid_stroke_s();
    state.layers.set(static_cast<std::size_t>(scene::Layer::strokes), false);
    scene::Scene scene = scene::compose(state, subject, size_px);
    scene.quality = scene::quality_of(tier);
    REQUIRE_FALSE(scene.hands.empty());
    renderer->draw(scene, target->framebuffer());
    return target->read();
}

}  // namespace

TEST_CASE("Hands throw a shadow on the skin beside them, in every quality: it grows darker there, nowhere lighter") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const scene::Quality tier = GENERATE(scene::Quality::low, scene::Quality::balanced, scene::Quality::high);
    CAPTURE(static_cast<int>(api), static_cast<int>(tier));
    const auto context = OffscreenContext::create(api);
    if (!context && api == ContextApi::opengl_es_3) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    REQUIRE(context);
    const Picture with_shadow = drawn(tier);
    const test::ShaderFolder folder;
    std::ofstream{folder.path / "hand_shadow.glsl"} << "#include \"pressure.glsl\"\n"
                                                       "vec2 light_past_hands(vec3 at, vec3 n) { return vec2(1.0); }\n";
    const Picture without = drawn(tier);
    int darker = 0;
    int lighter = 0;
    for (std::size_t i = 1; i < without.rgb.size(); i += 3) {  // by their green
        darker += with_shadow.rgb[i] + 12 < without.rgb[i] ? 1 : 0;
        lighter += with_shadow.rgb[i] > without.rgb[i] + 4 ? 1 : 0;
    }
    CHECK(darker > 150);
    constexpr int few = 3;  // edges are smoothed from some contrast on
    CHECK(lighter <= few);
}
