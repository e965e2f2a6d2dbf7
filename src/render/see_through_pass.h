#pragma once

#include <utility>

#include "core/error.h"
#include "render/section_pass.h"
#include "render/shell_pass.h"
#include "render/slices.h"

namespace dorsum::render {

/// All that is needed only where something is seen through.
struct SeeThroughPass {
    Slices slices;
    ShellPass shells;
    SectionPass sections;

    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<SeeThroughPass> create() {
        auto shells = ShellPass::create();
        if (!shells) {
            return tl::unexpected(shells.error());
        }
        auto sections = SectionPass::create();
        if (!sections) {
            return tl::unexpected(sections.error());
        }
        return SeeThroughPass{{}, std::move(*shells), std::move(*sections)};
    }
};

}  // namespace dorsum::render
