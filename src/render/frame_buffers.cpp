#include "render/frame_buffers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/log.h"
#include "core/translate.h"

namespace dorsum::render {

bool draws_on_graphics_card() {
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view renderer = name == nullptr ? "" : name;
    constexpr std::array<std::string_view, 4> in_software{"llvmpipe", "softpipe", "SwiftShader", "Software"};
    return std::ranges::none_of(
        in_software, [renderer](const std::string_view each) { return renderer.find(each) != std::string_view::npos; });
}

bool FrameBuffers::fit_samples(const int samples) {
    GLint most = 1;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    if (most < samples) {
        return false;
    }
    sampled_colour_ = Renderbuffer::create();
    glBindRenderbuffer(GL_RENDERBUFFER, sampled_colour_.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, size_.x, size_.y);
    sampled_depth_ = Renderbuffer::create();
    glBindRenderbuffer(GL_RENDERBUFFER, sampled_depth_.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_DEPTH24_STENCIL8, size_.x, size_.y);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    sampled_framebuffer_ = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, sampled_framebuffer_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, sampled_colour_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, sampled_depth_.name());
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void FrameBuffers::resolve() const {
    if (samples_ > 1) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, sampled_framebuffer_.name());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_.name());
        glBlitFramebuffer(0, 0, size_.x, size_.y, 0, 0, size_.x, size_.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    }
}

void FrameBuffers::fit(const glm::ivec2 size, const int samples) {
    if (size == size_ && samples == asked_samples_) {
        return;
    }
    size_ = size;
    asked_samples_ = samples;
    sampled_framebuffer_ = {};
    sampled_colour_ = {};
    sampled_depth_ = {};
    colour_ = Texture::create();
    glBindTexture(GL_TEXTURE_2D, colour_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
    depth_ = Renderbuffer::create();
    glBindRenderbuffer(GL_RENDERBUFFER, depth_.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, size.x, size.y);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    framebuffer_ = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_.name(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depth_.name());
    const bool sampled = samples > 1 && fit_samples(samples);
    if (samples > 1 && !sampled && !told_) {
        told_ = true;
        log::warning(tr("the graphics driver draws one sample a pixel: edges are smoothed afterwards"));
    }
    samples_ = sampled ? samples : 1;
}

}  // namespace dorsum::render
