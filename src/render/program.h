#pragma once

#include <string_view>

#include "core/error.h"
#include "render/gl_object.h"

namespace dorsum::render {

/// The dialect in which shaders are compiled.
enum class Dialect { opengl_330, opengl_es_300 };

/// That of the current context.
[[nodiscard]] Dialect current_dialect();

/// Compiles and links two files of the shaders folder for the current context. `definitions` are
/// lines such as "#define SKIN\n". The block `Frame` is bound to point 0, `Pressure` to 1. Fails with the driver's
/// message, file and line.
[[nodiscard]] Result<ProgramObject> build_program(std::string_view vertex_file, std::string_view fragment_file,
                                                  std::string_view definitions = {});

inline constexpr GLuint frame_binding = 0;
inline constexpr GLuint pressure_binding = 1;

/// Tells a program built with OPENED, which is in use, how far its layer is opened (share of the openings' radius),
/// and whether the layer or its rim is drawn.
void set_opened(const ProgramObject& program, float share, bool rim);

}  // namespace dorsum::render
