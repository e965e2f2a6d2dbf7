#pragma once

#include <vector>

#include "sculpt/body_parameters.h"
#include "sculpt/figures.h"
#include "sculpt/warp.h"

namespace dorsum::sculpt {

/// The sections of the reference man, changed so that after the warp they have the breadths and
/// depths of the parameters. Depth is gained and lost in front.
[[nodiscard]] std::vector<Section> fitted_sections(const Figures& figures, const BodyParameters& parameters,
                                                   const Warp& warp);

/// Depth at a height over the reference man's of the same stature.
[[nodiscard]] float depth_share(const BodyParameters& parameters, float reference_y);

}  // namespace dorsum::sculpt
