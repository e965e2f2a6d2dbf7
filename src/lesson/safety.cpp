#include "lesson/safety.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <optional>

#include "core/local_numbers.h"
#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/place_curve.h"
#include "lesson/stroke_motion.h"

namespace dorsum::lesson {
namespace {

/// A place on the unrolled right half of the back, in millimetres.
glm::vec2 unrolled(const body::Place& place) {
    return {std::abs(place.lateral_mm), place.level.number * level_height_mm};
}

float distance_to_edge(const glm::vec2 point, const glm::vec2 from, const glm::vec2 to) {
    const glm::vec2 along = to - from;
    const float square = glm::dot(along, along);
    const float share = square > 0.0F ? std::clamp(glm::dot(point - from, along) / square, 0.0F, 1.0F) : 0.0F;
    return glm::distance(point, from + along * share);
}

/// From a place to the outline; negative inside it.
float distance_to_outline(const body::Place& place, const std::vector<body::Place>& outline) {
    const glm::vec2 point = unrolled(place);
    float nearest_mm = 1.0e9F;
    bool inside = false;
    for (std::size_t i = 0, before = outline.size() - 1; i < outline.size(); before = i++) {
        const glm::vec2 a = unrolled(outline[before]);
        const glm::vec2 b = unrolled(outline[i]);
        nearest_mm = std::min(nearest_mm, distance_to_edge(point, a, b));
        const bool crosses = (a.y > point.y) != (b.y > point.y);
        inside = crosses && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y) ? !inside : inside;
    }
    return inside ? -nearest_mm : nearest_mm;
}

bool rule_applies(const StrokePlan& plan, const SafetyRegion& region) {
    return plan.pressure > region.most_pressure || (plan.kind == StrokeKind::tapotement && !region.percussion);
}

struct Worst {
    double share_of_time = 0.0;
    float excess_mm = 0.0F;
};

/// Where a stroke is deepest in a region and its clearance, in millimetres of the body.
std::optional<Worst> worst_of(const StrokePlan& plan, const SafetyRegion& region, const float scale) {
    constexpr int samples = 200;
    const PlaceCurve curve(plan.path);
    const float kept_mm = half_width_mm(plan.contact) + static_cast<float>(plan.motion.radius_mm) + region.clearance_mm;
    std::optional<Worst> worst;
    for (int i = 0; i <= samples; ++i) {
        const double share_of_time = static_cast<double>(i) / samples;
        const body::Place place = curve.at(static_cast<float>(progress_at(share_of_time)));
        const float excess_mm = kept_mm - scale * distance_to_outline(place, region.outline);
        constexpr float rounding_mm = 0.01F;
        if (excess_mm > (worst ? worst->excess_mm : rounding_mm)) {
            worst = Worst{share_of_time, excess_mm};
        }
    }
    return worst;
}

Error in_words(const Lesson& lesson, const SafetyFinding& finding, const StrokePlan& plan, const SafetyRegion& region) {
    const bool blows = plan.kind == StrokeKind::tapotement && !region.percussion;
    const std::string stroke =
        fill(tr("stroke {0} of step {1}"), {std::to_string(finding.stroke + 1), std::to_string(finding.step + 1)});
    const char* cause = blows ? tr("{0} drums on \"{1}\" at {2} s, {3} mm too near. {4}")
                              : tr("{0} presses on \"{1}\" at {2} s, {3} mm too near. {4}");
    return {lesson.file,
            fill(cause, {stroke, tr(region.title.c_str()), local_number(finding.time_s, 1),
                         local_number(static_cast<double>(finding.excess_mm), 1), tr(region.reason.c_str())}),
            tr(region.remedy.c_str()), plan.line, plan.column};
}

/// Points 10 mm apart along an outline, on both sides; where one side has no skin, the other has no point either, so
/// that the two stay mirror images.
SafetyRegionOnBody lay_region(const SafetyRegion& region, const body::Body& body) {
    constexpr float apart_mm = 10.0F;
    SafetyRegionOnBody laid{region.name, {}, {}};
    const std::vector<body::Place>& outline = region.outline;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const body::Place& from = outline[i];
        const body::Place& to = outline[(i + 1) % outline.size()];
        const int count = std::max(1, static_cast<int>(std::ceil(distance_mm(from, to) / apart_mm)));
        for (int j = 0; j < count; ++j) {
            const float share = static_cast<float>(j) / static_cast<float>(count);
            const body::Level level{std::lerp(from.level.number, to.level.number, share)};
            const float lateral_mm = std::lerp(from.lateral_mm, to.lateral_mm, share);
            const auto right = body::skin_point(body, {level, lateral_mm});
            const auto left = body::skin_point(body, {level, -lateral_mm});
            if (right && left) {
                laid.right.push_back(*right);
                laid.left.push_back(*left);
            }
        }
    }
    return laid;
}

}  // namespace

std::vector<SafetyFinding> check_safety(const Lesson& lesson, const Choreography& choreography,
                                        const std::vector<SafetyRegion>& regions, const float scale_to_reference) {
    std::vector<SafetyFinding> findings;
    for (std::size_t step = 0; step < choreography.steps.size(); ++step) {
        int done = -1;
        for (const Stroke& stroke : choreography.steps[step].strokes) {
            if (stroke.index == done) {
                continue;  // the other hand: regions are the same on both sides
            }
            done = stroke.index;
            const StrokePlan& plan = lesson.steps[step].strokes[static_cast<std::size_t>(stroke.index)];
            for (const SafetyRegion& region : regions) {
                const auto worst =
                    rule_applies(plan, region) ? worst_of(plan, region, scale_to_reference) : std::nullopt;
                if (!worst) {
                    continue;
                }
                SafetyFinding finding{step,
                                      stroke.index,
                                      region.name,
                                      stroke.start_s + worst->share_of_time * stroke.duration_s,
                                      worst->excess_mm,
                                      {}};
                finding.error = in_words(lesson, finding, plan, region);
                findings.push_back(std::move(finding));
            }
        }
    }
    return findings;
}

float distance_to_region_mm(const SafetyRegion& region, const body::Place place, const float scale_to_reference) {
    return scale_to_reference * distance_to_outline(place, region.outline) - region.clearance_mm;
}

std::vector<SafetyRegionOnBody> lay_regions_on_body(const std::vector<SafetyRegion>& regions, const body::Body& body) {
    std::vector<SafetyRegionOnBody> laid;
    for (const SafetyRegion& region : regions) {
        laid.push_back(lay_region(region, body));
    }
    return laid;
}

}  // namespace dorsum::lesson
