#include "render/slices.h"

#include "render/program.h"

namespace dorsum::render {

namespace {

Texture make_array(const GLint format, const glm::ivec2 size, const int count, const GLenum from, const GLenum type) {
    Texture texture = Texture::create();
    glBindTexture(GL_TEXTURE_2D_ARRAY, texture.name());
    glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, format, size.x, size.y, count, 0, from, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAX_LEVEL, 0);
    glBindTexture(GL_TEXTURE_2D_ARRAY, 0);
    return texture;
}

}  // namespace

void bind_to_unit(const GLuint unit, const GLenum target, const Texture& texture) {
    glActiveTexture(GL_TEXTURE0 + unit);
    glBindTexture(target, texture.name());
    if (current_dialect() == Dialect::opengl_330) {
        glBindSampler(unit, 0);
    }
    glActiveTexture(GL_TEXTURE0);
}

bool Slices::fit(const glm::ivec2 size, const int count) {
    count_ = count;
    if (size == size_ && count <= made_) {
        return true;
    }
    size_ = size;
    made_ = count;
    colours_ = make_array(GL_RGBA8, size, count, GL_RGBA, GL_UNSIGNED_BYTE);
    depths_ = make_array(GL_DEPTH24_STENCIL8, size, count, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8);
    for (int slice = 0; slice < count; ++slice) {
        Framebuffer& framebuffer = framebuffers_.at(static_cast<std::size_t>(slice));
        framebuffer = Framebuffer::create();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
        glFramebufferTextureLayer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, colours_.name(), 0, slice);
        attach_depth(slice);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
            made_ = 0;
            return false;
        }
    }
    return true;
}

void Slices::set_opacities(const std::vector<scene::Veil>& veils) {
    opacities_.fill(0.0F);
    opacities_.front() = 1.0F;
    for (std::size_t i = 0; i < veils.size() && i + 1 < opacities_.size(); ++i) {
        opacities_.at(i + 1) = veils[i].opacity;
    }
}

void Slices::attach_depth(const int slice) const {
    glFramebufferTextureLayer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, depths_.name(), 0, slice);
}

void Slices::bind_depths_for(const ProgramObject& program) const {
    const auto location = [&program](const char* name) { return glGetUniformLocation(program.name(), name); };
    glUseProgram(program.name());
    bind_to_unit(slice_depth_unit, GL_TEXTURE_2D_ARRAY, depths_);
    glUniform1i(location("slice_depths"), static_cast<GLint>(slice_depth_unit));
    glUniform1i(location("slice_count"), count_);
    glUniform1fv(location("slice_opacities"), most, opacities_.data());
}

void Slices::bind_all_for(const ProgramObject& program) const {
    bind_depths_for(program);
    bind_to_unit(slice_colour_unit, GL_TEXTURE_2D_ARRAY, colours_);
    glUniform1i(glGetUniformLocation(program.name(), "slices"), static_cast<GLint>(slice_colour_unit));
}

}  // namespace dorsum::render
