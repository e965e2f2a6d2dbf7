#include "render/hand_shadow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <span>
#include <utility>
#include <vector>

#include "render/program.h"
#include "render/texture_units.h"
#include "render/vertex_shading.h"

namespace dorsum::render {

namespace {

constexpr GLsizei map_size_px = 320;  // about 2 mm
constexpr int near_size = 40;

struct Thrown {
    std::vector<glm::vec4> places;  ///< w: how far the shadow reaches beyond, millimetres towards the elbow
    std::vector<std::uint32_t> triangles;
};

/// Towards the elbow: where a forearm fades its shadow has ended.
float shadow_end_mm(const scene::HandPose pose) {
    return pose == scene::HandPose::forearm ? 205.0F : 62.0F;
}

/// Which triangles throw the shadow: coarse ones, as it is soft; below the high tier coarser yet.
std::span<const std::uint32_t> throwing(const mesh::TriangleMesh& mesh, const scene::Quality tier) {
    if (mesh.coarser.empty()) {
        return mesh.indices;
    }
    const std::size_t level = tier == scene::Quality::high ? 0 : std::min<std::size_t>(1, mesh.coarser.size() - 1);
    return mesh.coarser.at(level);
}

/// Of all hands as they lie.
Thrown thrown_by(const scene::Scene& scene) {
    Thrown thrown;
    for (const scene::HandShown& hand : scene.hands) {
        const mesh::TriangleMesh& mesh = scene.hand_models->poses.at(static_cast<std::size_t>(hand.pose)).mesh;
        const auto first = static_cast<std::uint32_t>(thrown.places.size());
        for (std::size_t i = 0; i < hand.positions.size(); ++i) {
            const float towards_elbow_mm = mesh.tints.empty() ? 0.0F : static_cast<float>(mesh.tints[i].r);
            thrown.places.emplace_back(hand.positions[i], shadow_end_mm(hand.pose) - towards_elbow_mm);
        }
        for (const std::uint32_t corner : throwing(mesh, scene.quality.tier)) {
            thrown.triangles.push_back(first + corner);
        }
    }
    return thrown;
}

/// From the body frame to a cube of -1 to 1 around the places, seen from the lamp.
glm::mat4 seen_from_lamp(const std::vector<glm::vec4>& places) {
    constexpr float beside_m = 0.04F;  // so that the blur finds the border empty
    const glm::vec3 to_lamp = glm::normalize(direction_to_lamp() + glm::vec3(0.0F, 0.0F, 0.9F));
    const glm::mat4 view = glm::lookAt(to_lamp, glm::vec3(0.0F), glm::vec3(0.0F, 1.0F, 0.0F));
    glm::vec3 low(1.0e9F);
    glm::vec3 high(-1.0e9F);
    for (const glm::vec4& place : places) {
        if (place.w > 0.0F) {
            const glm::vec3 at(view * glm::vec4(glm::vec3(place), 1.0F));
            low = glm::min(low, at);
            high = glm::max(high, at);
        }
    }
    low -= beside_m;
    high += beside_m;
    return glm::ortho(low.x, high.x, low.y, high.y, -high.z, -low.z) * view;
}

using NearMap = std::array<std::uint8_t, static_cast<std::size_t>(near_size) * near_size>;

/// Cells of the map near which a hand is: no place in another one finds it, however the shadow is blurred.
NearMap near_to(const std::vector<glm::vec4>& places, const glm::mat4& from_body) {
    constexpr float reach_m = 0.026F;  // of the blur in shaders/hand_shadow.glsl, and half a triangle of a hand
    const auto cells_reached = [&from_body](const int axis) {
        const float share_of_a_metre =
            0.5F * glm::length(glm::vec3(from_body[0][axis], from_body[1][axis], from_body[2][axis]));
        return static_cast<int>(std::ceil(reach_m * share_of_a_metre * near_size));
    };
    NearMap hit{};
    for (const glm::vec4& place : places) {
        const glm::vec2 at(from_body * glm::vec4(glm::vec3(place), 1.0F));
        const glm::ivec2 cell(glm::floor((at * 0.5F + 0.5F) * static_cast<float>(near_size)));
        if (cell.x >= 0 && cell.y >= 0 && cell.x < near_size && cell.y < near_size) {
            hit.at(static_cast<std::size_t>(cell.y * near_size + cell.x)) = 255;
        }
    }
    NearMap near{};
    const int across = cells_reached(0);
    const int along = cells_reached(1);
    for (int y = 0; y < near_size; ++y) {
        for (int x = 0; x < near_size; ++x) {
            if (hit.at(static_cast<std::size_t>(y * near_size + x)) == 0) {
                continue;
            }
            const int left = std::max(x - across, 0);
            const int right = std::min(x + across, near_size - 1);
            for (int row = std::max(y - along, 0); row <= std::min(y + along, near_size - 1); ++row) {
                std::fill(near.begin() + row * near_size + left, near.begin() + row * near_size + right + 1,
                          std::uint8_t{255});
            }
        }
    }
    return near;
}

void set_nearest() {
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
        glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    }
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
        glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    }
}

