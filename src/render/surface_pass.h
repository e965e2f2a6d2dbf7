#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "render/body_buffers.h"
#include "render/gl_object.h"
#include "render/oil_texture.h"
#include "render/skin_detail.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Draws skin, towel and table, of parts that are uploaded; `shown`, as long as the body's parts, says which.
class SurfacePass {
public:
    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<SurfacePass> create();
    // What is seldom drawn is built before it is drawn for the first time.
    [[nodiscard]] Result<void> build_openings(bool cut);
    [[nodiscard]] Result<void> build_cut();
    /// What draws without fine detail. Where that fails, all is drawn with it.
    [[nodiscard]] Result<void> build_smooth();

    void draw(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown);
    /// The table alone, with another shade on it.
    void draw_table(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) const;
    /// The inner side of the far skin, where nothing else is seen through the openings.
    void draw_flesh(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) const;
    /// The rim of the opened skin over what is seen through it; blending is on.
    void draw_rims(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown);

private:
    struct Programs {
        ProgramObject skin;
        ProgramObject opened_skin;
        ProgramObject flesh;
        ProgramObject towel;
        ProgramObject table;
    };
    [[nodiscard]] static Result<void> build_closed(Programs& programs, const std::string& definitions);
    [[nodiscard]] const ProgramObject& table_for(const scene::Scene& scene) const;
    [[nodiscard]] bool is_fine(const scene::Scene& scene) const;
    [[nodiscard]] const Programs& programs_for(const scene::Scene& scene) const;
    [[nodiscard]] Programs& programs(bool cut, bool fine);
    void use_skin(const ProgramObject& program, const scene::Scene& scene);
    Programs whole_;
    Programs cut_;
    // Without fine detail, for tiers below high.
    Programs smooth_;
    Programs smooth_cut_;
    SkinDetail detail_;
    OilTexture oil_;
};

}  // namespace dorsum::render
