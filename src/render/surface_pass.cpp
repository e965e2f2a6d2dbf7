#include "render/surface_pass.h"

#include <array>
#include <glm/gtc/type_ptr.hpp>
#include <string>
#include <utility>

#include "render/anatomy_pass.h"
#include "render/hand_shadow.h"
#include "render/program.h"

namespace dorsum::render {

namespace {

/// Parts that hide much of the others come first; those below the skin are AnatomyPass's.
constexpr std::array drawing_order{Surface::towel, Surface::skin, Surface::table};
constexpr const char* skin_definitions = "#define SKIN\n#define BREATHES\n";
constexpr const char* towel_definitions = "#define TOWEL\n#define BREATHES\n";
constexpr const char* table_definitions = "#define TABLE\n";
constexpr const char* fine_definition = "#define FINE_DETAIL\n";
constexpr const char* cut_definition = "#define CUT\n";

Result<void> build(ProgramObject& program, const char* fragment_file, const std::string& definitions) {
    auto built = build_program("surface.vert", fragment_file, definitions);
    if (!built) {
        return tl::unexpected(built.error());
    }
    program = std::move(*built);
    HandShadow::connect(program);
    return {};
}

/// How many pixels a triangle may have below the high tier, face on. A processor that draws without a graphics card
/// draws few large triangles several times as fast as many small ones. A coarse level keeps the normals of the finest,
/// so skin and table keep their form in few; of the towel's folds more is seen in the outline.
float pixels_per_triangle(const Surface surface) {
    constexpr float of_skin = 420.0F;
    constexpr float of_towel = 150.0F;
    constexpr float of_table = 900.0F;
    return surface == Surface::skin ? of_skin : surface == Surface::towel ? of_towel : of_table;
}

const Level& level_in(const PartBuffers& part, const scene::Scene& scene) {
    return scene.quality.tier == scene::Quality::high
               ? part.levels.front()
               : level_for(part, scene.camera, scene.size_px.y, pixels_per_triangle(part.material.surface));
}

void draw_part(const PartBuffers& part, const Level& level, const Sight& sight) {
    if (part.closed) {
        glEnable(GL_CULL_FACE);
    } else {
        glDisable(GL_CULL_FACE);
    }
    glBindVertexArray(part.vertex_array.name());
    if (part.tints.name() == 0) {
        glVertexAttrib4f(tint_attribute, 1.0F, 1.0F, 1.0F, 1.0F);
    }
    for (const IndexRun& run : runs_in_sight(level.clusters, sight, part.closed)) {
        const std::size_t first = static_cast<std::size_t>(level.first) + run.first;
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(run.count), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
    }
}

void draw_parts(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown,
                const Surface surface, const Sight& sight) {
    for (std::size_t i = 0; i < body.parts.size() && i < shown.size(); ++i) {
        if (shown[i] && body.parts[i].material.surface == surface) {
            draw_part(body.parts[i], level_in(body.parts[i], scene), sight);
        }
    }
}

void set_skin_look(const ProgramObject& program, const scene::SkinTone tone) {
    const scene::SkinLook look = scene::look_of(tone);
    const auto location = [&program](const char* name) { return glGetUniformLocation(program.name(), name); };
    glUniform3fv(location("skin_albedo"), 1, glm::value_ptr(look.albedo));
    glUniform3fv(location("skin_scatter"), 1, glm::value_ptr(look.scatter));
    glUniform3fv(location("skin_flushed"), 1, glm::value_ptr(look.flushed));
    glUniform2f(location("gloss_and_pigment"), look.gloss, look.pigment);
}

Sight sight_in(const scene::Scene& scene) {
    const glm::mat4 view_projection =
        scene::projection_matrix(scene.camera, scene.size_px.x / scene.size_px.y) * scene::view_matrix(scene.camera);
    return sight_of(view_projection, scene::eye(scene.camera));
}

}  // namespace

void SurfacePass::use_skin(const ProgramObject& program, const scene::Scene& scene) {
    if (is_fine(scene)) {
        detail_.bind();
    }
    oil_.show(scene.oil);
    glUseProgram(program.name());
    SkinDetail::connect(program);
    oil_.connect(program);
    set_skin_look(program, scene.skin_tone);
}

Result<SurfacePass> SurfacePass::create() {
    SurfacePass pass;
    if (auto done = build_closed(pass.whole_, fine_definition); !done) {
        return tl::unexpected(done.error());
    }
    return pass;
}

Result<void> SurfacePass::build_closed(Programs& programs, const std::string& definitions) {
    if (auto done = build(programs.skin, "surface.frag", skin_definitions + definitions); !done) {
        return done;
    }
    if (auto done = build(programs.towel, "surface.frag", towel_definitions + definitions); !done) {
        return done;
    }
    return build(programs.table, "surface.frag", table_definitions + definitions);
}

Result<void> SurfacePass::build_smooth() {
    return build_closed(smooth_, "");
}

Result<void> SurfacePass::build_openings(const bool cut) {
    for (const bool fine : {true, false}) {
        const std::string definitions =
            std::string{skin_definitions} + (fine ? fine_definition : "") + (cut ? cut_definition : "");
        Programs& programs = this->programs(cut, fine);
        if (auto done = build(programs.opened_skin, "surface.frag", definitions + "#define OPENED\n"); !done) {
            return done;
        }
        if (auto done = build(programs.flesh, "flesh.frag", definitions); !done) {
            return done;
        }
    }
    return {};
}

Result<void> SurfacePass::build_cut() {
    for (const bool fine : {true, false}) {
        const std::string definitions = std::string{fine ? fine_definition : ""} + cut_definition;
        Programs& programs = this->programs(true, fine);
        if (auto done = build(programs.skin, "surface.frag", skin_definitions + definitions); !done) {
            return done;
        }
        if (auto done = build(programs.towel, "surface.frag", towel_definitions + definitions); !done) {
            return done;
        }
    }
    return {};
}

/// Where what is smooth cannot be built, all is fine.
bool SurfacePass::is_fine(const scene::Scene& scene) const {
    return scene.quality.tier == scene::Quality::high || smooth_.table.name() == 0;
}

const SurfacePass::Programs& SurfacePass::programs_for(const scene::Scene& scene) const {
    const bool fine = is_fine(scene);
    return scene.cut ? (fine ? cut_ : smooth_cut_) : (fine ? whole_ : smooth_);
}

SurfacePass::Programs& SurfacePass::programs(const bool cut, const bool fine) {
    return cut ? (fine ? cut_ : smooth_cut_) : (fine ? whole_ : smooth_);
}

/// The table is never cut.
const ProgramObject& SurfacePass::table_for(const scene::Scene& scene) const {
    return (is_fine(scene) ? whole_ : smooth_).table;
}

void SurfacePass::draw(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) {
    glBindTexture(GL_TEXTURE_2D, body.contact_shade().texture.name());
    const Programs& programs = programs_for(scene);
    const Sight sight = sight_in(scene);
    for (const Surface surface : drawing_order) {
        const bool opens = surface == Surface::skin && !scene.openings.empty();
        const ProgramObject& skin = opens ? programs.opened_skin : programs.skin;
        const ProgramObject& program = surface == Surface::table   ? table_for(scene)
                                       : surface == Surface::towel ? programs.towel
                                                                   : skin;
        if (surface == Surface::skin) {
            use_skin(program, scene);
        } else {
            glUseProgram(program.name());
        }
        if (opens) {
            set_opened(program, 1.0F, false);
        }
        draw_parts(scene, body, shown, surface, sight);
    }
    glDisable(GL_CULL_FACE);
}

void SurfacePass::draw_table(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) const {
    glBindTexture(GL_TEXTURE_2D, body.contact_shade().texture.name());
    glUseProgram(table_for(scene).name());
    draw_parts(scene, body, shown, Surface::table, sight_in(scene));
    glDisable(GL_CULL_FACE);
}

void SurfacePass::draw_flesh(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) const {
    glUseProgram(programs_for(scene).flesh.name());
    glCullFace(GL_FRONT);
    for (std::size_t i = 0; i < body.parts.size() && i < shown.size(); ++i) {
        if (shown[i] && body.parts[i].material.surface == Surface::skin) {
            glEnable(GL_CULL_FACE);
            glBindVertexArray(body.parts[i].vertex_array.name());
            glDrawElements(GL_TRIANGLES, body.parts[i].levels.front().count, GL_UNSIGNED_INT, nullptr);
        }
    }
    glCullFace(GL_BACK);
    glDisable(GL_CULL_FACE);
}

void SurfacePass::draw_rims(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) {
    glBindTexture(GL_TEXTURE_2D, body.contact_shade().texture.name());
    const ProgramObject& program = programs_for(scene).opened_skin;
    use_skin(program, scene);
    set_opened(program, 1.0F, true);
    draw_parts(scene, body, shown, Surface::skin, sight_in(scene));
    glDisable(GL_CULL_FACE);
}

}  // namespace dorsum::render
