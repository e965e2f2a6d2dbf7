#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.h"
#include "render/embedded_shaders.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/program.h"
#include "render/renderer.h"
#include "render/shader_source.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

/// A copy of the shaders folder that a test may spoil; gone with it, and so is DORSUM_SHADERS.
struct ShaderFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "dorsum-shader-test";
    ShaderFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::copy(DORSUM_TEST_SHADERS, path);
        setenv("DORSUM_SHADERS", path.c_str(), 1);
    }
    ShaderFolder(const ShaderFolder&) = delete;
    ShaderFolder& operator=(const ShaderFolder&) = delete;
    ~ShaderFolder() {
        unsetenv("DORSUM_SHADERS");
        std::filesystem::remove_all(path);
    }
};

}  // namespace

TEST_CASE("Every shader compiles in OpenGL 3.3 core and in OpenGL ES 3.0") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const auto context = OffscreenContext::create(api);
    if (!context && api == ContextApi::opengl_es_3) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    REQUIRE(context);
    CHECK(current_dialect() == (api == ContextApi::opengl_es_3 ? Dialect::opengl_es_300 : Dialect::opengl_330));
    const auto renderer = Renderer::create();
    if (!renderer) {
        FAIL(to_string(renderer.error()));
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
    const auto renderer = Renderer::create();
    REQUIRE_FALSE(renderer);
    CHECK(renderer.error().file == "tone.glsl");
    CHECK(renderer.error().line == 3);
    CHECK(renderer.error().cause.find("no_such_thing") != std::string::npos);
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
