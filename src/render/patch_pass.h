#pragma once

#include <array>
#include <string>

#include "core/error.h"
#include "render/gl_object.h"
#include "render/slices.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Draws what lies on the skin, over what is drawn already and tested against its depth.
class PatchPass {
public:
    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<PatchPass> create();
    /// Leaves blending, depth writes and polygon offset as it found them: off, on, off.
    void draw(const scene::PatchSet& patches);

    /// The strokes of the patches drawn last once more, faint, where what has marked the stencil with a 1 hides them:
    /// a way is seen through the hand that goes along it. Leaves the state as draw() does, and the stencil test off.
    void draw_strokes_through(const scene::PatchSet& patches);

    /// Builds what draws patches behind veils and on a body that is cut.
    [[nodiscard]] Result<void> build_veiled();
    /// The same where veils lie over them.
    void draw_behind(const scene::PatchSet& patches, const Slices& slices);

private:
    enum class Family { ribbon, disc, flat_hand, fingers, caution, line };
    static constexpr std::size_t family_count = 6;
    using Programs = std::array<ProgramObject, family_count>;
    [[nodiscard]] static Family family_of(std::uint32_t kind);
    [[nodiscard]] static Result<Programs> build(const std::string& definitions);
    void draw_with(const Programs& programs, const scene::PatchSet& patches);
    static void draw_runs(const Programs& programs, const scene::PatchSet& patches, bool all_families);

    Programs programs_;  // by family
    Programs veiled_;
    VertexArray vertex_array_;
    Buffer vertices_;
    Buffer indices_;
};

}  // namespace dorsum::render
