#include <epoxy/gl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "catch.h"
#include "render/frame_buffers.h"
#include "render/lost_context.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "replaced.h"
#include "scene/test_subject.h"
#include "temporary_folder.h"

using namespace dorsum;
using namespace dorsum::render;
using dorsum::test::Replaced;

namespace {

/// What goes to standard error while it lives.
class StandardError {
public:
    StandardError() : before_(::dup(STDERR_FILENO)) { REQUIRE(std::freopen(file_.c_str(), "w", stderr) != nullptr); }
    StandardError(const StandardError&) = delete;
    StandardError& operator=(const StandardError&) = delete;
    ~StandardError() {
        std::fflush(stderr);
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
    }
    [[nodiscard]] int lines() const {
        std::fflush(stderr);
        std::ifstream written{file_};
        return static_cast<int>(
            std::count(std::istreambuf_iterator<char>{written}, std::istreambuf_iterator<char>{}, '\n'));
    }

private:
    test::TemporaryFolder folder_;
    std::string file_ = (folder_.path() / "log").string();
    int before_;
};

struct Studio {
    OffscreenContext context = OffscreenContext::create().value();
    scene::Subject subject = test::make_layered_subject();

    /// Three pictures of a new renderer, each of another size; the last is given.
    [[nodiscard]] Picture draw(const scene::State& state) const {
        auto renderer = Renderer::create();
        REQUIRE(renderer);
        Picture picture;
        for (const int width : {160, 240, 320}) {
            auto target = PictureTarget::create(width, 240);
            REQUIRE(target);
            renderer->draw(scene::compose(state, subject, {width, 240.0F}), target->framebuffer());
            picture = target->read();
        }
        return picture;
    }
    [[nodiscard]] scene::State x_rayed() const {
        return scene::apply(scene::initial_state(subject, 4.0F / 3.0F), scene::SetXRay{true}, subject,
                            {320.0F, 240.0F});
    }
};

double mean_difference(const Picture& a, const Picture& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        sum += std::abs(a.rgb[i] - b.rgb[i]);
    }
    return sum / static_cast<double>(a.rgb.size());
}

// What a driver does that has less; functions of OpenGL's know of no object.
decltype(epoxy_glTexImage2D) real_texture = nullptr;
bool ten_bits_asked_for = false;

void remember_ten_bits(const GLenum target, const GLint level, const GLint format, const GLsizei width,
                       const GLsizei height, const GLint border, const GLenum from, const GLenum type,
                       const void* pixels) {
    ten_bits_asked_for = format == GL_RGB10_A2;
    real_texture(target, level, format, width, height, border, from, type, pixels);
}

GLenum refuse_ten_bits(GLenum) {
    return std::exchange(ten_bits_asked_for, false) ? GL_FRAMEBUFFER_UNSUPPORTED : GL_FRAMEBUFFER_COMPLETE;
}

GLenum refuse_all(GLenum) {
    return GL_FRAMEBUFFER_UNSUPPORTED;
}

}  // namespace

TEST_CASE("A driver that draws no ten bits a colour shows x-rays nearly as well, and that is said once") {
    const Studio studio;
    const Picture fine = studio.draw(studio.x_rayed());
    Picture coarse;
    int said = 0;
    {
        real_texture = epoxy_glTexImage2D;
        const Replaced texture{epoxy_glTexImage2D, remember_ten_bits};
        const Replaced status{epoxy_glCheckFramebufferStatus, refuse_ten_bits};
        const StandardError log;
        coarse = studio.draw(studio.x_rayed());
        said = log.lines();
    }
    CHECK(said == 1);
    CHECK((coarse.rgb != fine.rgb));
    CHECK(mean_difference(coarse, fine) < 1.5);
}

TEST_CASE("A driver that has no layered pictures shows the body opaque, and that is said once") {
    const Studio studio;
    static_cast<void>(studio.draw(studio.x_rayed()));
    const Picture opaque = studio.draw(scene::initial_state(studio.subject, 4.0F / 3.0F));
    auto renderer = Renderer::create();
    REQUIRE(renderer);
    int said = 0;
    auto target = PictureTarget::create(320, 240);
    REQUIRE(target);
    {
        const Replaced status{epoxy_glCheckFramebufferStatus, refuse_all};
        const StandardError log;
        scene::State state = studio.x_rayed();
        state.see_through = {};
        state.see_through.set_opacity(scene::Layer::skin, 0.5F);
        for (int i = 0; i < 3; ++i) {
            renderer->draw(scene::compose(state, studio.subject, {320.0F, 240.0F}), target->framebuffer());
        }
        said = log.lines();
    }
    CHECK(said == 1);
    CHECK((target->read().rgb == opaque.rgb));
}

TEST_CASE("A driver without several samples a pixel says so once, and draws") {
    const Studio studio;
    static_cast<void>(studio.draw(studio.x_rayed()));
    FrameBuffers buffers;
    const StandardError log;
    for (const int size : {16, 32, 48}) {
        buffers.fit({size, size}, 4096);
        glBindFramebuffer(GL_FRAMEBUFFER, buffers.framebuffer());
        CHECK(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
    }
    CHECK(log.lines() == 1);
}

TEST_CASE("A context that a driver has thrown away is told from a sound one") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const auto context = OffscreenContext::create(api);
    REQUIRE(context);
    CHECK_FALSE(context_is_lost());
    if (epoxy_has_gl_extension("GL_KHR_robustness") || epoxy_gl_version() >= 45) {
        const Replaced status{epoxy_glGetGraphicsResetStatus, +[]() -> GLenum { return GL_GUILTY_CONTEXT_RESET; }};
        CHECK(context_is_lost());
    }
}
