#include "lesson/stroke_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "lesson/limits.h"
#include "lesson/place_curve.h"

namespace dorsum::lesson {
namespace {

/// Fine enough that the length between two samples hardly differs from the skin's own.
constexpr int sample_count = 257;

std::vector<body::Place> places_of_hand(const StrokePlan& plan, const Hand hand, const body::Body& body) {
    const float least_mm = least_lateral_mm(plan) / std::max(body.scale_to_reference, 1.0e-3F);
    std::vector<body::Place> places = plan.path;
    for (body::Place& place : places) {
        if (std::abs(place.lateral_mm) < least_mm) {
            place.lateral_mm = std::copysign(least_mm, place.lateral_mm);
        }
        if (hand == Hand::left) {
            place.lateral_mm = -place.lateral_mm;
        }
    }
    return places;
}

/// The share of the curve at which the length `wanted` has been run.
float share_at(const std::array<float, sample_count>& run, const float wanted) {
    const auto after = std::upper_bound(run.begin(), run.end(), wanted);
    if (after == run.end()) {
        return 1.0F;
    }
    const auto before = std::prev(after);
    const float within = (wanted - *before) / (*after - *before);
    return (static_cast<float>(before - run.begin()) + within) / static_cast<float>(sample_count - 1);
}

float length_of(const std::vector<body::SkinPoint>& points) {
    float length = 0.0F;
    for (std::size_t i = 1; i < points.size(); ++i) {
        length += glm::distance(points[i - 1].position, points[i].position);
    }
    return length;
}

}  // namespace

tl::expected<PathOnSkin, body::Place> lay_path(const StrokePlan& plan, const Hand hand, const body::Body& body) {
    const std::vector<body::Place> places = places_of_hand(plan, hand, body);
    for (const body::Place& place : places) {
        if (!body::skin_point(body, place)) {
            return tl::unexpected(place);
        }
    }
    const PlaceCurve curve(places);
    std::array<float, sample_count> run{};
    glm::vec3 last(0.0F);
    for (int i = 0; i < sample_count; ++i) {
        const body::Place place = curve.at(static_cast<float>(i) / static_cast<float>(sample_count - 1));
        const auto point = body::skin_point(body, place);
        if (!point) {
            return tl::unexpected(place);
        }
        run[i] = i == 0 ? 0.0F : run[i - 1] + glm::distance(last, point->position);
        last = point->position;
    }
    PathOnSkin path;
    path.points.reserve(path_point_count);
    for (int i = 0; i < path_point_count; ++i) {
        const float wanted = run.back() * static_cast<float>(i) / static_cast<float>(path_point_count - 1);
        const body::Place place = curve.at(share_at(run, wanted));
        const auto point = body::skin_point(body, place);
        if (!point) {
            return tl::unexpected(place);
        }
        path.points.push_back(*point);
    }
    path.length_m = length_of(path.points);
    path.first = places.front();
    path.last = places.back();
    return path;
}

}  // namespace dorsum::lesson
