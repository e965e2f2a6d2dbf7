#include "handout/grey_picture.h"

#include <cmath>

namespace dorsum::handout {

GreyPicture for_print(const render::Picture& picture) {
    GreyPicture print{picture.width, picture.height, {}};
    print.grey.reserve(picture.rgb.size() / 3);
    for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3) {
        const float luma = 0.2126F * static_cast<float>(picture.rgb[i]) +
                           0.7152F * static_cast<float>(picture.rgb[i + 1]) +
                           0.0722F * static_cast<float>(picture.rgb[i + 2]);
        const float light = static_cast<float>(darkest) + luma * static_cast<float>(255 - darkest) / 255.0F;
        print.grey.push_back(static_cast<std::uint8_t>(std::lround(light)));
    }
    return print;
}

GreyPicture cropped(const GreyPicture& picture, const glm::ivec2 low, const glm::ivec2 size) {
    GreyPicture part{size.x, size.y, {}};
    part.grey.reserve(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y));
    for (int row = low.y; row < low.y + size.y; ++row) {
        const auto first = picture.grey.begin() + static_cast<std::ptrdiff_t>(row) * picture.width + low.x;
        part.grey.insert(part.grey.end(), first, first + size.x);
    }
    return part;
}

}  // namespace dorsum::handout
