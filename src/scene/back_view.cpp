#include "scene/apply.h"

namespace dorsum::scene {

namespace {

mesh::Bounds bounds_of_back(const body::Body& body, const float of_head_m) {
    const float scale = body.scale_to_reference;
    mesh::Bounds bounds;
    bounds.high = {body.reach_right_m * 1.25F, body::height_of(body, body::highest_level) + of_head_m * scale,
                   0.12F * scale};
    bounds.low = {-bounds.high.x, body::height_of(body, body::lowest_level) - 0.03F * scale, -0.02F * scale};
    return bounds;
}

// The caption at the foot; the breath gauge on the left and the marks of orientation on the right.
constexpr Covered by_captions{0.11F, 0.16F};

}  // namespace

Camera frame_back(const View view, const body::Body& body, const float aspect, const bool captions) {
    // Above the highest place that lessons name lies the head, of which the view of the back shows a part, so that
    // the back is large; below the lowest lies the towel.
    const float of_head_m = view == View::back ? 0.06F : 0.22F;
    return frame(view, bounds_of_back(body, of_head_m), aspect, captions ? by_captions : Covered{});
}

Camera frame_back(const Camera& turned, const body::Body& body, const float aspect) {
    constexpr float of_head_m = 0.06F;
    return frame(turned, bounds_of_back(body, of_head_m), aspect, by_captions);
}

}  // namespace dorsum::scene
