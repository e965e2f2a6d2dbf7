#include "body/breathing_shape.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <glm/geometric.hpp>
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "render/gl_object.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/shader_source.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

/// A program whose vertex shader writes breathing_displacement(position, 0.7) into a buffer.
ProgramObject displacement_program() {
    const auto source = load_shader("breathing.glsl", "#version 330 core\n");
    REQUIRE(source);
    const std::string vertex_text =
        source->text +
        "layout(location = 0) in vec3 position;\nout vec3 displacement;\n"
        "void main() { displacement = breathing_displacement(position, 0.7); gl_Position = vec4(0.0); }\n";
    const std::string fragment_text = "#version 330 core\nout vec4 colour;\nvoid main() { colour = vec4(1.0); }\n";
    ProgramObject program = ProgramObject::create();
    const auto attach = [&program](const GLuint shader, const std::string& text) {
        const char* pointer = text.c_str();
        glShaderSource(shader, 1, &pointer, nullptr);
        glCompileShader(shader);
        glAttachShader(program.name(), shader);
    };
    const VertexShader vertex = VertexShader::create();
    const FragmentShader fragment = FragmentShader::create();
    attach(vertex.name(), vertex_text);
    attach(fragment.name(), fragment_text);
    const char* captured = "displacement";
    glTransformFeedbackVaryings(program.name(), 1, &captured, GL_INTERLEAVED_ATTRIBS);
    glLinkProgram(program.name());
    GLint linked = GL_FALSE;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
    REQUIRE(linked == GL_TRUE);
    return program;
}

}  // namespace

TEST_CASE("The chest on the screen rises exactly as the one that places and labels are worked out with") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    std::mt19937 random{7};
    std::uniform_real_distribution<float> metres{-0.35F, 0.35F};
    std::vector<glm::vec3> positions(4000);
    for (glm::vec3& position : positions) {
        position = {metres(random), metres(random), 0.5F * metres(random)};
    }

    // Nothing is drawn into it, but OpenGL draws nothing at all without one.
    const auto target = PictureTarget::create(1, 1);
    REQUIRE(target);
    glBindFramebuffer(GL_FRAMEBUFFER, target->framebuffer());

    const ProgramObject program = displacement_program();
    const VertexArray vertex_array = VertexArray::create();
    const Buffer input = Buffer::create();
    const Buffer output = Buffer::create();
    const auto bytes = static_cast<GLsizeiptr>(positions.size() * sizeof(glm::vec3));
    glBindVertexArray(vertex_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, input.name());
    glBufferData(GL_ARRAY_BUFFER, bytes, positions.data(), GL_STATIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, 0, nullptr);
    glBindBuffer(GL_TRANSFORM_FEEDBACK_BUFFER, output.name());
    glBufferData(GL_TRANSFORM_FEEDBACK_BUFFER, bytes, nullptr, GL_STREAM_READ);
    glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, output.name());
    glUseProgram(program.name());
    glEnable(GL_RASTERIZER_DISCARD);
    glBeginTransformFeedback(GL_POINTS);
    glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(positions.size()));
    glEndTransformFeedback();
    glDisable(GL_RASTERIZER_DISCARD);
    const void* mapped = glMapBufferRange(GL_TRANSFORM_FEEDBACK_BUFFER, 0, bytes, GL_MAP_READ_BIT);
    REQUIRE(mapped != nullptr);
    const auto* displacements = static_cast<const glm::vec3*>(mapped);

    float farthest_m = 0.0F;
    float largest_m = 0.0F;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const glm::vec3 expected = body::breathing_displacement(positions[i], 0.7F);
        farthest_m = std::max(farthest_m, glm::distance(displacements[i], expected));
        largest_m = std::max(largest_m, glm::length(expected));
    }
    glUnmapBuffer(GL_TRANSFORM_FEEDBACK_BUFFER);
    CHECK(farthest_m < 1.0e-6F);
    CHECK(largest_m > 0.003F);
}
