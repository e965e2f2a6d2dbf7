#include "render/renderer.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <utility>

#include "core/log.h"
#include "core/translate.h"
#include "render/body_buffers.h"
#include "render/frame_block.h"
#include "render/frame_buffers.h"
#include "render/glow_pass.h"
#include "render/passes.h"
#include "render/plain_drawing.h"
#include "render/pressure_buffer.h"
#include "render/program.h"
#include "render/see_through_pass.h"
#include "render/table_shade.h"
#include "render/winding.h"

namespace dorsum::render {

namespace {

constexpr int samples_of_high = 4;

[[nodiscard]] bool is_seen_through(const scene::Scene& scene) {
    return !scene.veils.empty() || !scene.part_ghost.empty() || scene.cut;
}

/// The same scene as small as it is drawn before it is brought to its size.
scene::Scene smaller(scene::Scene scene) {
    scene.size_px = glm::max(glm::round(scene.size_px * scene.quality.resolution), glm::vec2{1.0F});
    scene.quality.resolution = 1.0F;
    return scene;
}

}  // namespace

struct Renderer::Implementation {
    PlainDrawing plain;
    Passes passes;
    bool only_plain = false;  ///< the driver does not accept the shaders of `passes`
    GlowPass glow;
    std::optional<SeeThroughPass> see_through;
    // Whether what is built when it is first needed could be.
    std::optional<bool> opens;
    std::optional<bool> opens_cut;
    std::optional<bool> draws_smooth;
    std::optional<bool> sees_through;
    Buffer frame;
    PressureBuffer pressure;
    VertexArray no_vertices;
    FrameBuffers drawing;
    bool on_graphics_card = false;
    BodyBuffers body;

    [[nodiscard]] bool can_open(bool cut);
    [[nodiscard]] bool can_see_through(glm::ivec2 size, int slices);
    void begin(const scene::Scene& scene, GLuint framebuffer);
    void draw_table(const scene::Scene& scene, const std::vector<bool>& shown);
    void draw_layers(const scene::Scene& scene, const std::vector<bool>& shown, bool with_backdrop);
    void draw_rims(const scene::Scene& scene, const std::vector<bool>& shown);
    static void clear_ground(const scene::Scene& scene);
    void draw_seen_through(const scene::Scene& scene);
    void draw_whole_picture(const ProgramObject& program) const;
    void draw(const scene::Scene& scene);
    void draw_plainly(const scene::Scene& scene, GLuint target_framebuffer);
    static void end();
    void finish_into(GLuint target_framebuffer, glm::ivec2 size, bool larger);
};

namespace {

void begin_drawing_into(const GLuint framebuffer, const glm::ivec2 size) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, size.x, size.y);
}

bool succeeded(const Result<void>& done) {
    if (!done) {
        log::error(to_string(done.error()));
    }
    return done.has_value();
}

}  // namespace

/// Builds what draws openings when they are first shown, so that nobody who shows none waits for it.
bool Renderer::Implementation::can_open(const bool cut) {
    std::optional<bool>& built = cut ? opens_cut : opens;
    if (!built) {
        built = succeeded(passes.surfaces.build_openings(cut)) && succeeded(passes.anatomy.build_openings(cut));
    }
    return *built;
}

/// The same for what draws veils, shells and cuts.
bool Renderer::Implementation::can_see_through(const glm::ivec2 size, const int slices) {
    if (!sees_through) {
        auto pass = SeeThroughPass::create();
        if (pass) {
            see_through = std::move(*pass);
        } else {
            log::error(to_string(pass.error()));
        }
        sees_through = see_through && succeeded(passes.surfaces.build_cut()) && succeeded(passes.anatomy.build_cut()) &&
                       succeeded(passes.anatomy.build_veiled()) && succeeded(passes.patches.build_veiled());
    }
    if (*sees_through && !succeeded(see_through->shells.prepare(slices))) {
        sees_through = false;
    }
    if (*sees_through && !see_through->slices.fit(size, slices)) {
        log::error(tr("the graphics driver cannot draw what is seen through: the layers stay opaque"));
        sees_through = false;
    }
    return *sees_through;
}

