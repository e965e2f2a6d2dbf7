#pragma once

namespace dorsum::sculpt {

/// The bundles of a muscle's fibres as they show on its surface: 0 on the crown of a bundle, down to
/// about -1.5 in the deepest groove between two. `across_mm` and `along_mm` are ways on the surface across and along
/// the fibres; bundles are about `bundle_mm` broad, no two alike, and long. `seed` tells muscles apart.
[[nodiscard]] float bundle_relief(float across_mm, float along_mm, float bundle_mm, unsigned seed);

/// Between -1 and 1, changing over about one `cell_mm`; the same for the same arguments.
[[nodiscard]] float fascicle_noise(float at_mm, float cell_mm, unsigned seed);

}  // namespace dorsum::sculpt
