#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"
#include "sculpt/body_parameters.h"
#include "sculpt/detail.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// What several bodies share: bones and organs of the reference man.
struct SharedAnatomy {
    std::vector<Structure> skeleton;
    std::vector<Structure> organs;
};
[[nodiscard]] Result<SharedAnatomy> shared_anatomy(const std::filesystem::path& figures_folder, const Detail& detail);

/// A finished body.
struct SculptedBody {
    mesh::Model model;           ///< metres, in its own body frame, one part per structure and side
    std::string landmarks_toml;  ///< text of `<name>.landmarks.toml`
    std::string catalogue_toml;  ///< text of `<name>.catalogue.toml`
};

/// Muscles, skin, towel and table over the shared anatomy, brought to the parameters.
[[nodiscard]] Result<SculptedBody> sculpt_body(const BodyParameters& parameters, const SharedAnatomy& shared,
                                               const std::filesystem::path& figures_folder, const Detail& detail);

}  // namespace dorsum::sculpt