/// Brings the context into the state that the passes start from, whatever others left.
void Renderer::Implementation::begin(const scene::Scene& scene, const GLuint framebuffer) {
    if (scene.body && body.body.lock() != scene.body) {
        body = BodyBuffers{scene.body};
    }
    if (scene.body) {
        const float half_picture = std::tan(glm::radians(scene.camera.field_of_view_deg) / 2.0F);
        body.upload(*scene.body, GlowPass::needed_parts(scene),
                    {scene::eye(scene.camera), 0.5F * scene.size_px.y / half_picture});
    }
    upload_frame(frame, scene, body);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_BLEND);
    if (current_dialect() == Dialect::opengl_330) {
        glDisable(GL_FRAMEBUFFER_SRGB);  // the shaders write what screens show
        glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    }
    set_front_face(scene.camera);
    glCullFace(GL_BACK);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glActiveTexture(GL_TEXTURE0);
    if (current_dialect() == Dialect::opengl_330) {
        glBindSampler(0, 0);
    }
    begin_drawing_into(framebuffer, pixel_size(scene));
}

void Renderer::Implementation::draw_layers(const scene::Scene& scene, const std::vector<bool>& shown,
                                           const bool with_backdrop) {
    passes.surfaces.draw(scene, body, shown);
    if (with_backdrop && is_seen_through(scene)) {
        draw_table(scene, shown);
    }
    if (scene.body) {
        passes.anatomy.draw_body(scene, body, shown);
    }
    if (!scene.openings.empty()) {
        passes.surfaces.draw_flesh(scene, body, shown);
    }
    if (with_backdrop && !scene.plain_ground) {
        draw_whole_picture(passes.backdrop);
    }
    if (!scene.openings.empty()) {
        draw_rims(scene, shown);
    }
}

/// The table with the shades of all that is seen, each in its share.
void Renderer::Implementation::draw_table(const scene::Scene& scene, const std::vector<bool>& shown) {
    glEnable(GL_BLEND);
    glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
    float so_far = 0.0F;
    for (const TableShade& shade : table_shades(scene)) {
        so_far += shade.share;
        glBlendColor(0.0F, 0.0F, 0.0F, so_far > 0.0F ? shade.share / so_far : 0.0F);
        body.shade_table(*scene.body, shade.uppermost);
        upload_frame(frame, scene, body);
        passes.surfaces.draw_table(scene, body, shown);
    }
    glDisable(GL_BLEND);
}

/// The rims of the opened layers over what is seen through them, the inner before the outer.
void Renderer::Implementation::draw_rims(const scene::Scene& scene, const std::vector<bool>& shown) {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    passes.anatomy.draw_rims(scene, body, shown);
    passes.surfaces.draw_rims(scene, body, shown);
    glDisable(GL_BLEND);
}

/// With the room behind, every pixel's colour is drawn.
void Renderer::Implementation::clear_ground(const scene::Scene& scene) {
    if (scene.plain_ground) {
        glClearColor(scene.plain_ground->r, scene.plain_ground->g, scene.plain_ground->b, 1.0F);
    }
    glClear(GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT | (scene.plain_ground ? GL_COLOR_BUFFER_BIT : 0U));
}

/// What is opaque, each faded layer and the clear shells for themselves, then all together.
void Renderer::Implementation::draw_seen_through(const scene::Scene& scene) {
    Slices& slices = see_through->slices;
    slices.set_opacities(scene.veils);
    std::vector<bool> opaque = scene.part_shown;
    for (std::size_t i = 0; i < scene.part_ghost.size(); ++i) {
        opaque[i] = opaque[i] && !scene.part_ghost[i];
    }
    for (const scene::Veil& veil : scene.veils) {
        for (std::size_t i = 0; i < opaque.size(); ++i) {
            opaque[i] = opaque[i] && !veil.within[i];
        }
    }
    for (int slice = 0; slice < slices.count(); ++slice) {
        const std::vector<bool>& shown = slice == 0 ? opaque : scene.veils[static_cast<std::size_t>(slice) - 1].within;
        glBindFramebuffer(GL_FRAMEBUFFER, slices.framebuffer(slice));
        glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        if (slice == 0) {
            clear_ground(scene);
        }
        if (scene.cut) {  // first: what lies behind its face need not be shaded
            see_through->sections.draw(scene, body, shown, slices, slice, pixel_size(scene), passes.anatomy.grain());
        }
        draw_layers(scene, shown, slice == 0);
    }
    const bool with_shells = !scene.part_ghost.empty();
    if (with_shells) {
        see_through->shells.draw(scene, body, slices, pixel_size(scene));
    }
    glBindFramebuffer(GL_FRAMEBUFFER, drawing.framebuffer());
    see_through->shells.put_together(slices, with_shells, no_vertices);
}

