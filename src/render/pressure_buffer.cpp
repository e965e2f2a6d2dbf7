#include "render/pressure_buffer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

#include "render/program.h"

namespace dorsum::render {

namespace {

/// As shaders/pressure.glsl, std140.
struct PressureBlock {
    std::array<GLint, 4> counts{};
    std::array<glm::vec4, scene::most_dents> dents{};
    std::array<glm::vec4, scene::most_dents> dent_radii{};
    std::array<glm::vec4, scene::most_flushes> flushes{};
    std::array<glm::vec4, scene::most_flushes> flush_radii{};
    glm::mat4 hand_shadow{0.0F};
    glm::vec4 hand_shadow_depth{0.0F};
};

PressureBlock pressure_block(const scene::Scene& scene, const glm::mat4& hand_shadow) {
    PressureBlock block;
    std::size_t dents = 0;
    for (const scene::HandShown& hand : scene.hands) {
        for (const scene::SkinDent& dent : hand.dents) {
            if (dents < block.dents.size()) {
                block.dents.at(dents) = glm::vec4(dent.centre, dent.depth_m);
                block.dent_radii.at(dents).x = dent.radius_m;
                ++dents;
            }
        }
    }
    std::size_t flushes = 0;
    for (const scene::SkinFlush& flush : scene.flushes) {
        if (flushes < block.flushes.size()) {
            block.flushes.at(flushes) = glm::vec4(flush.centre, flush.strength);
            block.flush_radii.at(flushes).x = flush.radius_m;
            ++flushes;
        }
    }
    block.counts = {static_cast<GLint>(dents), static_cast<GLint>(flushes), hand_shadow == glm::mat4(0.0F) ? 0 : 1, 0};
    block.hand_shadow = hand_shadow;
    const glm::vec3 depth_a_metre(hand_shadow[0][2], hand_shadow[1][2], hand_shadow[2][2]);
    block.hand_shadow_depth.x = 1.0F / std::max(glm::length(depth_a_metre), 1.0e-6F);
    return block;
}

}  // namespace

PressureBuffer PressureBuffer::create() {
    PressureBuffer made;
    made.buffer_ = Buffer::create();
    return made;
}

void PressureBuffer::upload(const scene::Scene& scene, const glm::mat4& hand_shadow) const {
    const PressureBlock block = pressure_block(scene, hand_shadow);
    glBindBuffer(GL_UNIFORM_BUFFER, buffer_.name());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, pressure_binding, buffer_.name());
}

}  // namespace dorsum::render
