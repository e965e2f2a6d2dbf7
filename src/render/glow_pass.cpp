#include "render/glow_pass.h"

#include <glm/gtc/type_ptr.hpp>
#include <glm/vec3.hpp>
#include <utility>

#include "render/program.h"

namespace dorsum::render {

std::vector<bool> GlowPass::needed_parts(const scene::Scene& scene) {
    std::vector<bool> needed = scene.part_shown;
    for (const std::size_t part : scene.glowing_parts) {
        needed.at(part) = true;
    }
    return needed;
}

Result<void> GlowPass::draw(const scene::Scene& scene, const BodyBuffers& body) {
    if (scene.glowing_parts.empty() || failed_) {
        return {};
    }
    if (program_.name() == 0) {
        auto program = build_program("anatomy.vert", "glow.frag", "#define BREATHES\n");
        if (!program) {
            failed_ = true;
            return tl::unexpected(program.error());
        }
        program_ = std::move(*program);
    }
    glUseProgram(program_.name());
    glUniform3f(glGetUniformLocation(program_.name(), "shift"), 0.0F, 0.0F, 0.0F);
    glUniform3fv(glGetUniformLocation(program_.name(), "glow"), 1, glm::value_ptr(scene.glow));
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_CULL_FACE);
    glDepthFunc(GL_GREATER);  // what lies behind the skin
    glDepthMask(GL_FALSE);
    for (const std::size_t part : scene.glowing_parts) {
        glBindVertexArray(body.parts.at(part).vertex_array.name());
        glDrawElements(GL_TRIANGLES, body.parts.at(part).levels.front().count, GL_UNSIGNED_INT, nullptr);
    }
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LEQUAL);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    return {};
}

}  // namespace dorsum::render
