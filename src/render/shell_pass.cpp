#include "render/shell_pass.h"

#include <algorithm>
#include <glm/gtc/type_ptr.hpp>
#include <string>
#include <utility>

#include "core/log.h"
#include "core/translate.h"
#include "render/anatomy_pass.h"
#include "render/program.h"

namespace dorsum::render {

namespace {

constexpr int slices_per_sum = 3;

/// Opacities of a wall seen face on, of the glow towards its edge, of the line at its edge.
glm::vec3 clearness_of(const body::Role role) {
    switch (role) {
        case body::Role::skin:
            return {0.045F, 0.46F, 0.62F};
        case body::Role::skeleton:
            return {0.08F, 0.19F, 0.15F};
        case body::Role::organ:
            return {0.03F, 0.12F, 0.06F};
        default:
            break;
    }
    return {0.018F, 0.08F, 0.08F};
}

Texture make_sum(const GLint format, const GLenum type, const glm::ivec2 size) {
    Texture sum = Texture::create();
    glBindTexture(GL_TEXTURE_2D, sum.name());
    glTexImage2D(GL_TEXTURE_2D, 0, format, size.x, size.y, 0, GL_RGBA, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
    return sum;
}

}  // namespace

Result<ShellPass> ShellPass::create() {
    ShellPass pass;
    struct Wanted {
        ProgramObject* program;
        const char* vertex_file;
        const char* fragment_file;
        const char* definitions;
    };
    for (const Wanted& want : {Wanted{&pass.skin_, "surface.vert", "shell.frag", "#define SKIN\n#define BREATHES\n"},
                               Wanted{&pass.anatomy_, "anatomy.vert", "shell.frag", "#define BREATHES\n"}}) {
        auto program = build_program(want.vertex_file, want.fragment_file, want.definitions);
        if (!program) {
            return tl::unexpected(program.error());
        }
        *want.program = std::move(*program);
    }
    return pass;
}

Result<void> ShellPass::prepare(const int slices) {
    ProgramObject& together = together_.at(static_cast<std::size_t>(slices) - 1);
    if (together.name() != 0) {
        return {};
    }
    auto program =
        build_program("whole_picture.vert", "see_through.frag", "#define SLICES " + std::to_string(slices) + "\n");
    if (!program) {
        return tl::unexpected(program.error());
    }
    together = std::move(*program);
    return {};
}

void ShellPass::fit(const glm::ivec2 size) {
    if (size == size_) {
        return;
    }
    size_ = size;
    framebuffer_ = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    // Ten bits, which both dialects draw into; eight where a driver keeps to less than they say.
    struct Precision {
        GLint format;
        GLenum type;
        float steps;
    };
    for (const auto& [format, type, steps] : {Precision{GL_RGB10_A2, GL_UNSIGNED_INT_2_10_10_10_REV, 1023.0F},
                                              Precision{GL_RGBA8, GL_UNSIGNED_BYTE, 255.0F}}) {
        steps_ = steps;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            sums_.at(i) = make_sum(format, type, size);
            glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(i), GL_TEXTURE_2D,
                                   sums_.at(i).name(), 0);
        }
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) {
            break;
        }
        if (!told_) {
            told_ = true;
            log::warning(tr("the graphics driver does not draw ten bits a colour: clear shells are coarser"));
        }
    }
}

void ShellPass::draw(const scene::Scene& scene, const BodyBuffers& body, const Slices& slices, const glm::ivec2 size) {
    fit(size);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    constexpr std::array<GLenum, 3> targets{GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1, GL_COLOR_ATTACHMENT2};
    const int used = (slices.count() + slices_per_sum - 1) / slices_per_sum;
    glDrawBuffers(used, targets.data());
    constexpr std::array<GLfloat, 4> none{};
    for (int target = 0; target < used; ++target) {
        glClearBufferfv(GL_COLOR, target, none.data());
    }
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    for (std::size_t i = 0; i < body.parts.size() && i < scene.part_ghost.size(); ++i) {
        if (!scene.part_ghost[i] || !scene.part_shown[i]) {
            continue;
        }
        const body::Role role = scene.body->parts[i].role;
        const ProgramObject& program = role == body::Role::skin ? skin_ : anatomy_;
        slices.bind_depths_for(program);
        glUniform1f(glGetUniformLocation(program.name(), "steps"), steps_);
        const glm::vec3 clear = clearness_of(role);
        glUniform3fv(glGetUniformLocation(program.name(), "clear"), 1, glm::value_ptr(clear));
        const glm::vec3 shift = i < scene.part_shift.size() ? scene.part_shift[i] : glm::vec3{0.0F};
        glUniform3fv(glGetUniformLocation(program.name(), "shift"), 1, glm::value_ptr(shift));
        const Level& level = level_for(body.parts[i], scene.camera, scene.size_px.y);
        glBindVertexArray(body.parts[i].vertex_array.name());
        glDrawElements(GL_TRIANGLES, level.count, GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(static_cast<std::size_t>(level.first) * sizeof(std::uint32_t)));
    }
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
}

void ShellPass::put_together(const Slices& slices, const bool with_shells, const VertexArray& no_vertices) const {
    const ProgramObject& together = together_.at(static_cast<std::size_t>(slices.count()) - 1);
    slices.bind_all_for(together);
    const std::array<GLint, 3> units{shell_unit, shell_unit + 1, shell_unit + 2};
    for (std::size_t i = 0; with_shells && i < sums_.size(); ++i) {
        bind_to_unit(static_cast<GLuint>(units.at(i)), GL_TEXTURE_2D, sums_.at(i));
    }
    glUniform1iv(glGetUniformLocation(together.name(), "shells"), 3, units.data());
    glUniform1i(glGetUniformLocation(together.name(), "has_shells"), with_shells ? 1 : 0);
    glDepthFunc(GL_ALWAYS);
    glBindVertexArray(no_vertices.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDepthFunc(GL_LEQUAL);
}

}  // namespace dorsum::render
