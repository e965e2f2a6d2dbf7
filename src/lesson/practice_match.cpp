#include "lesson/practice_match.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::lesson {
namespace {

constexpr float standing_m = 0.002F;
constexpr float step_m = 0.003F;
constexpr int most_places = 400;

std::vector<PracticeSample> thinned(const std::vector<PracticeSample>& samples) {
    std::vector<PracticeSample> kept;
    for (const PracticeSample& sample : samples) {
        if (kept.empty() || glm::distance(sample.position, kept.back().position) >= step_m) {
            kept.push_back(sample);
        }
    }
    if (kept.size() > 1 && kept.back() != samples.back()) {
        kept.push_back(samples.back());
    }
    return kept;
}

float plain_length_m(const std::vector<PracticeSample>& samples) {
    float sum_m = 0.0F;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        sum_m += glm::distance(samples[i].position, samples[i - 1].position);
    }
    return sum_m;
}

/// Which point of the path each place is matched with, and how far they lie apart on average.
struct Warp {
    std::vector<std::size_t> points;
    float mean_m = 0.0F;
};

Warp warp(const std::vector<PracticeSample>& way, const std::vector<body::SkinPoint>& path) {
    const std::size_t columns = path.size();
    const auto distance = [&](const std::size_t i, const std::size_t j) {
        return glm::distance(way[i].position, path[j].position);
    };
    std::vector<float> cost(way.size() * columns);
    const auto at = [&](const std::size_t i, const std::size_t j) -> float& { return cost[i * columns + j]; };
    for (std::size_t i = 0; i < way.size(); ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            float before = i == 0 ? 0.0F : at(i - 1, j);
            if (i > 0 && j > 0) {
                before = std::min({before, at(i - 1, j - 1), at(i, j - 1)});
            }
            at(i, j) = before + distance(i, j);
        }
    }
    // From the best end back; of several points at one place the nearest counts.
    Warp result{std::vector<std::size_t>(way.size()), 0.0F};
    std::size_t i = way.size() - 1;
    const auto last_row = cost.begin() + static_cast<std::ptrdiff_t>(i * columns);
    std::size_t j = static_cast<std::size_t>(std::min_element(last_row, cost.end()) - last_row);
    result.points[i] = j;
    while (i > 0) {
        const float up = at(i - 1, j);
        const float across = j > 0 ? at(i - 1, j - 1) : std::numeric_limits<float>::max();
        const float left = j > 0 ? at(i, j - 1) : std::numeric_limits<float>::max();
        if (left < up && left < across) {
            --j;
            result.points[i] = distance(i, j) < distance(i, result.points[i]) ? j : result.points[i];
            continue;
        }
        j -= across <= up ? 1 : 0;
        --i;
        result.points[i] = j;
    }
    for (std::size_t each = 0; each < way.size(); ++each) {
        result.mean_m += distance(each, result.points[each]) / static_cast<float>(way.size());
    }
    return result;
}

/// Beside a point of the path, on the two stretches that meet there.
PathFoot foot_near(const glm::vec3 place, const std::size_t point, const std::vector<body::SkinPoint>& path) {
    PathFoot best;
    float best_m = std::numeric_limits<float>::max();
    const std::size_t first = point > 0 ? point - 1 : 0;
    for (std::size_t i = first; i <= point && i + 1 < path.size(); ++i) {
        const glm::vec3 way = path[i + 1].position - path[i].position;
        const float square = glm::dot(way, way);
        const float t = square > 0.0F ? std::clamp(glm::dot(place - path[i].position, way) / square, 0.0F, 1.0F) : 0.0F;
        const glm::vec3 foot = path[i].position + t * way;
        const float distance_m = glm::distance(place, foot);
        if (distance_m < best_m) {
            best_m = distance_m;
            const glm::vec3 normal = glm::mix(path[i].normal, path[i + 1].normal, t);
            const float length = glm::length(normal);
            best.point = {foot, length > 0.0F ? normal / length : path[i].normal};
            best.share = (static_cast<float>(i) + t) / static_cast<float>(path.size() - 1);
        }
    }
    return best;
}

}  // namespace

std::vector<PracticeSample> without_standing(const std::vector<PracticeSample>& samples) {
    if (samples.size() < 2) {
        return samples;
    }
    const auto moves_from = [](const PracticeSample& still) {
        return [&still](const PracticeSample& sample) {
            return glm::distance(sample.position, still.position) > standing_m;
        };
    };
    const auto leaves = std::find_if(samples.begin(), samples.end(), moves_from(samples.front()));
    const auto arrives = std::find_if(samples.rbegin(), samples.rend(), moves_from(samples.back()));
    if (leaves == samples.end() || arrives == samples.rend()) {
        return {samples.front()};
    }
    std::vector<PracticeSample> moved(leaves - 1, std::min(arrives.base() + 1, samples.end()));
    moved.front().position = samples.front().position;
    moved.back().position = samples.back().position;
    return moved;
}

float length_m(const std::vector<PracticeSample>& samples) {
    return plain_length_m(thinned(samples));
}

EvenWay evenly_spaced(const std::vector<PracticeSample>& samples, const float spacing_m) {
    const std::vector<PracticeSample> way = thinned(samples);
    const float whole_m = plain_length_m(way);
    const int gaps = std::clamp(static_cast<int>(std::lround(whole_m / spacing_m)), 1, most_places - 1);
    EvenWay even;
    even.spacing_m = whole_m / static_cast<float>(gaps);
    std::size_t i = 0;
    float passed_m = 0.0F;  // up to sample i
    for (int place = 0; place <= gaps; ++place) {
        const float wanted_m = even.spacing_m * static_cast<float>(place);
        float stretch_m = glm::distance(way[i + 1].position, way[i].position);
        while (i + 2 < way.size() && passed_m + stretch_m < wanted_m) {
            passed_m += stretch_m;
            ++i;
            stretch_m = glm::distance(way[i + 1].position, way[i].position);
        }
        const float t = stretch_m > 0.0F ? std::clamp((wanted_m - passed_m) / stretch_m, 0.0F, 1.0F) : 0.0F;
        even.way.push_back({glm::mix(way[i].time_s, way[i + 1].time_s, static_cast<double>(t)),
                            glm::mix(way[i].position, way[i + 1].position, t)});
    }
    return even;
}

MatchedWay match(const std::vector<PracticeSample>& samples, const std::vector<body::SkinPoint>& path) {
    float path_m = 0.0F;
    for (std::size_t i = 1; i < path.size(); ++i) {
        path_m += glm::distance(path[i].position, path[i - 1].position);
    }
    EvenWay even = evenly_spaced(samples, path_m / static_cast<float>(path.size() - 1));
    MatchedWay matched;
    matched.spacing_m = even.spacing_m;
    matched.way = std::move(even.way);
    Warp forwards = warp(matched.way, path);
    std::vector<PracticeSample> reversed(matched.way.rbegin(), matched.way.rend());
    Warp backwards = warp(reversed, path);
    matched.backwards = backwards.mean_m < forwards.mean_m;
    if (matched.backwards) {
        forwards.points.assign(backwards.points.rbegin(), backwards.points.rend());
    }
    float first = 1.0F;
    float last = 0.0F;
    for (std::size_t i = 0; i < matched.way.size(); ++i) {
        matched.feet.push_back(foot_near(matched.way[i].position, forwards.points[i], path));
        first = std::min(first, matched.feet.back().share);
        last = std::max(last, matched.feet.back().share);
    }
    matched.coverage = std::max(0.0F, last - first);
    return matched;
}

}  // namespace dorsum::lesson
