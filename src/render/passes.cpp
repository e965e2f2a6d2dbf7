#include "render/passes.h"

#include <utility>

#include "render/program.h"

namespace dorsum::render {

namespace {

template <typename Pass>
Result<void> put_into(Pass& place, Result<Pass> made) {
    if (!made) {
        return tl::unexpected(made.error());
    }
    place = *std::move(made);
    return {};
}

}  // namespace

Result<Passes> Passes::create() {
    Passes passes;
    const auto whole_picture = [](const char* fragment_file) {
        return build_program("whole_picture.vert", fragment_file);
    };
    for (const auto& done :
         {put_into(passes.backdrop, whole_picture("backdrop.frag")),
          put_into(passes.finish, whole_picture("finish.frag")),
          put_into(passes.enlarge, whole_picture("enlarge.frag")), put_into(passes.surfaces, SurfacePass::create()),
          put_into(passes.patches, PatchPass::create()), put_into(passes.anatomy, AnatomyPass::create()),
          put_into(passes.hand_shadow, HandShadow::create())}) {
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    return passes;
}

}  // namespace dorsum::render
