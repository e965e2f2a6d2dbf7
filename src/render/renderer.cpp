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
#include "render/anatomy_pass.h"
#include "render/body_buffers.h"
#include "render/frame_buffers.h"
#include "render/glow_pass.h"
#include "render/hand_shadow.h"
#include "render/patch_pass.h"
#include "render/pressure_buffer.h"
#include "render/program.h"
#include "render/see_through_pass.h"
#include "render/surface_pass.h"
#include "render/table_shade.h"

namespace dorsum::render {

namespace {

constexpr int samples_of_high = 4;

/// As shaders/frame.glsl, std140.
struct FrameBlock {
    glm::mat4 view_projection;
    glm::vec4 eye_and_rise;
    glm::vec4 picture;
    std::array<glm::vec4, 2> opening;
    std::array<glm::vec4, 2> opening_axis;
    glm::vec4 shade_area;
    glm::vec4 cut_plane;
};

glm::ivec2 pixel_size(const scene::Scene& scene) {
    return glm::max(glm::ivec2{scene.size_px + 0.5F}, glm::ivec2{1});
}

FrameBlock frame_block(const scene::Scene& scene, const BodyBuffers& body) {
    const glm::vec2 size{pixel_size(scene)};
    FrameBlock block{scene::projection_matrix(scene.camera, size.x / size.y) * scene::view_matrix(scene.camera),
                     glm::vec4{scene::eye(scene.camera), scene.chest_rise},
                     glm::vec4{size, 1.0F / size},
                     {},
                     {},
                     glm::vec4{body.contact_shade().low, 1.0F / body.contact_shade().size},
                     scene.cut ? scene::plane_of(*scene.cut) : glm::vec4{0.0F, 0.0F, 0.0F, 1.0F}};
    block.opening.fill(glm::vec4{0.0F});
    block.opening_axis.fill(glm::vec4{0.0F});
    for (std::size_t i = 0; i < scene.openings.size() && i < block.opening.size(); ++i) {
        block.opening.at(i) = glm::vec4{scene.openings[i].centre, scene.openings[i].radius_m};
        block.opening_axis.at(i) = glm::vec4{scene.openings[i].axis, 0.0F};
    }
    return block;
}

[[nodiscard]] bool is_seen_through(const scene::Scene& scene) {
    return !scene.veils.empty() || !scene.part_ghost.empty() || scene.cut;
}

/// The same scene as small as it is drawn before it is brought to its size.
scene::Scene smaller(scene::Scene scene) {
    scene.size_px = glm::max(glm::round(scene.size_px * scene.quality.resolution), glm::vec2{1.0F});
    scene.quality.resolution = 1.0F;
    return scene;
}

/// The same scene for a driver that cannot do it: opaque and whole.
scene::Scene plain(scene::Scene scene) {
    for (std::size_t i = 0; i < scene.part_ghost.size(); ++i) {
        scene.part_shown[i] = scene.part_shown[i] && !scene.part_ghost[i];
    }
    scene.part_ghost.clear();
    scene.veils.clear();
    scene.cut.reset();
    return scene;
}

}  // namespace

struct Renderer::Implementation {
    ProgramObject backdrop;
    ProgramObject finish;
    ProgramObject enlarge;
    ProgramObject bare;
    SurfacePass surfaces;
    PatchPass patches;
    AnatomyPass anatomy;
    GlowPass glow;
    std::optional<SeeThroughPass> see_through;
    // Whether what is built when it is first needed could be.
    std::optional<bool> opens;
    std::optional<bool> opens_cut;
    std::optional<bool> draws_plain;
    std::optional<bool> sees_through;
    Buffer frame;
    PressureBuffer pressure;
    HandShadow hand_shadow;
    VertexArray no_vertices;
    FrameBuffers drawing;
    bool on_graphics_card = false;
    BodyBuffers body;

    [[nodiscard]] bool can_open(bool cut);
    [[nodiscard]] bool can_see_through(glm::ivec2 size, int slices);
    void begin(const scene::Scene& scene, GLuint framebuffer);
    void upload_frame(const scene::Scene& scene) const;
    void draw_table(const scene::Scene& scene, const std::vector<bool>& shown);
    void draw_layers(const scene::Scene& scene, const std::vector<bool>& shown, bool with_backdrop);
    void draw_rims(const scene::Scene& scene, const std::vector<bool>& shown);
    static void clear_ground(const scene::Scene& scene);
    void draw_seen_through(const scene::Scene& scene);
    void draw_whole_picture(const ProgramObject& program) const;
    void draw(const scene::Scene& scene);
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
        built = succeeded(surfaces.build_openings(cut)) && succeeded(anatomy.build_openings(cut));
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
        sees_through = see_through && succeeded(surfaces.build_cut()) && succeeded(anatomy.build_cut()) &&
                       succeeded(anatomy.build_veiled()) && succeeded(patches.build_veiled());
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

void Renderer::Implementation::upload_frame(const scene::Scene& scene) const {
    const FrameBlock block = frame_block(scene, body);
    glBindBuffer(GL_UNIFORM_BUFFER, frame.name());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, frame_binding, frame.name());
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
    upload_frame(scene);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_BLEND);
    if (current_dialect() == Dialect::opengl_330) {
        glDisable(GL_FRAMEBUFFER_SRGB);  // the shaders write what screens show
        glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    }
    glFrontFace(GL_CCW);
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
    surfaces.draw(scene, body, shown);
    if (with_backdrop && is_seen_through(scene)) {
        draw_table(scene, shown);
    }
    if (scene.body) {
        anatomy.draw_body(scene, body, shown);
    }
    if (!scene.openings.empty()) {
        surfaces.draw_flesh(scene, body, shown);
    }
    if (with_backdrop && !scene.plain_ground) {
        draw_whole_picture(backdrop);
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
        upload_frame(scene);
        surfaces.draw_table(scene, body, shown);
    }
    glDisable(GL_BLEND);
}

