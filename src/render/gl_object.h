#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace dorsum::render {

/// Owns one OpenGL object by its name; 0 owns nothing. `Delete` is called with the name.
template <auto Create, auto Delete>
class GlObject {
public:
    GlObject() = default;
    /// A new object; needs a current context.
    [[nodiscard]] static GlObject create() {
        GlObject object;
        object.name_ = Create();
        return object;
    }
    GlObject(GlObject&& other) noexcept : name_{std::exchange(other.name_, 0)} {}
    GlObject& operator=(GlObject&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    GlObject(const GlObject&) = delete;
    GlObject& operator=(const GlObject&) = delete;
    ~GlObject() {
        if (name_ != 0) {
            Delete(name_);
        }
    }
    [[nodiscard]] GLuint name() const { return name_; }

private:
    GLuint name_ = 0;
};

namespace detail {
// libepoxy's functions are macros over pointers, which a template cannot name: hence these.
inline GLuint new_buffer() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return name;
}
inline void delete_buffer(const GLuint name) {
    glDeleteBuffers(1, &name);
}
inline GLuint new_vertex_array() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return name;
}
inline void delete_vertex_array(const GLuint name) {
    glDeleteVertexArrays(1, &name);
}
inline GLuint new_texture() {
    GLuint name = 0;
    glGenTextures(1, &name);
    return name;
}
inline void delete_texture(const GLuint name) {
    glDeleteTextures(1, &name);
}
inline GLuint new_framebuffer() {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    return name;
}
inline void delete_framebuffer(const GLuint name) {
    glDeleteFramebuffers(1, &name);
}
inline GLuint new_renderbuffer() {
    GLuint name = 0;
    glGenRenderbuffers(1, &name);
    return name;
}
inline void delete_renderbuffer(const GLuint name) {
    glDeleteRenderbuffers(1, &name);
}
inline GLuint new_program() {
    return glCreateProgram();
}
inline void delete_program(const GLuint name) {
    glDeleteProgram(name);
}
inline GLuint new_vertex_shader() {
    return glCreateShader(GL_VERTEX_SHADER);
}
inline GLuint new_fragment_shader() {
    return glCreateShader(GL_FRAGMENT_SHADER);
}
inline void delete_shader(const GLuint name) {
    glDeleteShader(name);
}
}  // namespace detail

using Buffer = GlObject<&detail::new_buffer, &detail::delete_buffer>;
using VertexArray = GlObject<&detail::new_vertex_array, &detail::delete_vertex_array>;
using Texture = GlObject<&detail::new_texture, &detail::delete_texture>;
using Framebuffer = GlObject<&detail::new_framebuffer, &detail::delete_framebuffer>;
using Renderbuffer = GlObject<&detail::new_renderbuffer, &detail::delete_renderbuffer>;
using ProgramObject = GlObject<&detail::new_program, &detail::delete_program>;
using VertexShader = GlObject<&detail::new_vertex_shader, &detail::delete_shader>;
using FragmentShader = GlObject<&detail::new_fragment_shader, &detail::delete_shader>;

}  // namespace dorsum::render
