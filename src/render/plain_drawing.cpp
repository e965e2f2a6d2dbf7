#include "render/plain_drawing.h"

#include <cstddef>
#include <utility>

#include "core/log.h"
#include "render/program.h"

namespace dorsum::render {

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

Result<PlainDrawing> PlainDrawing::create() {
    auto program = build_program("bare.vert", "bare.frag");
    if (!program) {
        return tl::unexpected(program.error());
    }
    PlainDrawing made;
    made.program_ = *std::move(program);
    return made;
}

void PlainDrawing::draw_body(const BodyBuffers& body, const std::vector<bool>& shown) const {
    glClearColor(0.2F, 0.2F, 0.2F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glUseProgram(program_.name());
    for (std::size_t i = 0; i < body.parts.size() && i < shown.size(); ++i) {
        if (shown[i]) {
            draw_part(body.parts[i]);
        }
    }
    glDisable(GL_CULL_FACE);
}

void PlainDrawing::draw_patches(const scene::PatchSet& patches) {
    if (!patches_tried_) {
        patches_tried_ = true;
        if (auto pass = PatchPass::create()) {
            patches_ = *std::move(pass);
        } else {
            log::debug(to_string(pass.error()));  // what is wrong has been said
        }
    }
    if (patches_) {
        patches_->draw(patches);
    }
}

scene::Scene opaque_and_whole(scene::Scene scene) {
    for (std::size_t i = 0; i < scene.part_ghost.size(); ++i) {
        scene.part_shown[i] = scene.part_shown[i] && !scene.part_ghost[i];
    }
    scene.part_ghost.clear();
    scene.veils.clear();
    scene.cut.reset();
    return scene;
}

scene::Scene at_rest(scene::Scene scene) {
    scene = opaque_and_whole(std::move(scene));
    scene.openings.clear();
    scene.hands.clear();
    scene.glowing_parts.clear();
    scene.chest_rise = 0.0F;
    return scene;
}

}  // namespace dorsum::render
