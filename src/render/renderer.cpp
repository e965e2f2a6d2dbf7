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
#include "render/hand_shadow.h"
#include "render/patch_pass.h"
#include "render/pressure_buffer.h"
#include "render/program.h"

namespace dorsum::render {

namespace {

/// As shaders/frame.glsl, std140.
struct FrameBlock {
    glm::mat4 view_projection;
    glm::vec4 eye_and_rise;
    glm::vec4 picture;
    std::array<glm::vec4, 2> opening;
    std::array<glm::vec4, 2> opening_axis;
    glm::vec4 shade_area;
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
                     glm::vec4{body.contact_shade().low, 1.0F / body.contact_shade().size}};
    block.opening.fill(glm::vec4{0.0F});
    block.opening_axis.fill(glm::vec4{0.0F});
    for (std::size_t i = 0; i < scene.openings.size() && i < block.opening.size(); ++i) {
        block.opening.at(i) = glm::vec4{scene.openings[i].centre, scene.openings[i].radius_m};
        block.opening_axis.at(i) = glm::vec4{scene.openings[i].axis, 0.0F};
    }
    return block;
}

/// Parts that hide much of the others come first; those below the skin are AnatomyPass's.
constexpr std::array drawing_order{Surface::towel, Surface::skin, Surface::table};

}  // namespace

struct Renderer::Implementation {
    ProgramObject skin;
    ProgramObject opened_skin;  // this and the next are built when they are first needed
    ProgramObject flesh;
    std::optional<bool> openings_built;
    ProgramObject towel;
    ProgramObject table;
    ProgramObject backdrop;
    ProgramObject finish;
    ProgramObject bare;
    PatchPass patches;
    AnatomyPass anatomy;
    Buffer frame;
    PressureBuffer pressure;
    HandShadow hand_shadow;
    VertexArray no_vertices;
    FrameBuffers drawing;
    BodyBuffers body;

    [[nodiscard]] GLuint program_for(const Surface surface) const {
        switch (surface) {
            case Surface::towel:
                return towel.name();
            case Surface::table:
                return table.name();
            case Surface::skin:
            case Surface::muscle:
            case Surface::bone:
            case Surface::organ:
            case Surface::hand:
                break;
        }
        return skin.name();
    }

    [[nodiscard]] bool can_open();
    void begin(const scene::Scene& scene, GLuint framebuffer);
    static void draw_part(const PartBuffers& part);
    void draw_body(const scene::Scene& scene) const;
    void draw_skin(const scene::Scene& scene) const;
    void draw_flesh(const scene::Scene& scene) const;
    void draw_rims(const scene::Scene& scene);
    void draw_whole_picture(const ProgramObject& program) const;
};

/// Builds what draws openings when they are first shown, so that nobody who shows none waits for it.
bool Renderer::Implementation::can_open() {
    if (!openings_built) {
        const auto build = [](ProgramObject& program, const char* fragment_file,
                              const char* definitions) -> Result<void> {
            auto built = build_program("surface.vert", fragment_file, definitions);
            if (!built) {
                return tl::unexpected(built.error());
            }
            program = std::move(*built);
            return {};
        };
        openings_built = true;
        for (const auto& done :
             {build(opened_skin, "surface.frag", "#define SKIN\n#define BREATHES\n#define OPENED\n"),
              build(flesh, "flesh.frag", "#define SKIN\n#define BREATHES\n"), anatomy.build_openings()}) {
            if (!done) {
                log::error(to_string(done.error()));
                openings_built = false;
            }
        }
        if (*openings_built) {
            HandShadow::connect(opened_skin);
        }
    }
    return *openings_built;
}

/// Brings the context into the state that the passes start from, whatever others left.
void Renderer::Implementation::begin(const scene::Scene& scene, const GLuint framebuffer) {
    if (scene.body && body.body.lock() != scene.body) {
        body = BodyBuffers{scene.body};
    }
    if (scene.body) {
        const float half_picture = std::tan(glm::radians(scene.camera.field_of_view_deg) / 2.0F);
        body.upload(*scene.body, scene.part_shown, {scene::eye(scene.camera), 0.5F * scene.size_px.y / half_picture});
    }
    const FrameBlock block = frame_block(scene, body);
    glBindBuffer(GL_UNIFORM_BUFFER, frame.name());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, frame_binding, frame.name());
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
    pressure.upload(scene, hand_shadow.draw(scene));
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    const glm::ivec2 size = pixel_size(scene);
    glViewport(0, 0, size.x, size.y);
}

void Renderer::Implementation::draw_part(const PartBuffers& part) {
    if (part.closed) {
        glEnable(GL_CULL_FACE);
    } else {
        glDisable(GL_CULL_FACE);
    }
    glBindVertexArray(part.vertex_array.name());
    if (part.tints.name() == 0) {
        glVertexAttrib4f(tint_attribute, 1.0F, 1.0F, 1.0F, 1.0F);
    }
    glDrawElements(GL_TRIANGLES, part.levels.front().count, GL_UNSIGNED_INT, nullptr);
}