Texture make_near() {
    Texture near = Texture::create();
    glBindTexture(GL_TEXTURE_2D, near.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, near_size, near_size, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    set_nearest();
    glBindTexture(GL_TEXTURE_2D, 0);
    return near;
}

Texture make_map() {
    Texture map = Texture::create();
    glBindTexture(GL_TEXTURE_2D, map.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT16, map_size_px, map_size_px, 0, GL_DEPTH_COMPONENT,
                 GL_UNSIGNED_SHORT, nullptr);
    set_nearest();
    glBindTexture(GL_TEXTURE_2D, 0);
    return map;
}

}  // namespace

Result<HandShadow> HandShadow::create() {
    HandShadow made;
    auto program = build_program("hand_shadow.vert", "hand_shadow.frag");
    if (!program) {
        return tl::unexpected(program.error());
    }
    made.program_ = std::move(*program);
    made.map_ = make_map();
    made.near_ = make_near();
    made.framebuffer_ = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, made.framebuffer_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, made.map_.name(), 0);
    const GLenum no_colour = GL_NONE;
    glDrawBuffers(1, &no_colour);
    glReadBuffer(GL_NONE);
    made.places_ = Buffer::create();
    made.triangles_ = Buffer::create();
    made.vertex_array_ = VertexArray::create();
    glBindVertexArray(made.vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, made.places_.name());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(glm::vec4), nullptr);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, made.triangles_.name());
    glBindVertexArray(0);
    return made;
}

glm::mat4 HandShadow::draw(const scene::Scene& scene) {
    glActiveTexture(GL_TEXTURE0 + hand_shadow_unit);
    glBindTexture(GL_TEXTURE_2D, map_.name());
    glActiveTexture(GL_TEXTURE0 + hands_near_unit);
    glBindTexture(GL_TEXTURE_2D, near_.name());
    glActiveTexture(GL_TEXTURE0);
    if (scene.hands.empty() || !scene.hand_models) {
        return glm::mat4(0.0F);
    }
    const Thrown thrown = thrown_by(scene);
    const glm::mat4 from_body = seen_from_lamp(thrown.places);
    const NearMap near = near_to(thrown.places, from_body);
    glActiveTexture(GL_TEXTURE0 + hands_near_unit);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, near_size, near_size, GL_RED, GL_UNSIGNED_BYTE, near.data());
    glActiveTexture(GL_TEXTURE0);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, map_size_px, map_size_px);
    glClear(GL_DEPTH_BUFFER_BIT);
    glUseProgram(program_.name());
    glUniformMatrix4fv(glGetUniformLocation(program_.name(), "from_body"), 1, GL_FALSE, glm::value_ptr(from_body));
    glBindVertexArray(vertex_array_.name());
    const auto fill = [](const GLenum target, const auto& items) {
        glBufferData(target, static_cast<GLsizeiptr>(items.size() * sizeof items[0]), items.data(), GL_STREAM_DRAW);
    };
    glBindBuffer(GL_ARRAY_BUFFER, places_.name());
    fill(GL_ARRAY_BUFFER, thrown.places);
    fill(GL_ELEMENT_ARRAY_BUFFER, thrown.triangles);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(thrown.triangles.size()), GL_UNSIGNED_INT, nullptr);
    glBindVertexArray(0);
    return glm::translate(glm::scale(glm::mat4(1.0F), glm::vec3(0.5F)), glm::vec3(1.0F)) * from_body;
}

void HandShadow::connect(const ProgramObject& program) {
    glUseProgram(program.name());
    glUniform1i(glGetUniformLocation(program.name(), "hand_shadow_map"), static_cast<GLint>(hand_shadow_unit));
    glUniform1i(glGetUniformLocation(program.name(), "hands_near"), static_cast<GLint>(hands_near_unit));
}

}  // namespace dorsum::render