void Renderer::Implementation::draw_whole_picture(const ProgramObject& program) const {
    glUseProgram(program.name());
    glBindVertexArray(no_vertices.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

Result<Renderer> Renderer::create() {
    if (epoxy_gl_version() < (current_dialect() == Dialect::opengl_330 ? 33 : 30)) {
        return failure({}, tr("the graphics driver offers no OpenGL 3.3"),
                       tr("Install or update the graphics driver; on Debian, `apt install libgl1-mesa-dri` brings one "
                          "that needs no graphics card"));
    }
    auto implementation = std::make_unique<Implementation>();
    auto plain = PlainDrawing::create();
    if (!plain) {
        return tl::unexpected(plain.error());
    }
    implementation->plain = *std::move(plain);
    if (auto passes = Passes::create()) {
        implementation->passes = *std::move(passes);
    } else {
        log::error(to_string(passes.error()));
        log::warning(tr("the graphics driver does not accept this shader: the body is drawn in grey, with one light"));
        implementation->only_plain = true;
    }
    implementation->on_graphics_card = draws_on_graphics_card();
    implementation->frame = Buffer::create();
    implementation->pressure = PressureBuffer::create();
    implementation->no_vertices = VertexArray::create();
    return Renderer{std::move(implementation)};
}

Renderer::Renderer(std::unique_ptr<Implementation> implementation) : implementation_{std::move(implementation)} {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

/// Draws into buffers of its own, as large as the scene is.
void Renderer::Implementation::draw(const scene::Scene& scene) {
    const bool seen_through = is_seen_through(scene);
    if (seen_through && !can_see_through(pixel_size(scene), 1 + static_cast<int>(scene.veils.size()))) {
        return draw(opaque_and_whole(scene));
    }
    if (!scene.openings.empty() && !can_open(scene.cut.has_value())) {
        scene::Scene closed = scene;
        closed.openings.clear();
        return draw(closed);
    }
    if (scene.quality.tier != scene::Quality::high && !draws_smooth) {
        draws_smooth = succeeded(passes.surfaces.build_smooth());
    }
    const bool sampled = scene.quality.tier == scene::Quality::high && !seen_through && on_graphics_card;
    drawing.fit(pixel_size(scene), sampled ? samples_of_high : 1);
    begin(scene, drawing.framebuffer());
    pressure.upload(scene, passes.hand_shadow.draw(scene));
    begin_drawing_into(drawing.framebuffer(), pixel_size(scene));
    if (seen_through) {
        draw_seen_through(scene);
        passes.patches.draw_behind(scene.patches, see_through->slices);
        passes.anatomy.draw_hands_behind(scene, see_through->slices);
    } else {
        clear_ground(scene);
        draw_layers(scene, scene.part_shown, true);
        static_cast<void>(succeeded(glow.draw(scene, body)));
        passes.patches.draw(scene.patches);
        glEnable(GL_STENCIL_TEST);
        glStencilFunc(GL_ALWAYS, 1, 0xFF);
        glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
        passes.anatomy.draw_hands(scene);
        glDisable(GL_STENCIL_TEST);
        if (!scene.hands.empty()) {
            passes.patches.draw_strokes_through(scene.patches);
        }
    }
}

/// What was drawn into the target, its edges smoothed, or as large as the target is.
void Renderer::Implementation::finish_into(const GLuint target_framebuffer, const glm::ivec2 size, const bool larger) {
    drawing.resolve();
    glBindFramebuffer(GL_FRAMEBUFFER, target_framebuffer);
    glViewport(0, 0, size.x, size.y);
    glDisable(GL_DEPTH_TEST);
    glBindTexture(GL_TEXTURE_2D, drawing.colour());
    draw_whole_picture(larger ? passes.enlarge : passes.finish);
    glBindTexture(GL_TEXTURE_2D, 0);
    end();
}

/// All that a driver can do that accepts little.
void Renderer::Implementation::draw_plainly(const scene::Scene& scene, const GLuint target_framebuffer) {
    begin(scene, target_framebuffer);
    plain.draw_body(body, scene.part_shown);
    pressure.upload(scene, glm::mat4{0.0F});
    plain.draw_patches(scene.patches);
    end();
}

void Renderer::Implementation::end() {
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
}

void Renderer::draw(const scene::Scene& scene, const std::uint32_t target_framebuffer) {
    if (implementation_->only_plain) {
        return implementation_->draw_plainly(at_rest(scene), target_framebuffer);
    }
    const bool larger = scene.quality.resolution < 1.0F;
    if (larger) {
        implementation_->draw(smaller(scene));
    } else {
        implementation_->draw(scene);
    }
    implementation_->finish_into(target_framebuffer, pixel_size(scene), larger);
}

void Renderer::draw_bare(const scene::Scene& scene, const std::uint32_t target_framebuffer) {
    implementation_->begin(scene, target_framebuffer);
    implementation_->plain.draw_body(implementation_->body, scene.part_shown);
    Implementation::end();
}

}  // namespace dorsum::render
