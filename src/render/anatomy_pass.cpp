#include "render/anatomy_pass.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>
#include <utility>

#include "render/program.h"
#include "render/section_pass.h"
#include "render/texture_units.h"
#include "render/winding.h"
#include "scene/palette.h"

namespace dorsum::render {

namespace {

constexpr int grain_cells = 64;  // shaders/anatomy.frag has the same
// The accent of the panels, in linear light, for what is hovered or selected.
constexpr glm::vec3 highlight_tone{0.10F, 0.57F, 0.48F};
constexpr float hovered_strength = 0.45F;
constexpr float selected_strength = 0.80F;

/// Repeatable noise, one byte a cell, spread evenly.
std::vector<std::uint8_t> make_grain() {
    std::vector<std::uint8_t> cells(static_cast<std::size_t>(grain_cells) * grain_cells * grain_cells);
    std::uint32_t state = 0x9e3779b9U;
    for (std::uint8_t& cell : cells) {
        state ^= state << 13U;
        state ^= state >> 17U;
        state ^= state << 5U;
        cell = static_cast<std::uint8_t>(state >> 24U);
    }
    return cells;
}

Texture upload_grain() {
    Texture grain = Texture::create();
    glBindTexture(GL_TEXTURE_3D, grain.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    const std::vector<std::uint8_t> cells = make_grain();
    glTexImage3D(GL_TEXTURE_3D, 0, GL_R8, grain_cells, grain_cells, grain_cells, 0, GL_RED, GL_UNSIGNED_BYTE,
                 cells.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    for (const GLenum direction : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T, GL_TEXTURE_WRAP_R}) {
        glTexParameteri(GL_TEXTURE_3D, direction, GL_REPEAT);
    }
    return grain;
}

void draw_level(const PartBuffers& part, const Level& level) {
    if (part.closed) {
        glEnable(GL_CULL_FACE);
    } else {
        glDisable(GL_CULL_FACE);
    }
    glBindVertexArray(part.vertex_array.name());
    if (part.fibres.name() == 0) {
        glVertexAttrib4f(fibre_attribute, 0.0F, 0.0F, 0.0F, 0.0F);
    }
    glDrawElements(GL_TRIANGLES, level.count, GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(static_cast<std::size_t>(level.first) * sizeof(std::uint32_t)));
}

// shaders/anatomy.vert has the same.
constexpr GLuint laid_position_attribute = 5;
constexpr GLuint laid_normal_attribute = 6;

/// Where the vertices of a hand lie changes with every picture: first all positions, then all normals.
Buffer describe_laid(const PartBuffers& hand, const std::size_t vertices) {
    Buffer laid = Buffer::create();
    glBindVertexArray(hand.vertex_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, laid.name());
    const auto vectors = [](const GLuint location, const std::size_t at) {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, 3, GL_FLOAT, GL_FALSE, sizeof(glm::vec3), reinterpret_cast<const void*>(at));
    };
    vectors(laid_position_attribute, 0);
    vectors(laid_normal_attribute, vertices * sizeof(glm::vec3));
    glBindVertexArray(0);
    return laid;
}

void upload_laid(const Buffer& laid, const scene::HandShown& hand, const std::vector<std::uint32_t>& order) {
    std::vector<glm::vec3> vectors;
    vectors.reserve(2 * order.size());
    for (const std::vector<glm::vec3>* of_hand : {&hand.positions, &hand.normals}) {
        for (const std::uint32_t vertex : order) {
            vectors.push_back((*of_hand)[vertex]);
        }
    }
    glBindBuffer(GL_ARRAY_BUFFER, laid.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vectors.size() * sizeof(glm::vec3)), vectors.data(),
                 GL_STREAM_DRAW);
}

/// Behind the wrist: the forearm is shown as far as it touches, or else its thinner half. Where the thumbs work it lies
/// low, and ends before it would meet the towel.
glm::vec2 fade_mm(const scene::HandPose pose) {
    switch (pose) {
        case scene::HandPose::forearm:
            return {185.0F, 225.0F};
        case scene::HandPose::thumbs:
            return {72.0F, 130.0F};
        default:
            return {120.0F, 205.0F};
    }
}

/// Parts that hide much of the others come first.
constexpr std::array drawing_order{body::Role::superficial_muscle, body::Role::intermediate_muscle,
                                   body::Role::deep_muscle, body::Role::skeleton, body::Role::organ};

}  // namespace

