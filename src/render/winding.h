#pragma once

#include <epoxy/gl.h>

#include "scene/camera.h"

namespace dorsum::render {

/// Says which way round the triangles of front faces run: in a mirrored picture the other way, and of a mesh that its
/// own matrix mirrors once more the other way. Whoever draws such a mesh sets it back afterwards.
inline void set_front_face(const scene::Camera& camera, const bool mirrored_mesh = false) {
    glFrontFace(camera.mirrored != mirrored_mesh ? GL_CW : GL_CCW);
}

}  // namespace dorsum::render
