#include "sculpt/relief_brush.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <numbers>

namespace dorsum::sculpt {
namespace {

template <typename Height>
void add_everywhere(Table& relief, Height height) {
    for (std::size_t iv = 0; iv < relief.v().count; ++iv) {
        for (std::size_t iu = 0; iu < relief.u().count; ++iu) {
            relief.cell(iu, iv) += height(glm::vec2(relief.u().at(iu), relief.v().at(iv)));
        }
    }
}

struct NearestOnSegment {
    float distance;
    float share;
};

NearestOnSegment nearest_on_segment(const glm::vec2 point, const glm::vec2 a, const glm::vec2 b) {
    const glm::vec2 edge = b - a;
    const float share = std::clamp(glm::dot(point - a, edge) / glm::dot(edge, edge), 0.0F, 1.0F);
    return {glm::length(point - a - edge * share), share};
}

/// Positive inside, in millimetres.
float depth_inside(const std::vector<glm::vec2>& outline, const glm::vec2 point) {
    float nearest = 1.0e9F;
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const glm::vec2 a = outline[i];
        const glm::vec2 b = outline[j];
        nearest = std::min(nearest, nearest_on_segment(point, a, b).distance);
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside ? nearest : -nearest;
}

}  // namespace

void raise(Table& relief, const Bump& bump) {
    const float angle = glm::radians(bump.along_deg);
    const glm::vec2 first(std::cos(angle), std::sin(angle));
    const glm::vec2 second(-first.y, first.x);
    add_everywhere(relief, [&](const glm::vec2 point) {
        const glm::vec2 from = point - bump.centre;
        const glm::vec2 scaled = glm::vec2(glm::dot(from, first), glm::dot(from, second)) / bump.deviation;
        return bump.height * std::exp(-0.5F * glm::dot(scaled, scaled));
    });
}

void raise(Table& relief, const Ridge& ridge) {
    const std::vector<RidgePoint>& line = ridge.points;
    add_everywhere(relief, [&](const glm::vec2 point) {
        float nearest = 1.0e9F;
        float height = 0.0F;
        float deviation = 1.0F;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const NearestOnSegment found = nearest_on_segment(point, line[i].at, line[i + 1].at);
            if (found.distance < nearest) {
                nearest = found.distance;
                height = line[i].height + (line[i + 1].height - line[i].height) * found.share;
                deviation = line[i].deviation + (line[i + 1].deviation - line[i].deviation) * found.share;
            }
        }
        const float scaled = nearest / deviation;
        return height * std::exp(-0.5F * scaled * scaled);
    });
}

void raise(Table& relief, const Sheet& sheet) {
    add_everywhere(relief, [&](const glm::vec2 point) {
        const float share = std::clamp(depth_inside(sheet.outline, point) / sheet.edge, 0.0F, 1.0F);
        return sheet.thickness * std::sin(share * std::numbers::pi_v<float> / 2.0F);
    });
}

}  // namespace dorsum::sculpt
