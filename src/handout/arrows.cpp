#include "handout/arrows.h"

#include <algorithm>
#include <glm/common.hpp>

namespace dorsum::handout {

namespace {

constexpr float shortest_m = 0.005F;  // shorter than that no direction can be seen

std::vector<glm::vec2> seen_points(const lesson::Stroke& stroke, const scene::Camera& camera, const glm::vec2 size_px) {
    std::vector<glm::vec2> points;
    for (const body::SkinPoint& point : stroke.path) {
        const auto pixel = scene::project(camera, point.position, size_px);
        if (pixel && pixel->x >= 0.0F && pixel->y >= 0.0F && pixel->x <= size_px.x && pixel->y <= size_px.y) {
            points.push_back(*pixel);
        }
    }
    return points;
}

}  // namespace

std::vector<Arrow> arrows_of(const lesson::StepOnBody& step, const scene::Camera& camera, const glm::vec2 size_px) {
    std::vector<Arrow> arrows;
    for (const lesson::Stroke& stroke : step.strokes) {
        Arrow arrow{stroke.index + 1, stroke.hand, stroke.pass, stroke.length_m < shortest_m,
                    seen_points(stroke, camera, size_px)};
        if (arrow.points.empty()) {
            continue;
        }
        if (arrow.holds) {
            arrow.points.erase(arrow.points.begin() + 1, arrow.points.end());
        }
        arrows.push_back(std::move(arrow));
    }
    std::ranges::stable_sort(arrows, {}, &Arrow::number);
    return arrows;
}

Part part_around(const std::vector<Arrow>& arrows, const glm::ivec2 size_px, const float least_share) {
    const glm::vec2 whole(size_px);
    glm::vec2 low = whole;
    glm::vec2 high(0.0F);
    for (const Arrow& arrow : arrows) {
        for (const glm::vec2 point : arrow.points) {
            low = glm::min(low, point);
            high = glm::max(high, point);
        }
    }
    constexpr float room = 1.35F;
    const glm::vec2 wanted = room * (high - low) / whole;
    const float share = std::clamp(std::max(wanted.x, wanted.y), least_share, 1.0F);
    const glm::vec2 size = glm::floor(share * whole);
    const glm::vec2 corner = glm::clamp(0.5F * (low + high - size), glm::vec2(0.0F), whole - size);
    return {glm::ivec2(corner), glm::ivec2(size)};
}

}  // namespace dorsum::handout
