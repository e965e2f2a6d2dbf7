#pragma once

#include <span>
#include <string_view>

namespace dorsum::render {

/// A file of the shaders folder as it was when the program was built.
struct EmbeddedShader {
    std::string_view name;  ///< without folder: "surface.frag"
    std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedShader> embedded_shaders();

}  // namespace dorsum::render
