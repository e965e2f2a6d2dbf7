#pragma once

#include <glm/mat4x4.hpp>

#include "core/error.h"
#include "render/gl_object.h"
#include "scene/scene.h"

namespace dorsum::render {

/// The shadow that the giver's hands throw on the skin: their depth as seen from a lamp that stands steeper than that
/// of the room, so that the shadow stays close to the hand and tells what touches (shaders/hand_shadow.glsl).
class HandShadow {
public:
    HandShadow() = default;
    /// Fails with the driver's message where a shader does not compile.
    [[nodiscard]] static Result<HandShadow> create();

    /// Draws the shadow map of a scene's hands and binds it to hand_shadow_unit; changes framebuffer and viewport. The
    /// matrix from the body frame to the map, each axis 0 to 1; the zero matrix where no hand throws a shadow.
    [[nodiscard]] glm::mat4 draw(const scene::Scene& scene);

    /// Tells a program that includes hand_shadow.glsl where the map is; leaves that program in use.
    static void connect(const ProgramObject& program);

private:
    ProgramObject program_;
    Framebuffer framebuffer_;
    Texture map_;
    Texture near_;  ///< where on the map, coarsely, there is any shadow to look for
    VertexArray vertex_array_;
    Buffer places_;
    Buffer triangles_;
};

}  // namespace dorsum::render
