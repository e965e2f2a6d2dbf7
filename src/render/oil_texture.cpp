#include "render/oil_texture.h"

#include <glm/gtc/type_ptr.hpp>
#include <vector>

#include "render/slices.h"
#include "render/texture_units.h"

namespace dorsum::render {

namespace {}

void OilTexture::show(const scene::OilShown& oil) {
    if (texture_.name() != 0 && map_.lock() == oil.map && now_s_ == oil.now_s) {
        return;
    }
    map_ = oil.map;
    now_s_ = oil.now_s;
    if (texture_.name() == 0) {
        texture_ = Texture::create();
    }
    const std::vector<unsigned char> wet = scene::wetness(oil);
    const bool any = !wet.empty();
    const unsigned char dry = 0;
    const GLsizei width = any ? oil.map->cells().width : 1;
    const GLsizei height = any ? oil.map->cells().height : 1;
    bind_to_unit(oil_unit, GL_TEXTURE_2D, texture_);
    glActiveTexture(GL_TEXTURE0 + oil_unit);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, any ? wet.data() : &dry);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glActiveTexture(GL_TEXTURE0);
    area_ = any ? glm::vec4{oil.map->cells().low, 1.0F / oil.map->cells().size_m()} : glm::vec4{0.0F};
}

void OilTexture::connect(const ProgramObject& program) const {
    bind_to_unit(oil_unit, GL_TEXTURE_2D, texture_);
    glUniform1i(glGetUniformLocation(program.name(), "oil"), static_cast<GLint>(oil_unit));
    glUniform4fv(glGetUniformLocation(program.name(), "oil_area"), 1, glm::value_ptr(area_));
}

}  // namespace dorsum::render