const Level& level_for(const PartBuffers& part, const scene::Camera& camera, const float picture_height_px,
                       const float pixels_per_triangle) {
    const float distance_m = std::max(glm::distance(scene::eye(camera), part.centre) - part.radius_m, 0.02F);
    const float pixels_per_m =
        picture_height_px / (2.0F * distance_m * std::tan(glm::radians(camera.field_of_view_deg) / 2.0F));
    const float wanted_corners = 3.0F * part.area_m2 * pixels_per_m * pixels_per_m / pixels_per_triangle;
    std::size_t level = 0;
    while (level + 1 < part.levels.size() && static_cast<float>(part.levels[level + 1].count) >= wanted_corners) {
        ++level;
    }
    return part.levels[level];
}

Result<AnatomyPass::Shader> AnatomyPass::build(const char* definitions) {
    auto program = build_program("anatomy.vert", "anatomy.frag", definitions);
    if (!program) {
        return tl::unexpected(program.error());
    }
    Shader shader;
    shader.program = std::move(*program);
    const auto location = [&shader](const char* name) { return glGetUniformLocation(shader.program.name(), name); };
    shader.tone_and_gloss = location("tone_and_gloss");
    shader.dark_and_tendon = location("dark_and_tendon");
    shader.emphasis = location("emphasis");
    shader.rim = location("rim");
    shader.ghost = location("ghost");
    shader.fade = location("fade");
    shader.shift = location("shift");
    glUseProgram(shader.program.name());
    glUniform1i(location("grain"), static_cast<GLint>(grain_unit));
    glUseProgram(0);
    return shader;
}

Result<void> AnatomyPass::build_into(Shader& shader, const std::string& definitions) {
    auto built = build(definitions.c_str());
    if (!built) {
        return tl::unexpected(built.error());
    }
    shader = std::move(*built);
    return {};
}

Result<void> AnatomyPass::build_body(BodyShaders& shaders, const std::string& definitions) {
    for (const auto& [shader, surface] : {std::pair{&shaders.muscle, "#define MUSCLE\n"},
                                          {&shaders.bone, "#define BONE\n"},
                                          {&shaders.organ, "#define ORGAN\n"}}) {
        if (auto done = build_into(*shader, surface + definitions); !done) {
            return done;
        }
    }
    return {};
}

Result<AnatomyPass> AnatomyPass::create() {
    AnatomyPass pass;
    if (const auto done = build_body(pass.whole_, "#define BREATHES\n#define FINE_DETAIL\n"); !done) {
        return tl::unexpected(done.error());
    }
    if (const auto done = build_into(pass.hand_, "#define HAND\n#define FINE_DETAIL\n"); !done) {
        return tl::unexpected(done.error());
    }
    return pass;
}

Result<void> AnatomyPass::build_openings(const bool cut) {
    return build_into((cut ? cut_ : whole_).opened_muscle,
                      std::string("#define MUSCLE\n#define BREATHES\n#define OPENED\n#define FINE_DETAIL\n") +
                          (cut ? "#define CUT\n" : ""));
}

Result<void> AnatomyPass::build_cut() {
    return build_body(cut_, "#define BREATHES\n#define CUT\n#define FINE_DETAIL\n");
}

Result<void> AnatomyPass::build_veiled() {
    return build_into(veiled_hand_, "#define HAND\n#define VEILED\n#define FINE_DETAIL\n");
}

const AnatomyPass::Shader& AnatomyPass::shader_for(const Surface surface, const bool opened, const bool cut) const {
    const BodyShaders& shaders = cut ? cut_ : whole_;
    switch (surface) {
        case Surface::muscle:
            return opened ? shaders.opened_muscle : shaders.muscle;
        case Surface::organ:
            return shaders.organ;
        case Surface::hand:
        case Surface::skin:
        case Surface::towel:
        case Surface::table:
        case Surface::bone:
            break;
    }
    return shaders.bone;
}

void AnatomyPass::use(const Shader& shader, const Material& material) {
    glUseProgram(shader.program.name());
    const glm::vec4 tone{material.tone, material.gloss};
    const glm::vec4 dark{material.dark_tone, material.tendon};
    glUniform4fv(shader.tone_and_gloss, 1, glm::value_ptr(tone));
    glUniform4fv(shader.dark_and_tendon, 1, glm::value_ptr(dark));
}

const Texture& AnatomyPass::grain() {
    if (grain_.name() == 0) {
        grain_ = upload_grain();
    }
    return grain_;
}

void AnatomyPass::bind_grain() {
    bind_to_unit(grain_unit, GL_TEXTURE_3D, grain());
}

void AnatomyPass::draw_body(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) {
    bool bound = false;
    for (const body::Role role : drawing_order) {
        for (std::size_t i = 0; i < body.parts.size() && i < shown.size(); ++i) {
            if (!shown[i] || scene.body->parts[i].role != role) {
                continue;
            }
            if (!bound) {
                bind_grain();
                bound = true;
            }
            draw_part(scene, body, i, false);
        }
    }
    glDisable(GL_CULL_FACE);
}

