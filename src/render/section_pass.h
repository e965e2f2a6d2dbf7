#pragma once

#include "core/error.h"
#include "render/body_buffers.h"
#include "render/slices.h"
#include "scene/scene.h"

namespace dorsum::render {

/// On which side of a scene's cut a part lies, whatever the breath.
enum class CutSide { kept, both, taken_away };
[[nodiscard]] CutSide side_of_cut(const scene::Scene& scene, const PartBuffers& part, std::size_t index);

/// Closes what a cut has opened: draws, on its plane, the face of every part that the plane passes through.
///
/// For each part the stencil counts, along the line of sight, its back sides less its front sides behind the plane:
/// what is left is more than nothing just where the plane lies within the part, whatever its shape. Where parts lie in
/// each other, bones win over organs, those over muscles, deep ones over those that cover them, and all over the skin.
class SectionPass {
public:
    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<SectionPass> create();

    /// Draws the faces of those parts that `shown` says into a slice that is cleared, with their depth. Parts that are
    /// not closed have no inside, and no face.
    void draw(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown, const Slices& slices,
              int slice, glm::ivec2 size, const Texture& grain);

private:
    struct Count {
        ProgramObject program;
        GLint shift = -1;
    };
    struct Plane {
        ProgramObject program;
        GLint corner = -1;
        GLint side = -1;
        GLint other_side = -1;
        void use(const scene::Cut& cut) const;
    };
    [[nodiscard]] static Result<Plane> build_plane(const char* fragment_file);
    void fit(glm::ivec2 size);
    void count_part(const scene::Scene& scene, const PartBuffers& part, std::size_t index) const;
    void mark_part(const scene::Scene& scene, const PartBuffers& part, std::size_t index) const;

    Count skin_;
    Count anatomy_;
    Plane mark_;
    Plane face_;
    GLint tone_and_mark_ = -1;
    glm::ivec2 size_{0};
    Texture marks_;
    Framebuffer framebuffer_;
    VertexArray no_vertices_;
};

}  // namespace dorsum::render
