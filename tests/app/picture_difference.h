#pragma once

#include <string>

#include "render/picture_target.h"

namespace dorsum::test {

/// How far two pictures of the same size are apart to the eye: both are blurred as a viewer at
/// reading distance blurs them (a Gaussian of 1.5 pixels), turned into CIE L*a*b* (1976) and compared
/// by Euclidean distance, where about 2 is just noticeable. Infinite when the sizes differ.
struct PictureDifference {
    double mean = 0.0;
    double worst_percent = 0.0;  ///< the 99th percentile over all pixels
    render::Picture map;         ///< grey, white from a distance of 20 on
};
[[nodiscard]] PictureDifference difference(const render::Picture& actual, const render::Picture& expected);

/// What two drivers may differ by at edges, and no person sees.
inline constexpr double mean_tolerance = 0.5;
inline constexpr double worst_percent_tolerance = 6.0;

/// Compares with tests/data/pictures/<name>.png, and saves actual, expected and difference into the
/// build folder. With DORSUM_STORE_PICTURES set, stores the picture as the expected one instead:
/// look at it before it is committed.
[[nodiscard]] bool looks_as_stored(const render::Picture& actual, const std::string& name, std::string& report);

}  // namespace dorsum::test
