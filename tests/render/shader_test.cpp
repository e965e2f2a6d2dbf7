#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "catch.h"
#include "render/embedded_shaders.h"
#include "render/offscreen_context.h"
#include "render/passes.h"
#include "render/picture_target.h"
#include "render/program.h"
#include "render/renderer.h"
#include "render/shader_source.h"
#include "scene/test_subject.h"
#include "shader_folder.h"

using namespace dorsum;
using namespace dorsum::render;
using dorsum::test::ShaderFolder;

TEST_CASE("What nearly every picture is drawn with compiles in OpenGL 3.3 core and in OpenGL ES 3.0") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const auto context = OffscreenContext::create(api);
    if (!context && api == ContextApi::opengl_es_3) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    REQUIRE(context);
    CHECK(current_dialect() == (api == ContextApi::opengl_es_3 ? Dialect::opengl_es_300 : Dialect::opengl_330));
    const auto passes = Passes::create();
    if (!passes) {
        FAIL(to_string(passes.error()));
    }
}

TEST_CASE("The shaders in the program are those of the folder") {
    REQUIRE(embedded_shaders().size() > 10);
    for (const EmbeddedShader& shader : embedded_shaders()) {
        std::ifstream file{std::filesystem::path{DORSUM_TEST_SHADERS} / shader.name};
        const std::string text{std::istreambuf_iterator<char>{file}, {}};
        CHECK((text == shader.text));
    }
}

TEST_CASE("A mistake in an included shader is led back to its file and line") {
    const ShaderFolder folder;
    {
        std::ofstream file{folder.path / "tone.glsl"};
        file << "// a first line\n// a second\nvec3 shown(vec3 light) { return no_such_thing; }\n";
    }
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    const auto program = build_program("surface.vert", "surface.frag", "#define SKIN\n#define BREATHES\n");
    REQUIRE_FALSE(program);
    CHECK(program.error().file == "tone.glsl");
    CHECK(program.error().line == 3);
    CHECK(program.error().cause.find("no_such_thing") != std::string::npos);
}

namespace {

/// How many pixels are lighter than the ground of a plain drawing, in grey; and how many have a colour.
std::pair<int, int> grey_and_coloured(const Picture& picture) {
    std::pair<int, int> count;
    for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
        const auto [low, high] = std::minmax({picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2]});
        count.first += high == low && high > 60 ? 1 : 0;
        count.second += high - low > 40 ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("Where a driver does not accept a shader, the body is still shown, with what lies on it") {
    const auto [api, spoilt] = GENERATE(
        std::pair{ContextApi::opengl_33_core, "surface.frag"}, std::pair{ContextApi::opengl_33_core, "anatomy.vert"},
        std::pair{ContextApi::opengl_33_core, "hand_shadow.frag"},
        std::pair{ContextApi::opengl_33_core, "enlarge.frag"}, std::pair{ContextApi::opengl_es_3, "finish.frag"});
    CAPTURE(spoilt);
    const auto context = OffscreenContext::create(api);
    REQUIRE(context);
    auto target = PictureTarget::create(320, 240);
    REQUIRE(target);
    const ShaderFolder folder;
    std::ofstream{folder.path / spoilt} << "no shader\n";
    auto renderer = Renderer::create();
    REQUIRE(renderer);
    const scene::Subject subject = test::make_layered_subject();
    scene::State state = scene::initial_state(subject, 4.0F / 3.0F);
    const auto drawn = [&] {
        renderer->draw(scene::compose(state, subject, {320.0F, 240.0F}), target->framebuffer());
        CHECK(glGetError() == GL_NO_ERROR);
        return target->read();
    };
    state.step = 0;
    const auto [body, nothing_on_it] = grey_and_coloured(drawn());
    CHECK(body > 5000);
    CHECK(nothing_on_it == 0);
    state.zones_shown.set();
    CHECK(grey_and_coloured(drawn()).second > 100);
    // Whatever else is asked for shows a body, too: seen through, opened, cut, in each quality.
    state = scene::apply(state, scene::SetDepth{scene::Depth::skeleton}, subject, {320.0F, 240.0F});
    const Picture bones = drawn();
    state = scene::apply(state, scene::SetDepth{scene::Depth::skin}, subject, {320.0F, 240.0F});
    state.zones_shown.reset();
    state.step = 1;
    state.time_s = test::mid_stroke_s();
    const Picture skin = drawn();
    CHECK((bones.rgb != skin.rgb));
    state.see_through.set_opacity(scene::Layer::skin, 0.5F);
    state.see_through.cut = scene::Cut{scene::Section::coronal, 36.0F, false};
    state.hand_peel = scene::HandPeel::skin;
    state.quality = scene::QualityChoice::low;
    CHECK(grey_and_coloured(drawn()).first > 500);
}

TEST_CASE("Only where a driver accepts not even the plainest shader there is no picture, and the error names it") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    const ShaderFolder folder;
    std::ofstream{folder.path / "bare.frag"} << "// a line\nno_such_thing here;\n";
    const auto renderer = Renderer::create();
    REQUIRE_FALSE(renderer);
    CHECK(renderer.error().file == "bare.frag");
    CHECK(renderer.error().line == 2);
}

