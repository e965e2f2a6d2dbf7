#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace dorsum::render {

/// A shader with its includes pasted in. `#line` directives number the files, so that a driver's
/// message can be led back to file and line.
struct ShaderSource {
    std::string text;
    std::vector<std::string> files;  ///< by the number that `#line` gives them
};

/// Reads a shader by its file name ("surface.frag"), from the folder that the environment variable
/// DORSUM_SHADERS names, or from those built into the program. `#include "name"` on a line of its
/// own is replaced by that file, once. `first_lines` go before everything (version, definitions).
/// Fails when a file is missing.
[[nodiscard]] Result<ShaderSource> load_shader(std::string_view name, std::string_view first_lines);

/// The driver's message as an error with the file and line it speaks of, where it says so in one of
/// the usual ways: "0:12(3): ..." (Mesa), "0(12) : ..." (NVIDIA), "ERROR: 0:12: ..." (others).
[[nodiscard]] Error compile_error(const ShaderSource& source, std::string_view driver_message);

}  // namespace dorsum::render
