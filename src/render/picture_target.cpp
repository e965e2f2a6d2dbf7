#include "render/picture_target.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/translate.h"

namespace dorsum::render {

namespace {
constexpr int largest_px = 16384;
}

Result<PictureTarget> PictureTarget::create(const int width, const int height) {
    const std::string size_text = std::to_string(width) + "x" + std::to_string(height);
    GLint driver_limit = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &driver_limit);
    if (width < 1 || height < 1 || std::max(width, height) > std::min(largest_px, driver_limit)) {
        return failure({}, size_text + ": " + tr("no picture of this size can be drawn"),
                       std::string{tr("Choose a size between 1x1 and this limit in pixels, either way:")} + " " +
                           std::to_string(std::min(largest_px, driver_limit)));
    }
    PictureTarget target;
    target.size_ = {width, height};
    while (glGetError() != GL_NO_ERROR) {
    }
    glGenFramebuffers(1, &target.framebuffer_);
    glGenRenderbuffers(1, &target.colour_);
    glBindRenderbuffer(GL_RENDERBUFFER, target.colour_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenRenderbuffers(1, &target.depth_);
    glBindRenderbuffer(GL_RENDERBUFFER, target.depth_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, target.colour_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, target.depth_);
    const bool complete =
        glGetError() == GL_NO_ERROR && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!complete) {
        return failure({}, size_text + ": " + tr("the graphics driver has no memory for a picture of this size"),
                       tr("Choose a smaller size"));
    }
    return target;
}

PictureTarget::PictureTarget(PictureTarget&& other) noexcept {
    *this = std::move(other);
}

PictureTarget& PictureTarget::operator=(PictureTarget&& other) noexcept {
    std::swap(framebuffer_, other.framebuffer_);
    std::swap(colour_, other.colour_);
    std::swap(depth_, other.depth_);
    std::swap(size_, other.size_);
    return *this;
}

PictureTarget::~PictureTarget() {
    if (framebuffer_ != 0) {
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteRenderbuffers(1, &colour_);
        glDeleteRenderbuffers(1, &depth_);
    }
}

Picture PictureTarget::read() const {
    const auto width = static_cast<std::size_t>(size_.x);
    const auto height = static_cast<std::size_t>(size_.y);
    // ES promises only four bytes a pixel to be readable.
    std::vector<std::uint8_t> rgba(width * height * 4);
    GLint before = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &before);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, size_.x, size_.y, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(before));

    Picture picture{size_.x, size_.y, std::vector<std::uint8_t>(width * height * 3)};
    for (std::size_t row = 0; row < height; ++row) {
        const std::uint8_t* from = rgba.data() + (height - 1 - row) * width * 4;
        std::uint8_t* to = picture.rgb.data() + row * width * 3;
        for (std::size_t column = 0; column < width; ++column, from += 4, to += 3) {
            std::copy(from, from + 3, to);
        }
    }
    return picture;
}

}  // namespace dorsum::render