TEST_CASE("Where a driver accepts nothing that lies on the skin, either, the body is shown alone") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    auto target = PictureTarget::create(320, 240);
    REQUIRE(target);
    const ShaderFolder folder;
    std::ofstream{folder.path / "disc.frag"} << "no shader\n";
    auto renderer = Renderer::create();
    REQUIRE(renderer);
    const scene::Subject subject = test::make_layered_subject();
    scene::State state = scene::initial_state(subject, 4.0F / 3.0F);
    state.zones_shown.set();
    renderer->draw(scene::compose(state, subject, {320.0F, 240.0F}), target->framebuffer());
    const auto [body, coloured] = grey_and_coloured(target->read());
    CHECK(body > 5000);
    CHECK(coloured == 0);
}

TEST_CASE("Where a driver does not accept what is seen through, the body is shown opaque and whole") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    auto target = PictureTarget::create(320, 240);
    REQUIRE(target);
    const scene::Subject subject = test::make_layered_subject();
    scene::State state = scene::initial_state(subject, 4.0F / 3.0F);
    state.layers.set(static_cast<std::size_t>(scene::Layer::superficial));
    const auto draw = [&](Renderer& renderer) {
        renderer.draw(scene::compose(state, subject, {320.0F, 240.0F}), target->framebuffer());
        return target->read().rgb;
    };
    auto sound = Renderer::create();
    REQUIRE(sound);
    const auto opaque = draw(*sound);
    state.see_through.set_opacity(scene::Layer::skin, 0.5F);
    REQUIRE((draw(*sound) != opaque));
    const ShaderFolder folder;
    {
        std::ofstream file{folder.path / "see_through.frag"};
        file << "no shader\n";
    }
    auto renderer = Renderer::create();
    REQUIRE(renderer);
    CHECK((draw(*renderer) == opaque));
}

TEST_CASE("A missing shader file is named") {
    const ShaderFolder folder;
    std::filesystem::remove(folder.path / "light.glsl");
    const auto source = load_shader("surface.frag", "");
    REQUIRE_FALSE(source);
    CHECK(source.error().file.find("light.glsl") != std::string::npos);
}

TEST_CASE("Messages of several drivers are understood") {
    const ShaderSource source{"", {"surface.frag", "light.glsl"}};
    CHECK(compile_error(source, "1:12(3): error: oops").line == 12);
    CHECK(compile_error(source, "1:12(3): error: oops").file == "light.glsl");
    CHECK(compile_error(source, "0(7) : error C1008: oops").line == 7);
    CHECK(compile_error(source, "ERROR: 1:9: oops").line == 9);
    CHECK(compile_error(source, "something else").line == 0);
}
