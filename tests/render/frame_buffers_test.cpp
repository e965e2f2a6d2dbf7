#include "render/frame_buffers.h"

#include <array>
#include <cstdint>

#include "catch.h"
#include "render/offscreen_context.h"

using namespace dorsum::render;

namespace {

/// The red of a picture that was cleared to red.
std::uint8_t red_after_clear(const int samples) {
    FrameBuffers buffers;
    buffers.fit({2, 2}, samples);
    glBindFramebuffer(GL_FRAMEBUFFER, buffers.framebuffer());
    CHECK(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
    glClearColor(1.0F, 0.0F, 0.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    buffers.resolve();
    buffers.fit({2, 2}, samples);  // nothing is made anew
    glBindTexture(GL_TEXTURE_2D, buffers.colour());
    std::array<std::uint8_t, 16> pixels{};
    const Framebuffer reading = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, reading.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, buffers.colour(), 0);
    glReadPixels(0, 0, 2, 2, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return pixels[0];
}

}  // namespace

TEST_CASE(
    "What is drawn arrives in the picture, with one sample a pixel, with four, and with more than any driver has") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const auto context = OffscreenContext::create(api);
    REQUIRE(context);
    for (const int samples : {1, 4, 4096}) {
        CAPTURE(samples);
        CHECK(red_after_clear(samples) == 255);
        CHECK(glGetError() == GL_NO_ERROR);
    }
}
