#pragma once

#include <vector>

#include "core/error.h"
#include "render/body_buffers.h"
#include "render/gl_object.h"
#include "scene/scene.h"

namespace dorsum::render {

/// The scene's glowing organs, through the skin that covers them. Nothing is built or drawn where none glows.
class GlowPass {
public:
    /// The parts to be uploaded: those shown, and those that glow.
    [[nodiscard]] static std::vector<bool> needed_parts(const scene::Scene& scene);

    /// Draws over what is drawn already. Fails when its shader does not compile, once; later calls do nothing.
    [[nodiscard]] Result<void> draw(const scene::Scene& scene, const BodyBuffers& body);

private:
    ProgramObject program_;
    bool failed_ = false;
};

}  // namespace dorsum::render