void Renderer::Implementation::draw_body(const scene::Scene& scene) const {
    glBindTexture(GL_TEXTURE_2D, body.contact_shade().texture.name());
    for (const Surface surface : drawing_order) {
        const bool opens = surface == Surface::skin && !scene.openings.empty();
        glUseProgram(opens ? opened_skin.name() : program_for(surface));
        if (opens) {
            set_opened(opened_skin, 1.0F, false);
        }
        for (std::size_t i = 0; i < body.parts.size() && i < scene.part_shown.size(); ++i) {
            if (scene.part_shown[i] && body.parts[i].material.surface == surface) {
                draw_part(body.parts[i]);
            }
        }
    }
    glDisable(GL_CULL_FACE);
}

void Renderer::Implementation::draw_skin(const scene::Scene& scene) const {
    for (std::size_t i = 0; i < body.parts.size() && i < scene.part_shown.size(); ++i) {
        if (scene.part_shown[i] && body.parts[i].material.surface == Surface::skin) {
            draw_part(body.parts[i]);
        }
    }
}

/// The inner side of the far skin, where nothing else is seen through the openings.
void Renderer::Implementation::draw_flesh(const scene::Scene& scene) const {
    glUseProgram(flesh.name());
    glCullFace(GL_FRONT);
    for (std::size_t i = 0; i < body.parts.size() && i < scene.part_shown.size(); ++i) {
        if (scene.part_shown[i] && body.parts[i].material.surface == Surface::skin) {
            glEnable(GL_CULL_FACE);
            glBindVertexArray(body.parts[i].vertex_array.name());
            glDrawElements(GL_TRIANGLES, body.parts[i].levels.front().count, GL_UNSIGNED_INT, nullptr);
        }
    }
    glCullFace(GL_BACK);
    glDisable(GL_CULL_FACE);
}

/// The rims of the opened layers over what is seen through them, the inner before the outer.
void Renderer::Implementation::draw_rims(const scene::Scene& scene) {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    anatomy.draw_rims(scene, body);
    glBindTexture(GL_TEXTURE_2D, body.contact_shade().texture.name());
    glUseProgram(opened_skin.name());
    set_opened(opened_skin, 1.0F, true);
    draw_skin(scene);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
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
        Wanted{&implementation->skin, "surface.vert", "surface.frag", "#define SKIN\n#define BREATHES\n"},
        Wanted{&implementation->towel, "surface.vert", "surface.frag", "#define TOWEL\n#define BREATHES\n"},
        Wanted{&implementation->table, "surface.vert", "surface.frag", "#define TABLE\n"},
        Wanted{&implementation->backdrop, "whole_picture.vert", "backdrop.frag", ""},
        Wanted{&implementation->finish, "whole_picture.vert", "finish.frag", ""},
        Wanted{&implementation->bare, "bare.vert", "bare.frag", ""},
    };
    for (const Wanted& want : wanted) {
        auto program = build_program(want.vertex_file, want.fragment_file, want.definitions);
        if (!program) {
            return tl::unexpected(program.error());
        }
        *want.program = std::move(*program);
    }
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
    HandShadow::connect(implementation->skin);
    implementation->frame = Buffer::create();
    implementation->pressure = PressureBuffer::create();
    implementation->no_vertices = VertexArray::create();
    return Renderer{std::move(implementation)};
}

Renderer::Renderer(std::unique_ptr<Implementation> implementation) : implementation_{std::move(implementation)} {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

void Renderer::draw(const scene::Scene& scene, const std::uint32_t target_framebuffer) {
    Implementation& gl = *implementation_;
    if (!scene.openings.empty() && !gl.can_open()) {
        scene::Scene closed = scene;
        closed.openings.clear();
        return draw(closed, target_framebuffer);
    }
    gl.drawing.fit(pixel_size(scene));
    gl.begin(scene, gl.drawing.framebuffer());
    glClear(GL_DEPTH_BUFFER_BIT);  // every pixel's colour is drawn
    gl.draw_body(scene);
    if (scene.body) {
        gl.anatomy.draw_body(scene, gl.body);
    }
    if (!scene.openings.empty()) {
        gl.draw_flesh(scene);
    }
    gl.draw_whole_picture(gl.backdrop);
    if (!scene.openings.empty()) {
        gl.draw_rims(scene);
    }
    gl.patches.draw(scene.patches);
    gl.anatomy.draw_hands(scene);

    glBindFramebuffer(GL_FRAMEBUFFER, target_framebuffer);
    glDisable(GL_DEPTH_TEST);
    glBindTexture(GL_TEXTURE_2D, gl.drawing.colour());
    gl.draw_whole_picture(gl.finish);
    glBindTexture(GL_TEXTURE_2D, 0);
    glBindVertexArray(0);
    glUseProgram(0);
}

void Renderer::draw_bare(const scene::Scene& scene, const std::uint32_t target_framebuffer) {
    Implementation& gl = *implementation_;
    gl.begin(scene, target_framebuffer);
    glClearColor(0.2F, 0.2F, 0.2F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glUseProgram(gl.bare.name());
    for (std::size_t i = 0; i < gl.body.parts.size() && i < scene.part_shown.size(); ++i) {
        if (scene.part_shown[i]) {
            gl.draw_part(gl.body.parts[i]);
        }
    }
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
}

}  // namespace dorsum::render
