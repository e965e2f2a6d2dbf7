#include "render/program.h"

#include <array>
#include <string>

#include "core/translate.h"
#include "render/shader_source.h"

namespace dorsum::render {

namespace {

constexpr std::string_view first_lines_330 = "#version 330 core\n";
constexpr std::string_view first_lines_es_300 =
    "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n";

std::string shader_message(const GLuint shader) {
    GLint length = 0;
    glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
    std::string message(static_cast<std::size_t>(length > 0 ? length : 0), '\0');
    glGetShaderInfoLog(shader, length, &length, message.data());
    message.resize(static_cast<std::size_t>(length > 0 ? length : 0));
    return message;
}

template <typename Shader>
Result<Shader> compile(const std::string_view file, const std::string_view definitions) {
    std::string first_lines{current_dialect() == Dialect::opengl_330 ? first_lines_330 : first_lines_es_300};
    first_lines += definitions;
    const auto source = load_shader(file, first_lines);
    if (!source) {
        return tl::unexpected(source.error());
    }
    Shader shader = Shader::create();
    const char* text = source->text.c_str();
    glShaderSource(shader.name(), 1, &text, nullptr);
    glCompileShader(shader.name());
    GLint compiled = GL_FALSE;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &compiled);
    if (compiled != GL_TRUE) {
        return tl::unexpected(compile_error(*source, shader_message(shader.name())));
    }
    return shader;
}

}  // namespace

Dialect current_dialect() {
    return epoxy_is_desktop_gl() ? Dialect::opengl_330 : Dialect::opengl_es_300;
}

Result<ProgramObject> build_program(const std::string_view vertex_file, const std::string_view fragment_file,
                                    const std::string_view definitions) {
    const auto vertex = compile<VertexShader>(vertex_file, definitions);
    if (!vertex) {
        return tl::unexpected(vertex.error());
    }
    const auto fragment = compile<FragmentShader>(fragment_file, definitions);
    if (!fragment) {
        return tl::unexpected(fragment.error());
    }
    ProgramObject program = ProgramObject::create();
    glAttachShader(program.name(), vertex->name());
    glAttachShader(program.name(), fragment->name());
    glLinkProgram(program.name());
    GLint linked = GL_FALSE;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
    if (linked != GL_TRUE) {
        std::array<char, 1024> message{};
        glGetProgramInfoLog(program.name(), static_cast<GLsizei>(message.size()), nullptr, message.data());
        return failure(std::string{vertex_file} + " + " + std::string{fragment_file},
                       std::string{tr("the graphics driver cannot link these shaders")} + ": " + message.data(),
                       tr("Update the graphics driver"));
    }
    glDetachShader(program.name(), vertex->name());
    glDetachShader(program.name(), fragment->name());
    const GLuint block = glGetUniformBlockIndex(program.name(), "Frame");
    if (block != GL_INVALID_INDEX) {
        glUniformBlockBinding(program.name(), block, frame_binding);
    }
    const GLuint pressure = glGetUniformBlockIndex(program.name(), "Pressure");
    if (pressure != GL_INVALID_INDEX) {
        glUniformBlockBinding(program.name(), pressure, pressure_binding);
    }
    return program;
}

void set_opened(const ProgramObject& program, const float share, const bool rim) {
    glUniform2f(glGetUniformLocation(program.name(), "opened"), share, rim ? 1.0F : 0.0F);
}

}  // namespace dorsum::render
