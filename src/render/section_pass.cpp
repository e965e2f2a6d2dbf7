#include "render/section_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/vec4.hpp>
#include <utility>

#include "render/anatomy_pass.h"
#include "render/program.h"
#include "render/texture_units.h"

namespace dorsum::render {

namespace {

constexpr GLint count_bits = 0x7F;
constexpr GLint face_bit = 0x80;
constexpr float half_plane_m = 2.5F;
constexpr float breath_m = 0.02F;  // more than the breath moves anything
constexpr glm::vec3 fat_tone{0.62F, 0.42F, 0.135F};
constexpr glm::vec3 highlight_tone{0.10F, 0.57F, 0.48F};

/// What is seen where parts lie in each other: the higher. Also the number of steps of depth by which it lies nearer.
int rank_of(const body::Role role) {
    switch (role) {
        case body::Role::superficial_muscle:
            return 1;
        case body::Role::intermediate_muscle:
            return 2;
        case body::Role::deep_muscle:
            return 3;
        case body::Role::organ:
            return 4;
        case body::Role::skeleton:
            return 5;
        default:
            break;
    }
    return 0;
}

/// As shaders/section.frag.
int kind_of(const body::Role role) {
    if (body::is_muscle(role)) {
        return 1;
    }
    if (role == body::Role::skeleton) {
        return 2;
    }
    return role == body::Role::organ ? 3 : 0;
}

glm::vec4 tone_and_mark(const scene::Scene& scene, const PartBuffers& part, const std::size_t index) {
    const body::Role role = scene.body->parts[index].role;
    glm::vec3 tone = role == body::Role::skin ? fat_tone : part.material.tone * (body::is_muscle(role) ? 1.55F : 1.25F);
    if (scene.selected_part == index || scene.hovered_part == index) {
        tone = glm::mix(tone, highlight_tone, scene.selected_part == index ? 0.45F : 0.25F);
    }
    constexpr std::size_t numbers = 63;  // neighbours that share one are not told apart, which is rare
    const auto number = static_cast<int>(index % numbers) + 1;
    return {tone, static_cast<float>(kind_of(role) * 64 + number) / 255.0F};
}

/// Wherever the breath moves it.
mesh::Bounds bounds_of(const scene::Scene& scene, const PartBuffers& part, const std::size_t index) {
    const glm::vec3 shift = index < scene.part_shift.size() ? scene.part_shift[index] : glm::vec3{0.0F};
    return {part.bounds.low + shift - breath_m, part.bounds.high + shift + breath_m};
}

/// Keeps what is drawn within the part of the picture in which a box meets the plane of the cut.
void scissor_to(const scene::Scene& scene, const mesh::Bounds& box) {
    const glm::vec4 plane = scene::plane_of(*scene.cut);
    const auto across = static_cast<int>(scene.cut->section);
    glm::vec2 low = scene.size_px;
    glm::vec2 high{0.0F};
    for (int corner = 0; corner < 4; ++corner) {
        glm::vec3 place = glm::vec3(plane) * plane.w;
        const int first = (across + 1) % 3;
        const int second = (across + 2) % 3;
        place[first] = (corner & 1) != 0 ? box.high[first] : box.low[first];
        place[second] = (corner & 2) != 0 ? box.high[second] : box.low[second];
        const auto pixel = scene::project(scene.camera, place, scene.size_px);
        if (!pixel) {  // beside the eye: the whole picture
            low = glm::vec2{0.0F};
            high = scene.size_px;
            break;
        }
        low = glm::min(low, *pixel);
        high = glm::max(high, *pixel);
    }
    low = glm::floor(glm::clamp(low - 2.0F, glm::vec2{0.0F}, scene.size_px));
    high = glm::ceil(glm::clamp(high + 2.0F, glm::vec2{0.0F}, scene.size_px));
    const glm::ivec2 size{glm::max(high - low, 0.0F)};
    glScissor(static_cast<GLint>(low.x), static_cast<GLint>(scene.size_px.y - high.y), size.x, size.y);
}

void draw_all_sides(const PartBuffers& part, const Level& level) {
    glBindVertexArray(part.vertex_array.name());
    glDrawElements(GL_TRIANGLES, level.count, GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(static_cast<std::size_t>(level.first) * sizeof(std::uint32_t)));
}

}  // namespace

CutSide side_of_cut(const scene::Scene& scene, const PartBuffers& part, const std::size_t index) {
    if (!scene.cut) {
        return CutSide::kept;
    }
    const mesh::Bounds bounds = bounds_of(scene, part, index);
    const auto across = static_cast<int>(scene.cut->section);
    const float at_m = scene.cut->offset_mm * 0.001F;
    if (bounds.low[across] <= at_m && at_m <= bounds.high[across]) {
        return CutSide::both;
    }
    return (bounds.low[across] > at_m) != scene.cut->other_side ? CutSide::taken_away : CutSide::kept;
}

Result<SectionPass::Plane> SectionPass::build_plane(const char* fragment_file) {
    auto program = build_program("section.vert", fragment_file);
    if (!program) {
        return tl::unexpected(program.error());
    }
    Plane plane;
    plane.program = std::move(*program);
    plane.corner = glGetUniformLocation(plane.program.name(), "corner");
    plane.side = glGetUniformLocation(plane.program.name(), "side");
    plane.other_side = glGetUniformLocation(plane.program.name(), "other_side");
    return plane;
}

Result<SectionPass> SectionPass::create() {
    SectionPass pass;
    for (const auto& [count, vertex_file, definitions] :
         {std::tuple{&pass.skin_, "surface.vert", "#define SKIN\n#define BREATHES\n"},
          std::tuple{&pass.anatomy_, "anatomy.vert", "#define BREATHES\n"}}) {
        auto program = build_program(vertex_file, "cut_only.frag", definitions);
        if (!program) {
            return tl::unexpected(program.error());
        }
        count->shift = glGetUniformLocation(program->name(), "shift");
        count->program = std::move(*program);
    }
    for (const auto& [plane, file] :
         {std::pair{&pass.mark_, "section_mark.frag"}, std::pair{&pass.face_, "section.frag"}}) {
        auto built = build_plane(file);
        if (!built) {
            return tl::unexpected(built.error());
        }
        *plane = std::move(*built);
    }
    pass.tone_and_mark_ = glGetUniformLocation(pass.mark_.program.name(), "tone_and_mark");
    pass.no_vertices_ = VertexArray::create();
    return pass;
}

void SectionPass::Plane::use(const scene::Cut& cut) const {
    glUseProgram(program.name());
    const glm::vec4 plane = scene::plane_of(cut);
    const glm::vec3 normal{plane};
    const glm::vec3 along = std::abs(normal.y) > 0.5F ? glm::vec3{1.0F, 0.0F, 0.0F} : glm::vec3{0.0F, 1.0F, 0.0F};
    const glm::vec3 across = glm::cross(normal, along);
    const glm::vec3 low = normal * plane.w - half_plane_m * (along + across);
    glUniform3fv(corner, 1, glm::value_ptr(low));
    const glm::vec3 whole_along = 2.0F * half_plane_m * along;
    const glm::vec3 whole_across = 2.0F * half_plane_m * across;
    glUniform3fv(side, 1, glm::value_ptr(whole_along));
    glUniform3fv(other_side, 1, glm::value_ptr(whole_across));
}

void SectionPass::fit(const glm::ivec2 size) {
    if (size == size_) {
        return;
    }
    size_ = size;
    marks_ = Texture::create();
    glBindTexture(GL_TEXTURE_2D, marks_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
    framebuffer_ = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, marks_.name(), 0);
}

void SectionPass::count_part(const scene::Scene& scene, const PartBuffers& part, const std::size_t index) const {
    const bool is_skin = part.material.surface == Surface::skin;
    const Count& count = is_skin ? skin_ : anatomy_;
    glUseProgram(count.program.name());
    const glm::vec3 shift = index < scene.part_shift.size() ? scene.part_shift[index] : glm::vec3{0.0F};
    glUniform3fv(count.shift, 1, glm::value_ptr(shift));
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glDepthMask(GL_FALSE);
    glDisable(GL_DEPTH_TEST);
    glStencilMask(count_bits);
    glStencilFunc(GL_ALWAYS, 0, count_bits);
    glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
    glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
    draw_all_sides(part, is_skin ? part.levels.front() : level_for(part, scene.camera, scene.size_px.y));
}

void SectionPass::mark_part(const scene::Scene& scene, const PartBuffers& part, const std::size_t index) const {
    mark_.use(*scene.cut);
    const glm::vec4 value = tone_and_mark(scene, part, index);
    glUniform4fv(tone_and_mark_, 1, glm::value_ptr(value));
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_TRUE);
    glEnable(GL_DEPTH_TEST);
    glPolygonOffset(0.0F, -2.0F * static_cast<float>(rank_of(scene.body->parts[index].role)));
    // Leaves no count behind for the next part, but that there is a face.
    glStencilMask(count_bits | face_bit);
    glStencilFunc(GL_NOTEQUAL, face_bit, count_bits);
    glStencilOp(GL_KEEP, GL_REPLACE, GL_REPLACE);
    glBindVertexArray(no_vertices_.name());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void SectionPass::draw(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown,
                       const Slices& slices, const int slice, const glm::ivec2 size, const Texture& grain) {
    fit(size);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    slices.attach_depth(slice);
    constexpr std::array<GLfloat, 4> none{};
    glClearBufferfv(GL_COLOR, 0, none.data());
    glStencilMask(count_bits | face_bit);
    const GLint nothing = 0;
    glClearBufferiv(GL_STENCIL, 0, &nothing);
    glDisable(GL_CULL_FACE);
    glEnable(GL_STENCIL_TEST);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_POLYGON_OFFSET_FILL);
    bool any = false;
    for (std::size_t i = 0; i < body.parts.size() && i < shown.size(); ++i) {
        const PartBuffers& part = body.parts[i];
        const body::Role role = scene.body->parts[i].role;
        if (!shown[i] || !part.closed || (role != body::Role::skin && !body::is_anatomy(role)) ||
            side_of_cut(scene, part, i) != CutSide::both) {
            continue;
        }
        any = true;
        scissor_to(scene, bounds_of(scene, part, i));
        count_part(scene, part, i);
        mark_part(scene, part, i);
    }
    glDisable(GL_POLYGON_OFFSET_FILL);
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_FRAMEBUFFER, slices.framebuffer(slice));
    if (any) {
        glStencilFunc(GL_EQUAL, face_bit, face_bit);
        glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
        face_.use(*scene.cut);
        bind_to_unit(section_unit, GL_TEXTURE_2D, marks_);
        bind_to_unit(grain_unit, GL_TEXTURE_3D, grain);
        glUniform1i(glGetUniformLocation(face_.program.name(), "marks"), static_cast<GLint>(section_unit));
        glUniform1i(glGetUniformLocation(face_.program.name(), "grain"), static_cast<GLint>(grain_unit));
        glDisable(GL_DEPTH_TEST);
        glBindVertexArray(no_vertices_.name());
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
    glDisable(GL_STENCIL_TEST);
    glEnable(GL_DEPTH_TEST);
}

}  // namespace dorsum::render
