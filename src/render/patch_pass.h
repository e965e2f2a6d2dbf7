#pragma once

#include "core/error.h"
#include "render/gl_object.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Draws what lies on the skin, over what is drawn already and tested against its depth.
class PatchPass {
public:
    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<PatchPass> create();
    /// Leaves blending, depth writes and polygon offset as it found them: off, on, off.
    void draw(const scene::PatchSet& patches);

private:
    enum class Family { ribbon, disc, flat_hand, fingers, caution };
    [[nodiscard]] static Family family_of(std::uint32_t kind);
    [[nodiscard]] GLuint program(Family family) const;

    ProgramObject ribbon_;
    ProgramObject disc_;
    ProgramObject flat_hand_;
    ProgramObject fingers_;
    ProgramObject caution_;
    VertexArray vertex_array_;
    Buffer vertices_;
    Buffer indices_;
};

}  // namespace dorsum::render
