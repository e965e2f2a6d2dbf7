#pragma once

#include "core/error.h"
#include "render/anatomy_pass.h"
#include "render/gl_object.h"
#include "render/hand_shadow.h"
#include "render/patch_pass.h"
#include "render/surface_pass.h"

namespace dorsum::render {

/// What nearly every picture is drawn with; what is seldom needed is built when it is first shown.
struct Passes {
    ProgramObject backdrop;
    ProgramObject finish;
    ProgramObject enlarge;
    SurfacePass surfaces;
    PatchPass patches;
    AnatomyPass anatomy;
    HandShadow hand_shadow;

    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<Passes> create();
};

}  // namespace dorsum::render
