#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

#include "render/picture_target.h"

namespace dorsum::handout {

/// A picture in tones of grey, as light as ink on paper should lie below black arrows: from `darkest` to white.
struct GreyPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> grey;  ///< [height * width], rows from the top
};

/// The darkest tone of a body in a handout: numbers and arrows in black have a contrast of 4.5 to 1 against it
/// (WCAG 2.2, 1.4.3), white ones would not.
inline constexpr std::uint8_t darkest = 128;

/// The luma of Rec. ITU-R BT.709, its range from black to white brought to `darkest` to white.
[[nodiscard]] GreyPicture for_print(const render::Picture& picture);

/// The part of a picture from `low` on; both within it.
[[nodiscard]] GreyPicture cropped(const GreyPicture& picture, glm::ivec2 low, glm::ivec2 size);

}  // namespace dorsum::handout
