#pragma once

#include <optional>
#include <vector>

#include "core/error.h"
#include "render/body_buffers.h"
#include "render/gl_object.h"
#include "render/patch_pass.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Draws a body in grey with one light: for comparison, and where a driver does not accept the shaders that do better.
class PlainDrawing {
public:
    /// Fails when not even these shaders compile.
    [[nodiscard]] static Result<PlainDrawing> create();

    /// Draws the parts that `shown`, as long as the body's parts, says, over all of the bound framebuffer.
    void draw_body(const BodyBuffers& body, const std::vector<bool>& shown) const;

    /// Draws what lies on the skin over it, where the driver accepts these shaders; else nothing.
    void draw_patches(const scene::PatchSet& patches);

private:
    ProgramObject program_;
    std::optional<PatchPass> patches_;
    bool patches_tried_ = false;
};

/// The same scene for a driver that cannot do more than draw it opaque and whole.
[[nodiscard]] scene::Scene opaque_and_whole(scene::Scene scene);

/// The same scene at rest, as a plain drawing shows it: opaque, whole, closed, without breath or hands.
[[nodiscard]] scene::Scene at_rest(scene::Scene scene);

}  // namespace dorsum::render
