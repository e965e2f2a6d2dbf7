#pragma once

namespace dorsum {

/// Storage and mathematics are in metres; people read millimetres and centimetres.
constexpr float metres_from_mm(const float millimetres) {
    return millimetres * 0.001F;
}
constexpr float mm_from_metres(const float metres) {
    return metres * 1000.0F;
}
constexpr float cm_from_metres(const float metres) {
    return metres * 100.0F;
}

}  // namespace dorsum
