#include "render/frame_block.h"

#include <array>
#include <cstddef>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

#include "render/program.h"

namespace dorsum::render {

namespace {

/// As shaders/frame.glsl, std140.
struct FrameBlock {
    glm::mat4 view_projection;
    glm::vec4 eye_and_rise;
    glm::vec4 picture;
    std::array<glm::vec4, 2> opening;
    std::array<glm::vec4, 2> opening_axis;
    glm::vec4 shade_area;
    glm::vec4 cut_plane;
};

FrameBlock frame_block(const scene::Scene& scene, const BodyBuffers& body) {
    const glm::vec2 size{pixel_size(scene)};
    FrameBlock block{scene::projection_matrix(scene.camera, size.x / size.y) * scene::view_matrix(scene.camera),
                     glm::vec4{scene::eye(scene.camera), scene.chest_rise},
                     glm::vec4{size, 1.0F / size},
                     {},
                     {},
                     glm::vec4{body.contact_shade().low, 1.0F / body.contact_shade().size},
                     scene.cut ? scene::plane_of(*scene.cut) : glm::vec4{0.0F, 0.0F, 0.0F, 1.0F}};
    block.opening.fill(glm::vec4{0.0F});
    block.opening_axis.fill(glm::vec4{0.0F});
    for (std::size_t i = 0; i < scene.openings.size() && i < block.opening.size(); ++i) {
        block.opening.at(i) = glm::vec4{scene.openings[i].centre, scene.openings[i].radius_m};
        block.opening_axis.at(i) = glm::vec4{scene.openings[i].axis, 0.0F};
    }
    return block;
}

}  // namespace

glm::ivec2 pixel_size(const scene::Scene& scene) {
    return glm::max(glm::ivec2{scene.size_px + 0.5F}, glm::ivec2{1});
}

void upload_frame(const Buffer& buffer, const scene::Scene& scene, const BodyBuffers& body) {
    const FrameBlock block = frame_block(scene, body);
    glBindBuffer(GL_UNIFORM_BUFFER, buffer.name());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, frame_binding, buffer.name());
}

}  // namespace dorsum::render
