#include "render/patch_pass.h"

#include <cstddef>
#include <utility>

#include "render/program.h"

namespace dorsum::render {

namespace {

void begin_blending() {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDepthMask(GL_FALSE);
    glEnable(GL_POLYGON_OFFSET_FILL);
    glPolygonOffset(-1.0F, -2.0F);
}

void end_blending() {
    glDisable(GL_POLYGON_OFFSET_FILL);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glBindVertexArray(0);
}

}  // namespace

Result<PatchPass::Programs> PatchPass::build(const std::string& definitions) {
    struct Source {
        const char* fragment_file;
        const char* definitions;
    };
    // In the order of Family.
    constexpr std::array<Source, family_count> sources{{{"ribbon.frag", ""},
                                                        {"disc.frag", ""},
                                                        {"hand_print.frag", "#define FLAT_HAND\n"},
                                                        {"hand_print.frag", ""},
                                                        {"caution.frag", ""},
                                                        {"skin_line.frag", ""}}};
    Programs programs;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto built = build_program("patch.vert", sources.at(i).fragment_file, sources.at(i).definitions + definitions);
        if (!built) {
            return tl::unexpected(built.error());
        }
        programs.at(i) = std::move(*built);
    }
    return programs;
}

Result<void> PatchPass::build_veiled() {
    auto programs = build("#define VEILED\n");
    if (!programs) {
        return tl::unexpected(programs.error());
    }
    veiled_ = std::move(*programs);
    return {};
}

Result<PatchPass> PatchPass::create() {
    PatchPass pass;
    auto programs = build("");
    if (!programs) {
        return tl::unexpected(programs.error());
    }
    pass.programs_ = std::move(*programs);

    pass.vertex_array_ = VertexArray::create();
    pass.vertices_ = Buffer::create();
    pass.indices_ = Buffer::create();
    glBindVertexArray(pass.vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, pass.vertices_.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, pass.indices_.name());
    using Vertex = scene::PatchVertex;
    const auto floats = [](const GLuint location, const GLint count, const std::size_t at) {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, count, GL_FLOAT, GL_FALSE, sizeof(Vertex), reinterpret_cast<const void*>(at));
    };
    // Members that a shader reads together lie together.
    static_assert(offsetof(Vertex, across) == offsetof(Vertex, along) + sizeof(float));
    static_assert(offsetof(Vertex, done_m) == offsetof(Vertex, emphasis) + 3 * sizeof(float));
    floats(0, 3, offsetof(Vertex, position));
    floats(1, 3, offsetof(Vertex, normal));
    floats(2, 2, offsetof(Vertex, along));
    floats(3, 4, offsetof(Vertex, colour));
    floats(4, 4, offsetof(Vertex, emphasis));
    static_assert(offsetof(Vertex, glow) == offsetof(Vertex, flow_m) + sizeof(float));
    floats(6, 2, offsetof(Vertex, flow_m));
    glEnableVertexAttribArray(5);
    glVertexAttribIPointer(5, 1, GL_UNSIGNED_INT, sizeof(Vertex),
                           reinterpret_cast<const void*>(offsetof(Vertex, kind)));
    glBindVertexArray(0);
    return pass;
}

PatchPass::Family PatchPass::family_of(const std::uint32_t kind) {
    switch (static_cast<scene::PatchKind>(kind)) {
        case scene::PatchKind::working_ribbon:
        case scene::PatchKind::return_ribbon:
            return Family::ribbon;
        case scene::PatchKind::zone_disc:
        case scene::PatchKind::landmark_dot:
            return Family::disc;
        case scene::PatchKind::palm_mark:
            return Family::flat_hand;
        case scene::PatchKind::caution:
            return Family::caution;
        case scene::PatchKind::skin_line:
            return Family::line;
        case scene::PatchKind::thumb_mark:
        case scene::PatchKind::fingertips_mark:
            break;
    }
    return Family::fingers;
}

void PatchPass::draw(const scene::PatchSet& patches) {
    draw_with(programs_, patches);
}

void PatchPass::draw_behind(const scene::PatchSet& patches, const Slices& slices) {
    for (const ProgramObject& program : veiled_) {
        slices.bind_depths_for(program);
    }
    draw_with(veiled_, patches);
}

void PatchPass::draw_with(const Programs& programs, const scene::PatchSet& patches) {
    if (patches.indices.empty()) {
        return;
    }
    glBindVertexArray(vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(patches.vertices.size() * sizeof(scene::PatchVertex)),
                 patches.vertices.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(patches.indices.size() * sizeof(std::uint32_t)),
                 patches.indices.data(), GL_STREAM_DRAW);
    begin_blending();
    draw_runs(programs, patches, true);
    end_blending();
}

/// One call for each run of patches that one program draws; the order is the scene's.
void PatchPass::draw_runs(const Programs& programs, const scene::PatchSet& patches, const bool all_families) {
    const auto family_at = [&patches](const std::size_t index) {
        return family_of(patches.vertices[patches.indices[index]].kind);
    };
    for (std::size_t first = 0; first < patches.indices.size();) {
        const Family family = family_at(first);
        std::size_t end = first + 3;
        while (end < patches.indices.size() && family_at(end) == family) {
            end += 3;
        }
        if (all_families || family == Family::ribbon) {
            glUseProgram(programs.at(static_cast<std::size_t>(family)).name());
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(end - first), GL_UNSIGNED_INT,
                           reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
        }
        first = end;
    }
}

void PatchPass::draw_strokes_through(const scene::PatchSet& patches) {
    if (patches.indices.empty()) {
        return;
    }
    constexpr float shown_share = 0.42F;
    const ProgramObject& ribbons = programs_.at(static_cast<std::size_t>(Family::ribbon));
    const GLint hidden_share = glGetUniformLocation(ribbons.name(), "hidden_share");
    glUseProgram(ribbons.name());
    glUniform1f(hidden_share, 1.0F - shown_share);
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_EQUAL, 1, 0xFF);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    glDepthFunc(GL_GREATER);
    glBindVertexArray(vertex_array_.name());
    begin_blending();
    draw_runs(programs_, patches, false);
    end_blending();
    glDepthFunc(GL_LEQUAL);
    glDisable(GL_STENCIL_TEST);
    glUseProgram(ribbons.name());
    glUniform1f(hidden_share, 0.0F);
}

}  // namespace dorsum::render
