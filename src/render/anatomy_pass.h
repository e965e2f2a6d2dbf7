#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/error.h"
#include "render/body_buffers.h"
#include "render/slices.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Draws what lies below the skin, and the giver's hands over it.
class AnatomyPass {
public:
    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<AnatomyPass> create();

    /// Builds what draws muscles that are opened around the hands; to be done before a scene with openings is drawn.
    [[nodiscard]] Result<void> build_openings(bool cut);

    /// Builds what draws cut parts; to be done before a scene with a cut is drawn.
    [[nodiscard]] Result<void> build_cut();
    /// Builds what draws hands behind veils; `draw_hands` then needs the veils' uniforms (render/slices.h).
    [[nodiscard]] Result<void> build_veiled();

    /// Draws those muscles, bones and organs of a body that `shown`, as long as its parts, says; they are uploaded.
    void draw_body(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown);
    /// Draws the rims of the superficial muscles that a scene opens, over what is seen through them; blending is on.
    void draw_rims(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown);
    /// Draws the scene's hands; copies their models to the GPU when they are new.
    void draw_hands(const scene::Scene& scene);
    /// The same where veils lie over them.
    void draw_hands_behind(const scene::Scene& scene, const Slices& slices);

    /// Noise for the tissue, as shaders/anatomy.frag reads it.
    [[nodiscard]] const Texture& grain();

private:
    struct Shader {
        ProgramObject program;
        GLint tone_and_gloss = -1;
        GLint dark_and_tendon = -1;
        GLint emphasis = -1;
        GLint rim = -1;
        GLint ghost = -1;
        GLint fade = -1;
        GLint shift = -1;
    };
    struct BodyShaders {
        Shader muscle;
        Shader opened_muscle;
        Shader bone;
        Shader organ;
    };
    [[nodiscard]] static Result<Shader> build(const char* definitions);
    [[nodiscard]] static Result<void> build_into(Shader& shader, const std::string& definitions);
    [[nodiscard]] static Result<void> build_body(BodyShaders& shaders, const std::string& definitions);
    [[nodiscard]] const Shader& shader_for(Surface surface, bool opened, bool cut) const;
    static void use(const Shader& shader, const Material& material);
    void draw_part(const scene::Scene& scene, const BodyBuffers& body, std::size_t part, bool rim);
    void draw_hands_with(const Shader& shader, const scene::Scene& scene);
    void bind_grain();

    BodyShaders whole_;
    BodyShaders cut_;
    Shader hand_;
    Shader veiled_hand_;
    Texture grain_;
    std::weak_ptr<const scene::HandModels> hand_models_;
    std::array<PartBuffers, scene::hand_pose_count> hands_;
    std::array<Buffer, scene::hand_pose_count> laid_;  // positions and normals as they lie now
};

/// The coarsest level of detail whose triangles are not seen as such: they cover `pixels_per_triangle` at most,
/// seen face on.
[[nodiscard]] const Level& level_for(const PartBuffers& part, const scene::Camera& camera, float picture_height_px,
                                     float pixels_per_triangle = 4.0F);

}  // namespace dorsum::render
