#pragma once

#include <epoxy/gl.h>

namespace dorsum::render {

/// Which texture unit is whose, so that none is taken twice; OpenGL 3.3 and ES 3.0 promise 16 to fragment shaders.
enum TextureUnit : GLuint {
    grain_unit = 1,
    hand_shadow_unit = 2,
    slice_colour_unit = 3,
    slice_depth_unit = 4,
    shell_unit = 5,
    section_unit = 8,
    relief_unit = 9,
    complexion_unit = 10,
    oil_unit = 11,
    hands_near_unit = 12
};

}  // namespace dorsum::render