void AnatomyPass::draw_rims(const scene::Scene& scene, const BodyBuffers& body, const std::vector<bool>& shown) {
    if (scene.opened != scene::HandPeel::superficial) {
        return;
    }
    bind_grain();
    for (std::size_t i = 0; i < body.parts.size() && i < shown.size(); ++i) {
        if (shown[i] && scene.body->parts[i].role == body::Role::superficial_muscle) {
            draw_part(scene, body, i, true);
        }
    }
    glDisable(GL_CULL_FACE);
}

void AnatomyPass::draw_part(const scene::Scene& scene, const BodyBuffers& body, const std::size_t part,
                            const bool rim) {
    const PartBuffers& buffers = body.parts[part];
    const bool opens = scene.opened == scene::HandPeel::superficial && !scene.openings.empty() &&
                       scene.body->parts[part].role == body::Role::superficial_muscle;
    const CutSide side = side_of_cut(scene, buffers, part);
    if (side == CutSide::taken_away) {
        return;
    }
    const Shader& shader = shader_for(buffers.material.surface, opens, scene.cut && (opens || side == CutSide::both));
    use(shader, buffers.material);
    if (opens) {
        set_opened(shader.program, scene::muscle_opening_share, rim);
    }
    const glm::vec3 shift = part < scene.part_shift.size() ? scene.part_shift[part] : glm::vec3{0.0F};
    glUniform3fv(shader.shift, 1, glm::value_ptr(shift));
    // One that stands alone needs nothing more to be found.
    const bool is_isolated = part < scene.part_isolated.size() && scene.part_isolated[part];
    const float strength = is_isolated                                                  ? 0.0F
                           : scene.selected_part == part || scene.selected_twin == part ? selected_strength
                           : scene.hovered_part == part                                 ? hovered_strength
                                                                                        : 0.0F;
    const glm::vec4 emphasis{highlight_tone, strength};
    glUniform4fv(shader.emphasis, 1, glm::value_ptr(emphasis));
    draw_level(buffers, level_for(buffers, scene.camera, scene.size_px.y));
}

void AnatomyPass::draw_hands(const scene::Scene& scene) {
    draw_hands_with(hand_, scene);
}

void AnatomyPass::draw_hands_behind(const scene::Scene& scene, const Slices& slices) {
    slices.bind_depths_for(veiled_hand_.program);
    draw_hands_with(veiled_hand_, scene);
}

void AnatomyPass::draw_hands_with(const Shader& shader, const scene::Scene& scene) {
    if (scene.hands.empty() || !scene.hand_models) {
        return;
    }
    constexpr float pixels_per_hand_triangle = 110.0F;
    const bool ghost = !scene.openings.empty();
    bind_grain();
    if (hand_models_.lock() != scene.hand_models) {
        hand_models_ = scene.hand_models;
        for (std::size_t pose = 0; pose < hands_.size(); ++pose) {
            const mesh::TriangleMesh& mesh = scene.hand_models->poses.at(pose).mesh;
            hands_.at(pose) = upload_alone(mesh, hand_material());
            laid_.at(pose) = describe_laid(hands_.at(pose), hands_.at(pose).order.size());
        }
    }
    // The forearm shines through where it fades.
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    for (const scene::HandShown& hand : scene.hands) {
        const auto pose = static_cast<std::size_t>(hand.pose);
        const PartBuffers& model = hands_.at(pose);
        upload_laid(laid_.at(pose), hand, model.order);
        use(shader, hand_material(scene.skin_tone));
        const glm::vec4 rim{scene::hand_colour(hand.hand), hand.hand == lesson::Hand::left ? 1.0F : 0.0F};
        glUniform4fv(shader.rim, 1, glm::value_ptr(rim));
        if (model.tints.name() == 0) {
            glVertexAttrib4f(tint_attribute, 0.0F, 1.0F, 1.0F, 1.0F);  // all hand, no forearm
        }
        const glm::vec2 fade = fade_mm(hand.pose);
        glUniform2fv(shader.fade, 1, glm::value_ptr(fade));
        // The mirror image in a left hand's matrix turns its triangles over.
        set_front_face(scene.camera, hand.hand == lesson::Hand::left);
        glUniform1f(shader.ghost, ghost ? 1.0F : 0.0F);
        const Level& level = scene.quality.tier == scene::Quality::high
                                 ? model.levels.front()
                                 : level_for(model, scene.camera, scene.size_px.y, pixels_per_hand_triangle);
        if (ghost) {  // its nearest surface first, so that fingers do not show through fingers
            glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
            draw_level(model, level);
            glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        }
        draw_level(model, level);
    }
    glDisable(GL_BLEND);
    set_front_face(scene.camera);
    glDisable(GL_CULL_FACE);
}

}  // namespace dorsum::render