/// The rims of the opened layers over what is seen through them, the inner before the outer.
void Renderer::Implementation::draw_rims(const scene::Scene& scene, const std::vector<bool>& shown) {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    anatomy.draw_rims(scene, body, shown);
    surfaces.draw_rims(scene, body, shown);
    glDisable(GL_BLEND);
}

/// With the room behind, every pixel's colour is drawn.
void Renderer::Implementation::clear_ground(const scene::Scene& scene) {
    if (scene.plain_ground) {
        glClearColor(scene.plain_ground->r, scene.plain_ground->g, scene.plain_ground->b, 1.0F);
    }
    glClear(GL_DEPTH_BUFFER_BIT | (scene.plain_ground ? GL_COLOR_BUFFER_BIT : 0U));
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
            see_through->sections.draw(scene, body, shown, slices, slice, pixel_size(scene), anatomy.grain());
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
    struct Wanted {
        ProgramObject* program;
        const char* vertex_file;
        const char* fragment_file;
        const char* definitions;
    };
    const std::array wanted{
        Wanted{&implementation->backdrop, "whole_picture.vert", "backdrop.frag", ""},
        Wanted{&implementation->finish, "whole_picture.vert", "finish.frag", ""},
        Wanted{&implementation->enlarge, "whole_picture.vert", "enlarge.frag", ""},
        Wanted{&implementation->bare, "bare.vert", "bare.frag", ""},
    };
    for (const Wanted& want : wanted) {
        auto program = build_program(want.vertex_file, want.fragment_file, want.definitions);
        if (!program) {
            return tl::unexpected(program.error());
        }
        *want.program = std::move(*program);
    }
    auto surfaces = SurfacePass::create();
    if (!surfaces) {
        return tl::unexpected(surfaces.error());
    }
    implementation->surfaces = std::move(*surfaces);
    auto patches = PatchPass::create();
    if (!patches) {
        return tl::unexpected(patches.error());
    }
    implementation->patches = std::move(*patches);
    auto anatomy = AnatomyPass::create();
    if (!anatomy) {
        return tl::unexpected(anatomy.error());
    }
    implementation->anatomy = std::move(*anatomy);
    auto hand_shadow = HandShadow::create();
    if (!hand_shadow) {
        return tl::unexpected(hand_shadow.error());
    }
    implementation->hand_shadow = std::move(*hand_shadow);
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
        return draw(plain(scene));
    }
    if (!scene.openings.empty() && !can_open(scene.cut.has_value())) {
        scene::Scene closed = scene;
        closed.openings.clear();
        return draw(closed);
    }
    if (scene.quality.tier != scene::Quality::high && !draws_plain) {
        draws_plain = succeeded(surfaces.build_plain());
    }
    const bool sampled = scene.quality.tier == scene::Quality::high && !seen_through && on_graphics_card;
    drawing.fit(pixel_size(scene), sampled ? samples_of_high : 1);
    begin(scene, drawing.framebuffer());
    pressure.upload(scene, hand_shadow.draw(scene));
    begin_drawing_into(drawing.framebuffer(), pixel_size(scene));
    if (seen_through) {
        draw_seen_through(scene);
        patches.draw_behind(scene.patches, see_through->slices);
        anatomy.draw_hands_behind(scene, see_through->slices);
    } else {
        clear_ground(scene);
        draw_layers(scene, scene.part_shown, true);
        static_cast<void>(succeeded(glow.draw(scene, body)));
        patches.draw(scene.patches);
        anatomy.draw_hands(scene);
    }
}

/// What was drawn into the target, its edges smoothed, or as large as the target is.
void Renderer::Implementation::finish_into(const GLuint target_framebuffer, const glm::ivec2 size, const bool larger) {
    drawing.resolve();
    glBindFramebuffer(GL_FRAMEBUFFER, target_framebuffer);
    glViewport(0, 0, size.x, size.y);
    glDisable(GL_DEPTH_TEST);
    glBindTexture(GL_TEXTURE_2D, drawing.colour());
    draw_whole_picture(larger ? enlarge : finish);
    glBindTexture(GL_TEXTURE_2D, 0);
    glBindVertexArray(0);
    glUseProgram(0);
}

void Renderer::draw(const scene::Scene& scene, const std::uint32_t target_framebuffer) {
    const bool larger = scene.quality.resolution < 1.0F;
    if (larger) {
        implementation_->draw(smaller(scene));
    } else {
        implementation_->draw(scene);
    }
    implementation_->finish_into(target_framebuffer, pixel_size(scene), larger);
}

namespace {

void draw_part(const PartBuffers& part) {
    if (part.closed) {
        glEnable(GL_CULL_FACE);
    } else {
        glDisable(GL_CULL_FACE);
    }
    glBindVertexArray(part.vertex_array.name());
    glDrawElements(GL_TRIANGLES, part.levels.front().count, GL_UNSIGNED_INT, nullptr);
}

}  // namespace

void Renderer::draw_bare(const scene::Scene& scene, const std::uint32_t target_framebuffer) {
    Implementation& gl = *implementation_;
    gl.begin(scene, target_framebuffer);
    glClearColor(0.2F, 0.2F, 0.2F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glUseProgram(gl.bare.name());
    for (std::size_t i = 0; i < gl.body.parts.size() && i < scene.part_shown.size(); ++i) {
        if (scene.part_shown[i]) {
            draw_part(gl.body.parts[i]);
        }
    }
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
}

}  // namespace dorsum::render
